import type { Page } from 'playwright-core'
import { examplePack } from '#domain/measure/examplePack.ts'
import type { Pack } from '#domain/measure/pack.ts'
import { wemwbs } from '#domain/measure/wemwbs.ts'
import { arrive, click, ofClient, place, type Walk, type Walking } from './walking.ts'

/** The wording of WEMWBS, in words that are nobody's: none of the scale's own is in this project. */
export const wordedWemwbs: Pack = {
  format: 'doorstep-instrument-1',
  measure: 'wemwbs',
  version: '7',
  name: 'WEMWBS',
  title: 'Mental wellbeing (WEMWBS)',
  licence: { holder: 'Invented Services', reference: 'INVENTED-42', notice: '© Nobody at all, for a test.' },
  recall: 'the last two weeks',
  instructions: 'Invented instructions for an invented wording.',
  answers: wemwbs.answers.map(({ score, label }) => ({ score, words: label })),
  items: wemwbs.cues.map((_, i) => ({ words: `Invented question number ${i + 1}` })),
}

/** Chooses a file that is made up of this text. */
export async function chooseFile(page: Page, text: string): Promise<void> {
  const buffer = Buffer.from(text)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'measure.json', mimeType: 'application/json', buffer })
}

/** Takes a measure by phone from the open file, with these answers by their words. */
export async function takeByPhone(page: Page, measure: string, answers: readonly string[]): Promise<void> {
  await page.getByRole('tab', { name: 'Wellbeing' }).click()
  await page.getByRole('list', { name: 'Measures' }).getByRole('link', { name: measure }).click()
  await page.getByRole('radio', { name: 'By phone' }).check()
  await page.getByRole('button', { name: 'Begin', exact: true }).click()
  for (const answer of answers) {
    await page.getByRole('radio', { name: answer, exact: true }).check()
    await page.getByRole('button', { name: 'Next', exact: true }).click()
  }
}

const finish = async (page: Page) => {
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await page.getByRole('tab', { name: 'Wellbeing' }).waitFor()
}

const broken = JSON.stringify({ ...examplePack, licence: { holder: 'Somebody' }, titel: 'x' }, null, 2)

const openFile = async (at: Walking) => {
  await place('Caseload')(at)
  await at.page.getByRole('searchbox').first().fill('Pinfoldly')
  await click(/Pinfoldly/)(at)
  await at.page.waitForURL(/caseload.[0-9a-f-]{36}/)
  await ofClient('?part=wellbeing')(at)
}

/** Wording that a manager loads, a measure taken by itself, and a file's measures over time. */
export const measuresWalk: Walk = {
  walk: 'measures',
  steps: [
    arrive('mo@demo.test'),
    {
      screen: 'measures',
      go: async (at) => {
        await place('Service')(at)
        await click(/^Measures/)(at)
        await at.page.getByRole('heading', { name: 'Can be taken now' }).waitFor()
      },
    },
    { screen: 'load', go: click('Load wording') },
    {
      screen: 'load-faults',
      go: async ({ page }) => {
        await chooseFile(page, broken)
        await page.getByRole('heading', { name: 'To mend' }).waitFor()
      },
    },
    {
      screen: 'load-preview',
      go: async ({ page }) => {
        await chooseFile(page, JSON.stringify(wordedWemwbs))
        await page.getByRole('heading', { name: 'As it will look' }).waitFor()
      },
    },
    {
      screen: 'measures-loaded',
      go: async ({ page }) => {
        await page.getByRole('button', { name: 'Publish' }).click()
        await page.getByRole('list', { name: 'Loaded wording' }).waitFor()
      },
    },
    { screen: 'wellbeing', go: openFile },
    {
      screen: 'measure-before',
      go: async ({ page }) => {
        await page.getByRole('list', { name: 'Measures' }).getByRole('link', { name: /ONS4/ }).click()
        await page.getByRole('radio', { name: 'I read it aloud' }).check()
      },
    },
    {
      screen: 'measure-numbers',
      go: async ({ page }) => {
        await page.getByRole('button', { name: 'Begin', exact: true }).click()
        await page.getByRole('radio', { name: '4', exact: true }).check()
      },
    },
    {
      screen: 'measure-after',
      go: async ({ page }) => {
        for (const answer of ['4', '5', '6', '8']) {
          await page.getByRole('radio', { name: answer, exact: true }).check()
          await page.getByRole('button', { name: 'Next', exact: true }).click()
        }
      },
    },
    {
      screen: 'wellbeing-four',
      go: async ({ page }) => {
        await finish(page)
        await takeByPhone(page, 'ONS4', ['7', '5', '8', '3'])
        await finish(page)
        await page.getByRole('img', { name: /^Anxious yesterday over time/ }).waitFor()
      },
    },
    {
      screen: 'measure-licensed',
      go: async ({ page }) => {
        await page
          .getByRole('list', { name: 'Measures' })
          .getByRole('link', { name: /\(WEMWBS/ })
          .click()
        await page.getByRole('radio', { name: 'They answer alone' }).check()
        await page.getByRole('button', { name: 'Hand over the tablet' }).click()
        await page.getByText('Invented question number 1').waitFor()
      },
    },
  ],
}
