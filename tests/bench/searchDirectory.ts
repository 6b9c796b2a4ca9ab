import type { Page } from 'playwright-core'
import { demoServer } from '#tests/fixtures/serverProcess.ts'
import { AtWork, PASSWORD } from '#tests/e2e/atWork.ts'
import { Colleague } from '#tests/e2e/colleague.ts'
import { Profiles } from '#tests/e2e/profiles.ts'
import { manyServices } from './manyServices.ts'
import { type Bench, type Measured, median, percentile } from './measured.ts'

interface Drawn {
  ms: number
  /** The names on the screen. */
  list: string
}

declare global {
  interface Window {
    drawn?: Drawn | undefined
    tasks?: number[]
  }
}

const SERVICES = 5_000
const RUNS = 5
/** A word of very many entries, a half-typed second word, a slip of the hand, a place. */
const TYPED = ['walking', 'debt adv', 'gardning', 'da16']

/** From a keystroke to the frame with the list of it, among 5,000 services; and how long opening them holds the page up. */
export async function searchDirectory({ slower }: Bench): Promise<Measured[]> {
  const server = await demoServer()
  await server.start()
  const profiles = new Profiles()
  try {
    await fill(server.url)
    const val = await AtWork.arrive(server.url, 'val@demo.test', profiles.another())
    const { page, context } = val
    await context.setOffline(true)
    const cdp = await context.newCDPSession(page)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower })
    const opening = await openDirectory(val)
    const letters = await typeAll(page)
    await val.leave()
    const times = letters.map(({ ms }) => ms)
    const worst = letters.toSorted((a, b) => b.ms - a.ms).slice(0, 3)
    const unsettled = letters.filter(({ settled }) => !settled)
    return [
      {
        name: 'search-directory, p95',
        unit: 'ms',
        ours: percentile(times, 95),
        limit: 50,
        besides: `Median ${median(times)} ms of ${times.length} letters; slowest ${worst.map(({ typed, ms }) => `“${typed}” ${ms}`).join(', ')}; ${unsettled.length} lists changed after they were first drawn.`,
      },
      {
        name: 'open-directory, longest task',
        unit: 'ms',
        ours: opening.longest,
        limit: 200,
        besides: `All read after ${opening.read} ms.`,
      },
    ]
  } finally {
    await server.end()
    profiles.remove()
  }
}

async function fill(url: string): Promise<void> {
  const mo = await Colleague.signIn(url, 'mo@demo.test', PASSWORD)
  const edits = manyServices(SERVICES)
  for (let at = 0; at < edits.length; at += 100) {
    const outcome = await mo.save(edits.slice(at, at + 100))
    if (outcome !== 'applied') throw new Error(`The services were not taken: ${outcome}`)
  }
}

/** Goes to the directory anew, and says how long the page was held up by reading it. */
async function openDirectory(val: AtWork): Promise<{ longest: number; read: number }> {
  const { page } = val
  await val.place('Settings')
  await page.evaluate(() => {
    const tasks: number[] = []
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({ type: 'longtask' })
    window.tasks = tasks
  })
  const begun = performance.now()
  await val.place('Directory')
  await page.getByText(/^5,\d\d\d services/).waitFor()
  await page.getByRole('searchbox').fill('walking')
  await page.waitForTimeout(500)
  await page.getByText(/Still reading/).waitFor({ state: 'detached', timeout: 60_000 })
  const read = Math.round(performance.now() - begun)
  const tasks = await page.evaluate(() => window.tasks ?? [])
  return { longest: Math.round(Math.max(0, ...tasks)), read }
}

interface Letter {
  typed: string
  /** The median, in whole milliseconds. */
  ms: number
  /** Whether the first list on the screen was the one that stayed. */
  settled: boolean
}

async function typeAll(page: Page): Promise<Letter[]> {
  const letters: Letter[] = []
  await page.evaluate(watchKeys)
  for (const words of TYPED) {
    const runs: { ms: number; settled: boolean }[][] = []
    for (let run = 0; run < RUNS; run++) runs.push(await typeOnce(page, words))
    for (let at = 0; at < words.length; at++) {
      letters.push({
        typed: words.slice(0, at + 1),
        ms: median(runs.map((run) => run[at]?.ms ?? Infinity)),
        settled: runs.every((run) => run[at]?.settled),
      })
    }
  }
  return letters
}

async function typeOnce(page: Page, words: string): Promise<{ ms: number; settled: boolean }[]> {
  await page.getByRole('searchbox').fill('')
  await page.waitForTimeout(700)
  const measured = []
  for (const letter of words) {
    await page.evaluate(() => void (window.drawn = undefined))
    await page.keyboard.press(letter === ' ' ? 'Space' : letter)
    const handle = await page.waitForFunction(() => window.drawn)
    const { ms, list } = (await handle.jsonValue()) ?? { ms: Infinity, list: '' }
    await page.waitForTimeout(150)
    measured.push({ ms: Math.round(ms), settled: (await page.evaluate(listNow)).startsWith(list) })
  }
  return measured
}

/** From the moment at which a key went down, as the browser has it, to after the frame with the list was drawn. */
function watchKeys(): void {
  let pressed = 0
  const drawn = () => {
    const ms = performance.now() - pressed
    const names = [...document.querySelectorAll('ul[aria-label^="Services"] a')]
    window.drawn = { ms, list: names.map((name) => name.textContent).join('|') }
  }
  const afterFrame = () =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', drawn)
      port1.start()
      port2.postMessage(null)
    })
  addEventListener('keydown', ({ timeStamp }) => void (pressed = timeStamp), { capture: true })
  // The letter itself arrives by an event of its own, maybe a frame later.
  addEventListener('input', afterFrame, { capture: true })
}

function listNow(): string {
  return [...document.querySelectorAll('ul[aria-label^="Services"] a')]
    .map((name) => name.textContent)
    .join('|')
}
