import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'
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

test('a service is found on a phone without a signal, by thumb, and again after a lock; and by keyboard alone', async () => {
  const val = await AtWork.arrive(server.url, 'val@demo.test', profiles.another())
  await val.context.setOffline(true)
  await val.place('Directory')
  await val.page.setViewportSize({ width: 390, height: 844 })
  await narrowed(val)
  await thereAndBack(val)
  await again(val)
  await loosened(val)
  await nearHere(val)
  expect(new URL(val.page.url()).searchParams.get('near')).toBe('here')
  await byKeyboard(val)
  await val.leave()
})

/** With a slip of the hand, near a postcode, on a day; every choice stays in sight. */
async function narrowed({ page }: AtWork): Promise<void> {
  await page.getByRole('searchbox').fill('wlaking')
  await page.getByText(/^\d+ services?/).waitFor()
  expect(await namesFound(page)).toEqual(expect.arrayContaining([expect.stringMatching(/walk/i)]))
  await page.getByRole('button', { name: 'Clear the search' }).click()
  await page.getByRole('button', { name: 'Filters' }).click()
  const sheet = page.getByRole('dialog', { name: 'Filters' })
  await sheet.getByRole('button', { name: 'Tue', exact: true }).click()
  await sheet.getByRole('textbox', { name: /postcode or place/ }).fill('da16')
  await sheet.getByRole('button', { name: /^Show \d+ services?/ }).click()
  await sheet.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Take away: Near DA16' }).waitFor()
  await page.getByRole('combobox', { name: 'Order' }).selectOption('Nearest')
  await expect.poll(() => inOrder(page)).toBe(true)
}

/** To the detail and back with the list where it was, scrolled and all. */
async function thereAndBack({ page }: AtWork): Promise<void> {
  const links = page.getByRole('list', { name: /^Services/ }).getByRole('link')
  const link = links.nth(Math.min(6, (await links.count()) - 1))
  const name = await link.innerText()
  await link.scrollIntoViewIfNeeded()
  const before = await page.evaluate(() => Math.round(scrollY))
  expect(before).toBeGreaterThan(0)
  await link.click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.getByRole('heading', { name: 'Getting in touch' }).waitFor()
  await page.getByRole('main').getByRole('link', { name: 'Directory', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Directory' }).waitFor()
  await page.waitForFunction((at) => Math.abs(scrollY - at) < 3, before)
  expect(await link.innerText()).toBe(name)
}

/** What was looked for is still there after a lock and after a reload. */
async function again(val: AtWork): Promise<void> {
  const { page } = val
  await page.getByRole('searchbox').fill('group')
  await page.waitForFunction(() => location.search.includes('q=group'))
  const names = await namesFound(page)
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await val.unlock()
  await page.getByRole('button', { name: 'Take away: Tuesday' }).waitFor()
  await page.reload()
  await val.unlock()
  await page.getByRole('button', { name: 'Take away: Tuesday' }).waitFor()
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[type=search]')?.value === 'group',
  )
  await expect.poll(() => namesFound(page)).toEqual(names)
  await page.getByRole('button', { name: 'Clear the search' }).click()
}

/** Nothing found says what to let go of, keeps its promise, and leads to writing it down. */
async function loosened({ page }: AtWork): Promise<void> {
  await page.getByRole('button', { name: 'Take all away' }).click()
  await page.getByRole('button', { name: 'Filters' }).click()
  const sheet = page.getByRole('dialog', { name: 'Filters' })
  await sheet.getByRole('button', { name: 'Safety', exact: true }).click()
  await sheet.getByRole('textbox', { name: 'Age of the person' }).fill('3')
  await sheet.getByRole('button', { name: 'Close the filters' }).click()
  await page.getByRole('searchbox').fill('befriending')
  await page.getByText('Nothing fits all of that').waitFor()
  const way = page.getByRole('button', { name: /^Any kind of help: \d+ services?$/ })
  const promised = Number(/\d+/.exec(await way.innerText())?.[0])
  await way.click()
  await page.getByText(new RegExp(`^${promised} services?`)).waitFor()
  await expect.poll(() => namesFound(page)).toHaveLength(promised)
}

/** Asked for on a tap only; refused, it says so in words; allowed, it measures. */
async function nearHere({ page, context }: AtWork): Promise<void> {
  await page.getByRole('button', { name: 'Clear the search' }).click()
  await page.getByRole('button', { name: /^Filters/ }).click()
  const sheet = page.getByRole('dialog', { name: 'Filters' })
  await sheet.getByRole('button', { name: 'Near here' }).click()
  await sheet.getByText('This device does not tell Doorstep where it is.').waitFor()
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ latitude: 51.4625, longitude: 0.1075 })
  await sheet.getByRole('button', { name: 'Near here' }).click()
  await sheet.getByRole('button', { name: 'Close the filters' }).click()
  await page.getByText(/\d+ without a place on the map/).waitFor()
}

/** On a tablet, where the filters are beside the list. */
async function byKeyboard({ page }: AtWork): Promise<void> {
  await page.setViewportSize({ width: 1180, height: 820 })
  await page.getByRole('button', { name: 'Take away: Near here' }).click()
  await page.getByRole('searchbox').focus()
  const money = page.getByRole('button', { name: 'Money', exact: true })
  for (let presses = 0; presses < 10 && !(await isFocused(money)); presses++) await page.keyboard.press('Tab')
  expect(await isFocused(money)).toBe(true)
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Take away: Money' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Take away: Money' }).waitFor({ state: 'detached' })
  const box = page.getByRole('checkbox', { name: /^Choose / }).first()
  await box.focus()
  await page.keyboard.press('Space')
  await page.getByText('1 service chosen').waitFor()
  const link = page.getByRole('list', { name: 'Services found' }).getByRole('link').first()
  await link.focus()
  await page.keyboard.press('Enter')
  await page
    .getByRole('region', { name: 'Chosen service' })
    .getByRole('heading', { name: 'Going there' })
    .waitFor()
  await page.getByText('1 service chosen').waitFor()
}

type Page = AtWork['page']

function namesFound(page: Page): Promise<string[]> {
  return page
    .getByRole('list', { name: /^Services/ })
    .getByRole('heading')
    .allInnerTexts()
}

/** Whether the miles on the cards that fit do not go down. */
async function inOrder(page: Page): Promise<boolean> {
  const cards = await page.getByRole('list', { name: 'Services found' }).getByRole('listitem').allInnerTexts()
  const miles = cards.flatMap((card) => /(\d+\.\d) miles/.exec(card)?.[1] ?? [])
  return miles.length > 1 && miles.every((each, i) => i === 0 || Number(each) >= Number(miles[i - 1]))
}

function isFocused(button: ReturnType<Page['getByRole']>): Promise<boolean> {
  return button.evaluate((element) => element === document.activeElement)
}
