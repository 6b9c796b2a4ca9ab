import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenForm, housingForm } from '#tests/fixtures/housingForm.ts'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'
import { AtWork, PASSWORD } from '../atWork.ts'
import { Colleague } from '../colleague.ts'
import { chooseForm, publishForm, toFill, toForms } from '../formSteps.ts'
import { Profiles } from '../profiles.ts'

const profiles = new Profiles()
const more = { linkId: 'pets', type: 'boolean', text: 'Any pets?' }

let server: ServerProcess
let grace: AtWork
let mo: AtWork

beforeAll(async () => {
  server = await demoServer()
  await server.start()
  mo = await AtWork.arrive(server.url, 'mo@demo.test', profiles.another())
  grace = await AtWork.arrive(server.url, 'grace@demo.test', profiles.another())
}, 90_000)

afterAll(async () => {
  await grace.leave()
  await mo.leave()
  await server.end()
  profiles.remove()
})

test('a form is imported, looked at and published; one that cannot be asked says why', async () => {
  const { page } = mo
  await toForms(page)
  await chooseForm(page, brokenForm, 'broken.json')
  const refused = page.getByRole('status').filter({ hasText: 'was not taken in' })
  await refused.getByText(/“photo” \(item\[0\]\): This type of question cannot be asked here/).waitFor()
  await chooseForm(page, { ...brokenForm, item: brokenForm.item.slice(1) }, 'broken.json')
  await refused.getByText(/“who” \(item\[0\]\): Its answers lie in a value set elsewhere/).waitFor()
  await publishForm(page, housingForm('1'))
  await page.getByLabel('Language of the questions').selectOption('cy')
  await page.getByRole('group', { name: /Ydy hi’n ddigon cynnes/ }).waitFor()
  await mo.allSent()
  expect(await page.getByText('In use', { exact: true }).count()).toBe(1)
})

test('every type of question is filled in without a signal, and is there again after the tablet dies', async () => {
  await grace.sync()
  await grace.allSent()
  await grace.openFile('Mossendew')
  await grace.context.setOffline(true)
  const { page } = grace
  await toFill(page)
  await page.getByRole('link', { name: /Your home/ }).click()
  await page.getByRole('group', { name: 'Is it warm enough?' }).getByRole('radio', { name: 'No' }).check()
  await page.getByRole('checkbox', { name: 'The windows' }).check()
  const kind = page.getByRole('group', { name: 'What kind of home is it?' })
  await kind.getByRole('textbox').fill('A houseboat')
  await page.getByLabel('Rent in pounds a week').fill('112,50')
  await page.getByLabel('How large is the damp patch?').fill('1.5')
  await page.getByLabel('Unit').selectOption('m')
  await day('Living here since', ['9', '5', '1998'])
  await day('When was it last looked at?', ['2', '11', '2026'])
  await page.getByLabel('Time: When was it last looked at?').fill('10:30')
  await page.getByLabel('Landlord').fill('An invented landlord')
  await page.getByLabel('Who else lives here?, answer 1').fill('A brother')
  await page.getByRole('button', { name: 'Add another' }).click()
  await page.getByLabel('Who else lives here?, answer 2').fill('A cat')
  await page.getByLabel('In their own words', { exact: true }).fill('The wind comes through.')
  await page.getByText(/^Kept/).waitFor()
  await grace.restart('kill')
  await grace.context.setOffline(true)
  await grace.page
    .getByRole('link', { name: /Your home/ })
    .first()
    .click()
  await grace.page.getByText('A houseboat').waitFor()
  expect(await grace.page.getByLabel('In their own words', { exact: true }).inputValue()).toBe(
    'The wind comes through.',
  )
  expect(await grace.page.getByLabel('Who else lives here?, answer 2').inputValue()).toBe('A cat')
})

test('a form is finished under the version it was begun with, after a newer one was published', async () => {
  await publishForm(mo.page, housingForm('2', [more]))
  await mo.allSent()
  const { page } = grace
  await page.getByRole('button', { name: 'Finish' }).click()
  await page.getByRole('alert').getByText('How many rooms?: This is needed').click()
  await page.keyboard.type('3')
  expect(await page.getByText('Any pets?').count()).toBe(0)
  await grace.context.setOffline(false)
  await grace.sync()
  await grace.allSent()
  await grace.openFile('Mossendew')
  await toFill(page)
  await page.getByRole('list', { name: 'Begun and not finished' }).getByRole('link').click()
  await page.getByRole('button', { name: 'Finish' }).click()
  await page.getByRole('heading', { level: 1, name: 'Your home' }).waitFor()
  await page.getByText('1.5 m').waitFor()
  await grace.allSent()
  const office = await Colleague.signIn(server.url, 'mo@demo.test', PASSWORD)
  const answered = (await office.records()).filter(
    ({ kind, body }) => kind === 'response' && body['title'] === 'Your home',
  )
  expect(answered.map(({ body }) => body['questionnaire'])).toEqual(['urn:example:housing|1'])
  expect(JSON.stringify(answered[0]?.body['item'])).toContain('"valueDateTime":"2026-11-02T10:30:00')
}, 240_000)

test('a finished form is put right by another, and the new version is offered', async () => {
  const { page } = grace
  await page.getByRole('link', { name: 'Put this right' }).click()
  await page.getByLabel('Landlord').fill('Another invented landlord')
  await page.getByRole('button', { name: 'Finish' }).click()
  await page.getByText('Another invented landlord').waitFor()
  await page.goBack()
  await grace.openFile('Mossendew')
  await page.getByRole('tab', { name: 'Notes and forms' }).click()
  await page.getByRole('list', { name: 'Filled-in forms' }).getByText('Your home, put right').waitFor()
  await page.getByRole('link', { name: 'Fill in a form' }).click()
  await page.getByRole('link', { name: /Your home/ }).click()
  await page.getByText('Any pets?').waitFor()
  expect(await page.getByLabel('Landlord').inputValue()).toBe('')
})

async function day(name: string, [date = '', month = '', year = '']: string[]): Promise<void> {
  const field = grace.page.getByRole('group', { name })
  await field.getByLabel('Day').fill(date)
  await field.getByLabel('Month').fill(month)
  await field.getByLabel('Year').fill(year)
}
