import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMonths } from '#domain/calendar/day.ts'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'
import { dayOf, formatFullDay } from '#ui/dates.ts'
import { AtWork } from '../atWork.ts'
import { Profiles } from '../profiles.ts'

let server: ServerProcess
const profiles = new Profiles()

beforeAll(async () => {
  server = await demoServer()
  await server.start()
})

afterAll(async () => {
  await server.end()
  profiles.remove()
})

test('given away and back, tried, reached, declined; a visit confirmed; a list rung through without a signal', async () => {
  const grace = await AtWork.arrive(server.url, 'grace@demo.test', profiles.another())
  await givenBySuggestion(grace)
  await grace.context.setOffline(true)
  await triedAndReached(grace)
  await declined(grace)
  const event = await confirmedAndTakenAlong(grace)
  expect(event.get('SUMMARY')).toBe('Visit W. C.')
  expect(event.get('LOCATION')).toMatch(/^At home\\, (DA|SE)\d+$/)
  expect(event.get('STATUS')).toBe('CONFIRMED')
  expect(event.get('DTSTART;TZID=Europe/London')).toBe(`${dayOf(new Date()).replaceAll('-', '')}T093000`)
  await rungThrough(grace)
  await grace.context.setOffline(false)
  await grace.sync()
  await grace.allSent()
  await grace.leave()
})

async function givenBySuggestion(who: AtWork): Promise<void> {
  const { page } = who
  const file = await openFile(who, 'Rookhope')
  await file.getByRole('button', { name: 'More' }).click()
  await page.getByRole('link', { name: 'Give to a colleague' }).click()
  const best = page.getByRole('region', { name: 'Who has room' }).getByRole('listitem').first()
  await best.getByText('Suggested').waitFor()
  await best.getByText(/\d+ open files, \d+ visits? in the next 14 days/).waitFor()
  await best.getByText('Fewest visits ahead').waitFor()
  await best.getByRole('button', { name: 'Give to Sam Kettleworth' }).click()
  await file.getByText('With Sam Kettleworth').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await file.getByText('With Grace Lanternby').waitFor()
}

async function triedAndReached(who: AtWork): Promise<void> {
  const { page } = who
  const call = page.getByRole('main').getByRole('link', { name: /^Call Angie/ })
  expect(await call.getAttribute('href')).toMatch(/^tel:\d+$/)
  await call.click()
  await page.getByRole('button', { name: 'No answer' }).click()
  await page.getByText(/^No answer, \d\d:\d\d$/).waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Left a message' }).waitFor()
  await page.getByRole('list').getByText('No answer').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Left a message' }).click()
  await page.getByLabel('Note, if there is something to say').fill('Rings back after lunch.')
  await page.getByLabel('Note, if there is something to say').press('Tab')
  await page.getByText('The note is saved.').waitFor()
  await page.getByRole('link', { name: 'Done: back to the file' }).click()
  await page.getByText('Phone: Left a message').waitFor()
  await page.getByText(/^Waiting for a first conversation/).waitFor()
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Call Angie/ })
    .click()
  await page.getByRole('button', { name: 'Spoke to them' }).click()
  await page.getByText(/^Spoke to them, \d\d:\d\d$/).waitFor()
  await page.getByRole('link', { name: 'Done: back to the file' }).click()
  await page.getByText(/^Waiting for a first visit/).waitFor()
}

async function declined({ page }: AtWork): Promise<void> {
  const callBack = formatFullDay(addMonths(dayOf(new Date()), 3))
  await page.getByRole('main').getByRole('button', { name: 'More' }).click()
  await page.getByRole('link', { name: 'They do not want it' }).click()
  await page.getByRole('button', { name: 'They do not want it' }).click()
  await page.getByRole('alert').getByText('Choose a reason, or write one.').waitFor()
  await page.getByRole('radio', { name: 'Not now' }).check()
  await page.getByLabel('In their own words, or yours').fill('after the operation')
  await page.getByText(`They are asked again on ${callBack}`).waitFor()
  await page.getByRole('button', { name: 'They do not want it' }).click()
  await page.getByText(`To be asked again on ${callBack}`).waitFor()
  await page.getByText('They did not want it: Not now: after the operation').waitFor()
  expect(await page.getByRole('link', { name: 'Start visit' }).count()).toBe(0)
}

/** The visit as the calendar file tells it. */
async function confirmedAndTakenAlong(who: AtWork): Promise<Map<string, string>> {
  const { page } = who
  await who.place('Today')
  const maps = page.getByRole('link', { name: 'Open in maps' }).first()
  expect(await maps.getAttribute('href')).toMatch(
    /^https:\/\/www\.openstreetmap\.org\/search\?query=\d+%20[^&]*DA\d+%20\w+$/,
  )
  await page.getByRole('link', { name: /^Confirm or change the visit with Wilf/ }).click()
  await page.getByRole('button', { name: 'They confirm it' }).click()
  await page
    .getByRole('main')
    .getByText(/^Confirmed /)
    .waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Make a calendar file' }).click(),
  ])
  return propertiesOf(await readFile(await download.path(), 'utf8'))
}

/** What a calendar reads of the first event: lines unfolded, names from values. */
function propertiesOf(file: string): Map<string, string> {
  const [, event = ''] = file.replaceAll('\r\n ', '').split('BEGIN:VEVENT\r\n')
  return new Map(
    event.split('\r\n').map((line) => {
      const at = line.indexOf(':')
      return [line.slice(0, at), line.slice(at + 1)]
    }),
  )
}

async function rungThrough(who: AtWork): Promise<void> {
  const { page } = who
  await who.place('Caseload')
  await page.getByText('Open and waiting, most pressing').click()
  await page.getByLabel('Practice').selectOption('Bellegrove')
  await page.getByRole('button', { name: 'Choose several' }).click()
  await page.getByRole('button', { name: /^All \d+$/ }).click()
  await page.getByRole('button', { name: 'Make a call list' }).click()
  await page.getByLabel('Name of the list').fill('Winter calls')
  await page.getByLabel('What to ask or to tell').fill('Is the house warm?')
  await page.getByRole('button', { name: /^Make the list of \d+$/ }).click()
  await page.getByRole('heading', { name: 'Winter calls' }).waitFor()
  await page.getByText(/^0 of \d+ called, 0 people spoken to$/).waitFor()
  const first = await nameOnScreen(page)
  await page.getByRole('button', { name: 'Skip for now' }).click()
  const second = await nameOnScreen(page)
  expect(second).not.toBe(first)
  await page.getByRole('button', { name: 'Spoke to them' }).click()
  await page.getByText(/^1 of \d+ called, 1 person spoken to$/).waitFor()
  expect(await nameOnScreen(page)).toBe(second)
  await page.getByRole('button', { name: 'Next person' }).click()
  expect(await nameOnScreen(page)).not.toBe(second)
  await page.getByRole('list', { name: 'Everybody on the list' }).getByRole('button', { name: first }).click()
  expect(await nameOnScreen(page)).toBe(first)
  await page.getByRole('button', { name: 'Finish the list' }).click()
  await page.getByText('This list is finished').waitFor()
  await page.getByRole('button', { name: 'Take the list up again' }).click()
  await page.getByRole('button', { name: 'Finish the list' }).waitFor()
}

function nameOnScreen(page: Page): Promise<string> {
  return page.getByRole('region', { name: 'Who is next' }).getByRole('heading').innerText()
}

/** The file beside the caseload. */
async function openFile(who: AtWork, name: string) {
  await who.openFile(name)
  const file = who.page.getByRole('region', { name: 'Chosen file' })
  await file.getByRole('heading', { name: new RegExp(name) }).waitFor()
  return file
}
