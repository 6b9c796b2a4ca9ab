import { arrive, click, firstOf, place, type Walk, type Walking } from './walking.ts'

const press =
  (name: string | RegExp) =>
  ({ page }: Walking) =>
    page.getByRole('button', { name }).first().click()

/** A manager keeps the directory true: what there is to look at, one entry, and all of it to be written. */
export const upkeepWalk: Walk = {
  walk: 'upkeep',
  steps: [
    arrive('mo@demo.test'),
    {
      screen: 'to-look-at',
      go: async (at) => {
        await place('Directory')(at)
        await click('Upkeep')(at)
        await at.page.getByRole('list', { name: 'To look at' }).waitFor()
      },
    },
    { screen: 'reported', go: firstOf('To look at') },
    {
      screen: 'report',
      go: async (at) => {
        await click('See it in the directory')(at)
        await press('Report a mistake')(at)
        await press('Something else')(at)
        await at.page.getByText(/^Write what is wrong/).waitFor()
      },
    },
    {
      screen: 'edit',
      go: async (at) => {
        await press('Never mind')(at)
        await click('Decide')(at)
        await click('Put it right')(at)
        await press('Add a time')(at)
        await press('Add a contact')(at)
      },
    },
    {
      screen: 'edit-wrong',
      go: async (at) => {
        await at.page.getByLabel('Youngest age').fill('fifty')
        await press('Save the entry')(at)
        await at.page.getByRole('alert').first().waitFor()
      },
    },
    {
      screen: 'proposed',
      go: async (at) => {
        await press('Leave unsaved')(at)
        await click('Directory upkeep')(at)
        await at.page.getByText(/^Proposed by the provider/).click()
        await firstOf('To look at')(at)
        await at.page.getByRole('button', { name: 'Take it over' }).waitFor()
      },
    },
    { screen: 'removing', go: press('Take it out…') },
  ],
}

/** A provider's own entries. */
export const entriesWalk: Walk = {
  walk: 'entries',
  steps: [
    arrive('pat@demo.test'),
    { screen: 'entries', go: place('Our entries') },
    { screen: 'entry', go: firstOf('Our entries') },
    { screen: 'propose', go: click('Propose a change') },
  ],
}
