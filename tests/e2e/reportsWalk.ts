import { arrive, click, place, type Walk, type Walking } from './walking.ts'

const report = (title: string) => async (at: Walking) => {
  await at.page.getByRole('combobox', { name: 'Report' }).selectOption(title)
  await at.page.getByRole('article', { name: title }).waitFor()
}

/** Figures of the whole service, as a manager looks at them. */
export const reportsWalk: Walk = {
  walk: 'reports',
  steps: [
    arrive('mo@demo.test'),
    {
      screen: 'reports',
      go: async (at) => {
        await place('Reports')(at)
        await at.page.getByRole('combobox', { name: 'Time' }).selectOption('Own days')
        await at.page.getByText('Say from which day to which').waitFor()
      },
    },
    {
      screen: 'report-referrals',
      go: async ({ page }) => {
        for (const [group, day, month, year] of [
          ['From', '1', '1', '2020'],
          ['Until', '31', '12', '2035'],
        ] as const) {
          const days = page.getByRole('group', { name: group })
          await days.getByLabel('Day').fill(day)
          await days.getByLabel('Month').fill(month)
          await days.getByLabel('Year').fill(year)
        }
        await page.getByRole('combobox', { name: 'Count' }).selectOption('People referred in this time')
        await page.getByRole('article', { name: 'Referrals' }).waitFor()
      },
    },
    { screen: 'report-wellbeing', go: report('Wellbeing') },
    { screen: 'report-care-use', go: report('Use of health care') },
    { screen: 'report-onward', go: report('Onward referrals') },
    {
      screen: 'care-use',
      go: async (at) => {
        await place('Caseload')(at)
        await at.page.getByRole('searchbox').first().fill('Larkspindle')
        await at.page
          .getByRole('list')
          .getByRole('link', { name: /Larkspindle/ })
          .first()
          .click()
        await at.page.getByRole('tab', { name: 'Details' }).click()
        await click('Use of health care')(at)
        await at.page.getByRole('button', { name: 'Save', exact: true }).click()
        await at.page.getByText('Choose what it was').waitFor()
        await at.page.getByRole('list', { name: 'Entered so far' }).waitFor()
      },
    },
  ],
}
