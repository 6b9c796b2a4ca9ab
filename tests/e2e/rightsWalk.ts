import { arrive, click, firstOf, ofClient, place, type Walk, type Walking } from './walking.ts'

/** A row of the screen “People” that leads to what managers look after. */
const managersRow = (row: RegExp, heading: string) => async (at: Walking) => {
  await click(/^People/)(at)
  await click(row)(at)
  await at.page.getByRole('heading', { name: heading, level: 1 }).waitFor()
}

/** What a manager does about people's rights, and who looked at what. */
export const rightsWalk: Walk = {
  walk: 'rights',
  steps: [
    arrive('mo@demo.test'),
    { screen: 'audit', go: managersRow(/^Audit/, 'Audit') },
    { screen: 'retention', go: managersRow(/^End of keeping/, 'End of keeping') },
    {
      screen: 'rights',
      go: async (at) => {
        await place('Caseload')(at)
        await firstOf(/./)(at)
        await at.page.waitForURL(/caseload.[0-9a-f-]{36}/)
        await ofClient('/rights')(at)
        await at.page.getByRole('heading', { name: 'How long it is kept' }).waitFor()
      },
    },
    { screen: 'export', go: ofClient('/export') },
    { screen: 'destroy', go: ofClient('/destroy') },
  ],
}
