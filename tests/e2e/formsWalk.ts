import { brokenForm, housingForm } from '#tests/fixtures/housingForm.ts'
import { chooseForm, publishForm, toFill, toForms } from './formSteps.ts'
import { arrive, click, place, type Walk } from './walking.ts'

/** A manager imports a form, and fills it in with somebody. */
export const formsWalk: Walk = {
  walk: 'forms',
  steps: [
    arrive('mo@demo.test'),
    { screen: 'forms', go: ({ page }) => toForms(page) },
    {
      screen: 'form-refused',
      go: async ({ page }) => {
        await chooseForm(page, { ...brokenForm, item: brokenForm.item.slice(1) }, 'broken.json')
        await page.getByText('was not taken in').waitFor()
      },
    },
    { screen: 'form-published', go: ({ page }) => publishForm(page, housingForm('1')) },
    {
      screen: 'form-choose',
      go: async (at) => {
        await place('Caseload')(at)
        await at.page.getByRole('searchbox').first().fill('Mossendew')
        await click(/Mossendew/)(at)
        await toFill(at.page)
      },
    },
    {
      screen: 'form-missing',
      go: async (at) => {
        await click(/Your home/)(at)
        await at.page.getByRole('radio', { name: 'No' }).first().check()
        await at.page.getByRole('button', { name: 'Finish' }).click()
        await at.page.getByRole('alert').getByText('This is needed').waitFor()
      },
    },
    {
      screen: 'form-finished',
      go: async ({ page }) => {
        await page.getByLabel('How many rooms?').fill('3')
        await page.getByLabel('How large is the damp patch?').fill('30')
        await page.getByLabel('In their own words', { exact: true }).fill('The wind comes through.')
        await page.getByRole('button', { name: 'Finish' }).click()
        await page.getByRole('link', { name: 'Put this right' }).waitFor()
      },
    },
  ],
}
