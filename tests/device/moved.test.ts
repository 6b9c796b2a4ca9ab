import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { kindNamed } from '#domain/kind/kinds.ts'
import { countsOf, standingOf } from '#sync/status.ts'
import { TestDevice } from '#tests/fixtures/device.ts'
import { Manager } from '#tests/fixtures/manager.ts'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'

// Clients and people who move: what a device then holds, what it fetched for that, and what becomes of work on the way.

let server: ServerProcess
let manager: Manager
let mo: TestDevice
let grace: TestDevice
let home: string
let other: string
let client: string
let note: string

beforeAll(async () => {
  server = await demoServer()
  await server.start()
  manager = await Manager.signedIn(server.url)
  other = await manager.addTeam('North')
  mo = await TestDevice.signedIn(server.url, 'mo@demo.test')
  grace = await TestDevice.signedIn(server.url, 'grace@demo.test')
  home = grace.person.team ?? ''
}, 60_000)

afterAll(() => server.end())

beforeEach(async () => {
  client = v7()
  note = v7()
  await synced(mo)
  await mo.create('client', client, client, {
    firstName: 'Ife',
    familyName: 'Ade',
    team: home,
    status: 'open',
  })
  await mo.create('note', note, client, { text: 'Plantednote', at: '2026-03-02', author: mo.person.id })
  await synced(mo, grace)
})

async function synced(...devices: TestDevice[]): Promise<void> {
  for (const device of devices) expect(await device.sync()).toEqual({ ok: true, value: undefined })
}

const heldBy = (device: TestDevice) => new Set(device.keeper.recordIds)
const outboxOf = (device: TestDevice) =>
  device.keeper.outbox().map(({ state, receipt }) => [state, receipt?.reason ?? null])

const carried = z.object({ records: z.array(z.object({ id: z.string() })).default([]) })

/** Syncs, and counts the records that came for it. */
async function fetchedBy(device: TestDevice): Promise<string[]> {
  const came: string[] = []
  device.line = async (url, init) => {
    const answer = await fetch(url, init)
    if (url.includes('/api/sync/records')) {
      came.push(...carried.parse(await answer.clone().json()).records.map(({ id }) => id))
    }
    return answer
  }
  await synced(device)
  device.line = fetch
  return came
}

/** What the rules let Grace hold, who is of no drop-in, from what a manager's device holds, which is everything. */
async function allowed(scope: { team?: string | undefined; files: boolean }): Promise<Set<string>> {
  await synced(mo)
  const records = [...mo.keeper.recordIds].flatMap((id) => mo.keeper.record(id) ?? [])
  const teamOf = (file: string) => mo.keeper.record(file)?.body['team']
  const isOfAll = scope.files && scope.team === undefined
  const mine = records.filter(({ kind, file }) =>
    file === null
      ? isOfAll || kindNamed(kind)?.place !== 'people'
      : isOfAll || (scope.files && teamOf(file) === scope.team),
  )
  return new Set(mine.map(({ id }) => id))
}

async function move(to: string): Promise<void> {
  await mo.edit('client', client, { team: to })
  await synced(mo)
}

describe('a device after a move holds exactly what it should, and fetches no more than that', () => {
  test('a client goes to another team, and comes back with the whole file', async () => {
    await move(other)
    expect(await fetchedBy(grace)).toEqual([])
    expect(heldBy(grace)).toEqual(await allowed({ team: home, files: true }))
    expect(heldBy(grace).has(note)).toBe(false)
    await move(home)
    expect((await fetchedBy(grace)).toSorted()).toEqual([client, note].toSorted())
    expect(heldBy(grace)).toEqual(await allowed({ team: home, files: true }))
  })

  test('a person leaves a team and joins it again', async () => {
    await manager.alter(grace.person.id, { team: other })
    // The staff record that tells colleagues is the one thing that is new.
    expect(await fetchedBy(grace)).toEqual([grace.person.id])
    expect(heldBy(grace)).toEqual(await allowed({ team: other, files: true }))
    const before = heldBy(grace)
    await manager.alter(grace.person.id, { team: home })
    const came = await fetchedBy(grace)
    const now = heldBy(grace)
    expect(now).toEqual(await allowed({ team: home, files: true }))
    expect(came.length).toBe(now.size - before.size + 1)
  })

  test('a manager becomes a co-ordinator, a volunteer, and a manager again', async () => {
    const steps = [
      [{ role: 'manager' }, { files: true }],
      [
        { role: 'coordinator', team: home },
        { files: true, team: home },
      ],
      [{ role: 'volunteer' }, { files: false }],
      [{ role: 'manager' }, { files: true }],
      [
        { role: 'coordinator', team: home },
        { files: true, team: home },
      ],
    ] as const
    for (const [change, scope] of steps) {
      const before = heldBy(grace)
      await manager.alter(grace.person.id, change)
      const came = await fetchedBy(grace)
      const expected = await allowed(scope)
      expect(heldBy(grace).size).toBe(expected.size)
      for (const id of expected) expect(heldBy(grace)).toContain(id)
      const fresh = [...heldBy(grace)].filter((id) => !before.has(id))
      expect(new Set(came)).toEqual(new Set([...fresh, grace.person.id]))
      expect(came.length).toBe(new Set(came).size)
    }
  })

  test('an account ends: nothing is left; reopened, everything is there', async () => {
    await manager.alter(grace.person.id, { active: false })
    expect(await fetchedBy(grace)).toEqual([])
    expect(heldBy(grace).size).toBe(0)
    await manager.alter(grace.person.id, { active: true })
    await synced(grace)
    expect(heldBy(grace)).toEqual(await allowed({ team: home, files: true }))
  })
})

describe('work that is pending on what has left', () => {
  test('is taken in first where it was done in time; then the record goes', async () => {
    await grace.edit('client', client, { phone: '020 7946 0001' })
    await move(other)
    await synced(grace)
    expect([outboxOf(grace), heldBy(grace).has(client)]).toEqual([[], false])
    await synced(mo)
    expect(mo.view('client', client).body.phone).toBe('020 7946 0001')
  })

  test('is handed over where its author’s access has ended, and nothing is thrown away', async () => {
    await grace.edit('client', client, { phone: '020 7946 0002' })
    await manager.alter(grace.person.id, { active: false })
    await synced(grace)
    expect(outboxOf(grace)).toEqual([['refused', 'held']])
    const [item] = await manager.held()
    await manager.decide(item?.hash ?? '', 'take')
    await synced(grace, mo)
    expect(outboxOf(grace)).toEqual([])
    expect(mo.view('client', client).body.phone).toBe('020 7946 0002')
    await manager.alter(grace.person.id, { active: true })
    await synced(grace)
  })
})

describe('work that is held', () => {
  /** Written on a copy of a file that has left: what a tablet does that pulled in the middle of it. */
  async function heldChange(phone: string): Promise<void> {
    const seen = grace.view('client', client)
    await move(other)
    await synced(grace)
    const fields = { phone: { from: seen.body.phone ?? null, to: phone } }
    await grace.keeper.save([{ op: 'edit', kind: 'client', id: client, version: seen.version, fields }])
    await synced(grace)
  }

  const hashOf = async (): Promise<string> => {
    const items = await manager.held()
    return items.find(({ change }) => change?.edits[0]?.id === client)?.hash ?? ''
  }

  test('is with a manager: not sent, not waiting, and nothing the author has to do', async () => {
    await heldChange('1')
    expect(outboxOf(grace)).toEqual([['refused', 'held']])
    const { waiting, lines, refused, withManager } = countsOf(grace.keeper)
    expect([waiting, refused, withManager]).toEqual([0, 0, 1])
    const standing = standingOf({
      phase: 'resting',
      waiting,
      lines,
      withManager,
      needsYou: { refused, contested: 0 },
      checkedAt: '2026-03-02T10:00:00.000Z',
      received: 0,
    })
    expect(standing).toEqual({ is: 'withManager', count: 1 })
    await grace.keeper.discard(grace.keeper.outbox()[0]?.change.id ?? '', grace.person.id)
    await synced(grace)
    expect(outboxOf(grace)).toEqual([])
    expect(await hashOf()).not.toBe('')
  })

  test('is asked after once a round, by one request more, and changes nothing as long as nobody decides', async () => {
    await heldChange('1')
    const kept = grace.disk.outbox.size
    grace.requests.splice(0)
    await synced(grace)
    const pushes = grace.requests.filter((line) => line.startsWith('POST /api/sync/changes'))
    expect([pushes.length, grace.disk.outbox.size]).toEqual([1, kept])
    await manager.decide(await hashOf(), 'decline')
    await grace.keeper.discard(grace.keeper.outbox()[0]?.change.id ?? '', grace.person.id)
    await synced(grace)
    grace.requests.splice(0)
    await synced(grace)
    expect(grace.requests.filter((line) => line.startsWith('POST /api/sync/changes'))).toEqual([])
  })

  test('taken in: it leaves the outbox, though its author no longer sees the record', async () => {
    await heldChange('020 7946 0003')
    await manager.decide(await hashOf(), 'take')
    await synced(grace)
    expect([outboxOf(grace), heldBy(grace).has(client)]).toEqual([[], false])
    await synced(mo)
    expect(mo.view('client', client).body.phone).toBe('020 7946 0003')
  })

  test('left out: the author is told why, also after a restart, and again when the manager thinks better of it', async () => {
    await heldChange('1')
    const hash = await hashOf()
    await manager.decide(hash, 'decline', 'Tom has rung them')
    await synced(grace)
    await grace.restart()
    expect(grace.keeper.outbox()[0]?.receipt).toMatchObject({
      reason: 'declined',
      detail: 'Tom has rung them',
    })
    await manager.decide(hash, 'reopen')
    await synced(grace)
    expect(outboxOf(grace)).toEqual([['refused', 'held']])
    await manager.decide(hash, 'take')
    await synced(grace)
    expect(outboxOf(grace)).toEqual([])
  })

  test('does not keep other work from being sent', async () => {
    await heldChange('1')
    const another = v7()
    await grace.create('client', another, another, {
      firstName: 'B',
      familyName: 'C',
      team: home,
      status: 'open',
    })
    await synced(grace)
    expect(outboxOf(grace)).toEqual([['refused', 'held']])
    expect(grace.keeper.record(another)?.rev).toBe(1)
  })
})
