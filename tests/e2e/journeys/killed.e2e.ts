import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawFor } from '#server/demo/cohort/random.ts'
import type { Json } from '#domain/json.ts'
import { verifyHistory } from '#server/reconcile/verifyHistory.ts'
import { openDatabase } from '#server/store/database.ts'
import { type BadLine, badLine } from '#tests/faults/badLine.ts'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'
import { AtWork, PASSWORD } from '../atWork.ts'
import { BusyHands } from '../busyHands.ts'
import { Colleague } from '../colleague.ts'
import { Profiles } from '../profiles.ts'

// Grace writes one note after another, and everything around her breaks. What the screen acknowledged is on the
// server in the end, exactly once.

const SERVER_KILLS = 43
const BROWSER_KILLS = 7
const LINE_TROUBLES = 25

/** The same troubles each time; where they fall into the work is up to the machine. */
const random = drawFor('what breaks, and when').next

const profiles = new Profiles()
let server: ServerProcess
let line: BadLine
let grace: AtWork
let hands: BusyHands

beforeAll(async () => {
  server = await demoServer()
  await server.start()
  line = await badLine(server.url, random)
  grace = await AtWork.arrive(line.url, 'grace@demo.test', profiles.another())
  hands = new BusyHands(grace)
  await hands.sitDown()
})

afterAll(async () => {
  await grace.leave()
  await line.end()
  await server.end()
  profiles.remove()
})

test('a line that cuts, delays and halves: everything arrives, once', async () => {
  line.bad(true)
  for (let burst = 0; line.troubles() < LINE_TROUBLES && burst < 80; burst += 1) {
    await hands.write(`Bad line ${burst}`, 1)
    await setTimeout(150)
  }
  expect(line.troubles()).toBeGreaterThanOrEqual(LINE_TROUBLES)
  line.bad(false)
  await everythingArrived()
})

test('the server’s clock and the tablet’s are set back by two years: everything arrives, once, in the order of work', async () => {
  await setServerClock(-2 * 365 * 86_400_000)
  await grace.page.clock.setSystemTime(new Date('2024-01-05T10:00:00Z'))
  await hands.write('Long ago', 10)
  await everythingArrived()
  await setServerClock(0)
  await grace.page.clock.setSystemTime(new Date())
  await hands.write('Today again', 5)
  await everythingArrived()
  const texts = (await notesOnServer()).map(({ text }) => text)
  const ours = texts.filter((text) => typeof text === 'string' && /^(Long ago|Today again)/.test(text))
  expect(ours).toEqual(hands.acknowledged.slice(-15))
})

test(`killed ${SERVER_KILLS + BROWSER_KILLS} times at any moment, the server or the browser: everything arrives, once`, async () => {
  const victims = shuffled([
    ...Array.from({ length: SERVER_KILLS }, () => 'server' as const),
    ...Array.from({ length: BROWSER_KILLS }, () => 'browser' as const),
  ])
  // Chromium writes cookies to the disk half a minute late: one that was set just now would die with it.
  await grace.restart('close')
  await hands.sitDown()
  for (const [round, victim] of victims.entries()) {
    const writing = hands.write(`Round ${round}`, 6)
    await setTimeout(random() * 400)
    if (victim === 'server') {
      await server.kill()
      await server.start()
      await writing
    } else {
      // The note that was under way may have been saved or not; the screen had not said so.
      await Promise.all([grace.restart('kill'), writing.catch(unlessGone)])
      await hands.sitDown()
    }
  }
  await everythingArrived()
  await server.stop()
  const database = await openDatabase(server.database)
  const { tenant } = await database.selectFrom('services').select('tenant').executeTakeFirstOrThrow()
  expect(await verifyHistory(database, tenant)).toEqual([])
  await database.destroy()
  await server.start()
}, 600_000)

function unlessGone(error: unknown): void {
  if (!(error instanceof Error) || !/closed|crashed/.test(error.message)) throw error
}

async function everythingArrived(): Promise<void> {
  // What the browser says when a connection is back: it is not waited for until the next round by the clock.
  await grace.page.evaluate(() => window.dispatchEvent(new Event('online')))
  await grace.allSent()
  const count = Map.groupBy(await notesOnServer(), ({ text }) => text)
  expect(hands.acknowledged.filter((text) => count.get(text)?.length !== 1)).toEqual([])
  expect(hands.begun.filter((text) => (count.get(text)?.length ?? 0) > 1)).toEqual([])
}

/** Asked by a colleague of the same team, in the server's order. */
async function notesOnServer(): Promise<{ text: Json | undefined }[]> {
  const sam = await Colleague.signIn(server.url, 'sam@demo.test', PASSWORD)
  const notes = (await sam.records()).filter(({ kind }) => kind === 'note')
  return notes.toSorted((a, b) => a.seq - b.seq).map(({ body }) => ({ text: body['text'] }))
}

async function setServerClock(skew: number): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${server.url}/api/dev/faults`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ skew }),
  })
  expect(answer.ok).toBe(true)
}

function shuffled<T>(items: T[]): T[] {
  return items
    .map((item) => ({ item, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item)
}
