import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { JsonObject } from '#domain/json.ts'
import { createRecord } from '#domain/change/write.ts'
import { draftsReplySchema } from '#protocol/drafts.ts'
import { TestDevice } from '#tests/fixtures/device.ts'
import { demoServer } from '#tests/fixtures/serverProcess.ts'
import { people } from '#server/testing/demo.ts'
import { openService, type TestService } from '#server/testing/service.ts'

// A begun visit is its author's alone, and survives the tablet. Each test begins with a visit that nobody begun.

let server: TestService

beforeAll(async () => {
  server = await openService()
})

afterAll(() => server.remove())

let tablet: TestDevice
let other: TestDevice
let visit: string

beforeEach(async () => {
  tablet = await TestDevice.signedIn(server.url, people.grace.email)
  other = await TestDevice.signedIn(server.url, people.grace.email)
  visit = v7()
})

async function write(device: TestDevice, answers: JsonObject, id = visit): Promise<void> {
  const at = new Date().toISOString()
  const kept = await device.keeper.writeDraft({
    id,
    about: v7(),
    begunAt: at,
    savedAt: at,
    content: { answers },
  })
  if (!kept.ok) throw new Error(kept.error)
}

/** Takes it up as a screen does, and goes on. */
async function goOn(device: TestDevice, answers: JsonObject): Promise<void> {
  device.keeper.drafts.read(visit)
  await write(device, answers)
}

async function finish(device: TestDevice): Promise<void> {
  device.keeper.drafts.read(visit)
  const id = v7()
  const { team } = device.person
  if (team === null) throw new Error('no team')
  const body = { firstName: 'Ife', familyName: 'Ade', team, status: 'open' }
  const kept = await device.keeper.finishDraft(visit, [createRecord('client', id, id, body)])
  if (!kept.ok) throw new Error(kept.error)
}

/** As a restore leaves it. */
async function newEpoch(): Promise<string> {
  const epoch = v7()
  await server.database.updateTable('counters').set({ epoch }).execute()
  return epoch
}

function answersOn(device: TestDevice): unknown {
  return device.keeper.drafts.drafts.get(visit)?.draft.content['answers']
}

const standingOn = (device: TestDevice) => device.keeper.drafts.standing().get(visit)
const othersOn = (device: TestDevice) =>
  standingOn(device)?.others.map(({ draft }) => draft.content['answers'])

async function sync(...devices: TestDevice[]): Promise<void> {
  for (const device of devices) expect(await device.sync()).toEqual({ ok: true, value: undefined })
}

describe('a draft', () => {
  test('is on another device after both had contact, and both know that the service has it', async () => {
    await write(tablet, { one: 'yes' })
    expect(standingOn(tablet)?.atService).toBe(false)
    await sync(tablet, other)
    expect(answersOn(other)).toEqual({ one: 'yes' })
    expect([standingOn(tablet)?.atService, standingOn(other)?.atService]).toEqual([true, true])
  })

  test('goes up again only when it altered', async () => {
    await write(tablet, { one: 'yes' })
    await sync(tablet)
    const commits = tablet.disk.commits
    const sent = tablet.requests.length
    await sync(tablet, tablet)
    expect(tablet.disk.commits).toBe(commits)
    expect(tablet.requests.slice(sent).filter((request) => request.startsWith('PUT'))).toEqual([])
    await write(tablet, { one: 'yes', two: 'no' })
    await sync(tablet, other)
    expect(answersOn(other)).toEqual({ one: 'yes', two: 'no' })
  })

  test('is there after the device that wrote it was restarted, and is not sent once more', async () => {
    await write(tablet, { one: 'yes' })
    await sync(tablet)
    await tablet.restart()
    const sent = tablet.requests.length
    await sync(tablet)
    expect(tablet.requests.slice(sent).filter((request) => request.startsWith('PUT'))).toEqual([])
    expect(standingOn(tablet)?.atService).toBe(true)
  })

  test('taken over and gone on with elsewhere comes back, where nothing was written meanwhile', async () => {
    await write(tablet, { one: 'yes' })
    await sync(tablet, other)
    await goOn(other, { one: 'yes', two: 'no' })
    await sync(other, tablet)
    expect([answersOn(tablet), othersOn(tablet)]).toEqual([{ one: 'yes', two: 'no' }, []])
  })

  test('finished on one device goes from the other, and does not come back to either', async () => {
    await write(tablet, { one: 'yes' })
    await sync(tablet, other)
    await finish(other)
    await sync(other, tablet, other, tablet)
    for (const device of [tablet, other]) expect(answersOn(device)).toBeUndefined()
  })

  test('thrown away and begun anew is another one', async () => {
    await write(tablet, { one: 'yes' })
    await sync(tablet, other)
    await tablet.keeper.discardDraft(visit)
    await write(tablet, { begun: 'anew' })
    await sync(tablet, other, tablet)
    for (const device of [tablet, other]) {
      expect([answersOn(device), othersOn(device)]).toEqual([{ begun: 'anew' }, []])
    }
  })
})

describe('two devices that went different ways', () => {
  beforeEach(async () => {
    await write(tablet, { one: 'yes' })
    await sync(tablet, other)
    await goOn(tablet, { one: 'yes', two: 'on the tablet' })
    await goOn(other, { one: 'yes', two: 'elsewhere' })
    await sync(tablet, other, tablet)
  })

  test('each keeps its own, and is offered the other', () => {
    expect(answersOn(tablet)).toMatchObject({ two: 'on the tablet' })
    expect(othersOn(tablet)).toEqual([{ one: 'yes', two: 'elsewhere' }])
    expect(answersOn(other)).toMatchObject({ two: 'elsewhere' })
    expect(othersOn(other)).toEqual([{ one: 'yes', two: 'on the tablet' }])
  })

  test('the other one chosen: it goes on, on both devices, and what was left is set aside until the end', async () => {
    const [copy] = standingOn(tablet)?.others ?? []
    await tablet.keeper.keepDrafts(async (drafts) => (copy ? drafts.chosen(visit, copy, 'copy') : {}))
    await sync(tablet, other)
    for (const device of [tablet, other]) expect(answersOn(device)).toMatchObject({ two: 'elsewhere' })
    expect(standingOn(tablet)?.others).toMatchObject([
      { setAside: true, draft: { content: { answers: { two: 'on the tablet' } } } },
    ])
    expect(othersOn(other)).toEqual([])
    await goOn(tablet, { two: 'further' })
    await sync(tablet, other)
    expect(answersOn(other)).toEqual({ two: 'further' })
    await finish(tablet)
    await sync(tablet, other)
    const copies = tablet.keeper.drafts.asidesOf('copy').filter(({ draft }) => draft.id === visit)
    expect([answersOn(other), copies]).toEqual([undefined, []])
  })

  test('the one here chosen: the other device comes after', async () => {
    const [copy] = standingOn(tablet)?.others ?? []
    await tablet.keeper.keepDrafts(async (drafts) => (copy ? drafts.chosen(visit, copy, 'mine') : {}))
    await sync(tablet, other, tablet)
    for (const device of [tablet, other]) expect(answersOn(device)).toMatchObject({ two: 'on the tablet' })
    expect(standingOn(tablet)?.others.map(({ setAside }) => setAside)).toEqual([true])
  })

  test('finished on one without choosing: the other keeps what it holds more, and says so, also on a new device', async () => {
    await finish(tablet)
    await sync(tablet, other)
    expect(answersOn(other)).toMatchObject({ two: 'elsewhere' })
    expect(standingOn(other)?.closed).toBe('finished')
    const third = await TestDevice.signedIn(server.url, people.grace.email)
    await sync(third)
    expect([answersOn(third), standingOn(third)?.closed]).toEqual([
      { one: 'yes', two: 'elsewhere' },
      'finished',
    ])
    await other.keeper.discardDraft(visit)
    await sync(other, third, tablet)
    for (const device of [third, tablet]) expect(answersOn(device)).toBeUndefined()
  })
})

test('two begun apart, of the same visit, both stay; the one not chosen ends', async () => {
  await write(tablet, { here: 'yes' })
  await write(other, { there: 'yes' })
  await sync(tablet, other, tablet)
  expect([answersOn(tablet), othersOn(tablet)]).toEqual([{ here: 'yes' }, [{ there: 'yes' }]])
  expect([answersOn(other), othersOn(other)]).toEqual([{ there: 'yes' }, [{ here: 'yes' }]])
  const [copy] = standingOn(tablet)?.others ?? []
  await tablet.keeper.keepDrafts(async (drafts) => (copy ? drafts.chosen(visit, copy, 'copy') : {}))
  await sync(tablet, other)
  for (const device of [tablet, other]) expect(answersOn(device)).toEqual({ there: 'yes' })
  expect(othersOn(other)).toEqual([])
})

test('what a newer copy replaced under an open screen is not written over unseen', async () => {
  await write(tablet, { one: 'yes' })
  await sync(tablet, other)
  await goOn(other, { one: 'yes', two: 'elsewhere' })
  await sync(other, tablet)
  // The screen on the tablet still shows the state from before, and somebody types on.
  await write(tablet, { one: 'yes', three: 'typed on' })
  await sync(tablet, other, tablet)
  expect([answersOn(tablet), othersOn(tablet)]).toEqual([
    { one: 'yes', three: 'typed on' },
    [{ one: 'yes', two: 'elsewhere' }],
  ])
})

test('a write of another tab between the meeting and the disk is not replaced', async () => {
  await write(tablet, { one: 'yes' })
  await sync(tablet, other)
  await goOn(other, { one: 'yes', two: 'elsewhere' })
  await sync(other)
  const secondTab = await tablet.anotherTab()
  secondTab.drafts.read(visit)
  tablet.disk.faultBefore = (writes) => {
    if (!writes.draftSwap) return null
    tablet.disk.faultBefore = () => null
    void secondTab.writeDraft({
      id: visit,
      about: v7(),
      begunAt: '',
      savedAt: '',
      content: { answers: { two: 'here' } },
    })
    return 'lost'
  }
  await tablet.sync()
  await sync(tablet)
  expect([answersOn(tablet), othersOn(tablet)]).toEqual([{ two: 'here' }, [{ one: 'yes', two: 'elsewhere' }]])
})

describe('what could stand in the way', () => {
  test('a service that has lost its drafts, or never had them, does not hold up the work', async () => {
    tablet.line = (url, init) =>
      url.includes('draft') ? Promise.resolve(new Response('{}', { status: 500 })) : fetch(url, init)
    await write(tablet, { one: 'yes' })
    await finish(other)
    await sync(other, tablet)
    expect(standingOn(tablet)?.atService).toBe(false)
    tablet.line = fetch
    await sync(tablet)
    expect(standingOn(tablet)?.atService).toBe(true)
  })

  test('a copy that was altered or moved is left, and it is said; the others come', async () => {
    const second = v7()
    await write(tablet, { one: 'yes' })
    await write(tablet, { two: 'yes' }, second)
    await sync(tablet)
    other.line = async (url, init) => {
      const answer = await fetch(url, init)
      if (!url.includes('/api/sync/drafts') || init.method === 'PUT') return answer
      const listed = draftsReplySchema.parse(await answer.json())
      const [first, last] = listed.copies.filter(({ line }) => mine.has(line))
      if (first && last) first.sealed = last.sealed
      return Response.json(listed)
    }
    const lines = [visit, second].map((id) => tablet.keeper.drafts.drafts.get(id)?.line ?? '')
    const mine = new Set(lines)
    await sync(other)
    const here = [visit, second].filter((id) => other.keeper.drafts.drafts.has(id))
    expect([here.length, other.keeper.drafts.asidesOf('unreadable')]).toEqual([
      1,
      [{ is: 'unreadable', copies: 1 }],
    ])
  })

  test('an older copy that arrives late is put right at the next contact', async () => {
    await write(tablet, { one: 'yes' })
    const late: [string, RequestInit][] = []
    tablet.line = (url, init) => {
      if (init.method === 'PUT' && url.includes('/api/sync/drafts')) late.push([url, init])
      return fetch(url, init)
    }
    await sync(tablet)
    await write(tablet, { one: 'yes', two: 'no' })
    await sync(tablet)
    const [first] = late
    if (first) await fetch(...first)
    await sync(tablet, other)
    expect(answersOn(other)).toEqual({ one: 'yes', two: 'no' })
  })

  test('a service that was restored and made another key is given everything again, sealed anew', async () => {
    await write(tablet, { one: 'yes' })
    await sync(tablet)
    const key = Buffer.alloc(32, 7).toString('base64')
    const anew = async (url: string, init: RequestInit) =>
      url.endsWith('/draft-key') ? Response.json({ key }) : fetch(url, init)
    for (const device of [tablet, other]) device.line = anew
    await tablet.keeper.keepDrafts(async (drafts) => {
      const [known] = drafts.asidesOf('key')
      return { asidePut: await drafts.put(known ? [{ ...known, epoch: 'before' }] : []) }
    })
    await sync(tablet, other)
    expect([answersOn(other), standingOn(other)?.atService]).toEqual([{ one: 'yes' }, true])
  })

  test('a service that was restored to before the end does not bring back what was finished since', async () => {
    await write(tablet, { one: 'yes' })
    await sync(tablet)
    const of = tablet.keeper.drafts.drafts.get(visit)?.line ?? ''
    const copies = await server.database.selectFrom('drafts').selectAll().where('draft', '=', of).execute()
    await tablet.keeper.discardDraft(visit)
    await sync(tablet)
    await server.database.deleteFrom('drafts_ended').where('draft', '=', of).execute()
    await server.database.insertInto('drafts').values(copies).execute()
    const epoch = await newEpoch()
    await sync(other, tablet, other)
    expect([copies.length, tablet.keeper.checkpoint?.epoch]).toEqual([1, epoch])
    for (const device of [tablet, other]) expect(answersOn(device)).toBeUndefined()
  })

  test('leaving a device does not mind a draft that the service has, and minds one that altered since', async () => {
    await write(tablet, { one: 'yes' })
    await sync(tablet)
    const safe = () => tablet.keeper.drafts.rowsAtService()
    expect([safe().has(visit), safe().size]).toEqual([true, tablet.keeper.drafts.drafts.size])
    await write(tablet, { one: 'no' })
    expect([safe().has(visit), safe().size]).toEqual([false, tablet.keeper.drafts.drafts.size - 1])
  })
})

test('nobody but the author is given a draft: not a colleague, not a manager', async () => {
  await write(tablet, { secret: 'Zebrawood mornings' })
  await sync(tablet)
  const lines = [...tablet.keeper.drafts.drafts.values()].map(({ line }) => line)
  for (const { email } of [people.sam, people.mo, people.val]) {
    const somebody = await TestDevice.signedIn(server.url, email)
    const heard: string[] = []
    somebody.line = async (url, init) => {
      const answer = await fetch(url, init)
      heard.push(await answer.clone().text())
      return answer
    }
    await sync(somebody)
    expect(somebody.requests.some((request) => request.includes('/api/sync/drafts'))).toBe(true)
    for (const line of lines) expect(heard.join('')).not.toContain(line)
    expect(answersOn(somebody)).toBeUndefined()
  }
})

test('neither the text nor a key lies readable in the database', async () => {
  const demo = await demoServer()
  await demo.start()
  const device = await TestDevice.signedIn(demo.url, 'grace@demo.test')
  await write(device, { secret: 'Zebrawood mornings' })
  await sync(device)
  const key = device.keeper.drafts.asidesOf('key')[0]?.key ?? ''
  const line = device.keeper.drafts.drafts.get(visit)?.line ?? ''
  await demo.stop()
  const folder = dirname(demo.database)
  const files = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file))))
  await demo.end()
  const bytes = Buffer.concat(files)
  const secret = Buffer.from(key, 'base64')
  const planted = ['Zebrawood', visit, key, secret].map((text) => bytes.includes(text))
  expect([secret.length, bytes.includes(line), planted]).toEqual([32, true, [false, false, false, false]])
})
