import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Change, Edit } from '#domain/change/change.ts'
import { auditBody } from '#domain/audit/audit.ts'
import { decidedSchema, type Decision, reviewListSchema } from '#protocol/review.ts'
import { systemGround } from '../accounts/ground.ts'
import { GRACE_DAYS } from '../scopes/access.ts'
import { verifyHistory } from '../reconcile/verifyHistory.ts'
import { change, createClient, createNote, createOrganisation, editField, newId } from '../testing/changes.ts'
import { fromRow } from '../reconcile/wire.ts'
import { people, teamA, teamB } from '../testing/demo.ts'
import { type Device, openService, type TestService } from '../testing/service.ts'

// What becomes of work on a file that its author has lost: taken where it was done in time, else held for a manager.

const DAY = 24 * 3_600_000

let service: TestService
let mo: Device
let grace: Device
let client: string
let later = 0

beforeAll(async () => {
  const ground = (database: TestService['database']) => ({
    ...systemGround(database),
    now: () => new Date(Date.now() + later),
  })
  service = await openService({ ground })
  mo = await service.signIn('mo')
  grace = await service.signIn('grace')
})
afterAll(() => service.remove())

beforeEach(async () => {
  client = newId()
  await mo.push(change(createClient(client, teamA)))
})

const seq = async () => (await mo.manifest()).checkpoint.seq
const move = (from: string, to: string) => mo.push(change(editField('client', client, 'team', from, to)))
const alter = async (body: object) => {
  const path = `/api/account/members/${people.grace.id}`
  expect((await mo.call(path, { method: 'PATCH', body: JSON.stringify(body) })).status).toBe(200)
}
const made = (pulled: number, ...edits: Edit[]): Change => ({ ...change(...edits), pulled })
const phone = (to: string) => editField('client', client, 'phone', null, to)
const answer = async (sent: Change) => {
  const [receipt] = await grace.push(sent)
  return receipt?.outcome === 'refused' ? receipt.reason : receipt?.outcome
}

describe('a client who was handed to another team', () => {
  test('what was written before the device heard of it is taken in', async () => {
    const pulled = await seq()
    await move(teamA, teamB)
    expect(await answer(made(pulled, phone('1'), createNote(newId(), client)))).toBe('applied')
    expect((await mo.fetch([client]))[0]?.body['phone']).toBe('1')
  })

  test('what was written after it is held, wholly', async () => {
    await move(teamA, teamB)
    const note = newId()
    expect(await answer(made(await seq(), createOrganisation(newId()), phone('1')))).toBe('forbidden')
    expect(await answer(made(await seq(), createNote(note, client), phone('1')))).toBe('held')
    expect(await mo.fetch([note])).toEqual([])
    expect((await mo.fetch([client]))[0]?.body['phone']).toBeUndefined()
  })

  test('a change that does not say how far its device had come counts as the oldest', async () => {
    await move(teamA, teamB)
    expect(await answer(change(phone('1')))).toBe('applied')
  })

  test('handed over in the middle of what a device sends: the rest of it is taken in too', async () => {
    const pulled = await seq()
    const away = made(pulled, editField('client', client, 'team', teamA, teamB))
    const [moved, noted] = await grace.push(away, made(pulled, createNote(newId(), client)))
    expect([moved?.outcome, noted?.outcome]).toEqual(['applied', 'applied'])
  })

  test('after a fortnight by the server’s clock it is held, whatever the device says', async () => {
    const pulled = await seq()
    await move(teamA, teamB)
    later += (GRACE_DAYS - 1) * DAY
    expect(await answer(made(pulled, phone('1')))).toBe('applied')
    later += 2 * DAY
    expect(await answer(made(pulled, phone('2')))).toBe('held')
    later = 0
  })

  test('a device that is ahead of the order is in doubt, and held', async () => {
    await move(teamA, teamB)
    expect(await answer(made(1_000_000, phone('1')))).toBe('held')
  })

  test('nobody who was never near it writes anything', async () => {
    const tom = await service.signIn('tom')
    const val = await service.signIn('val')
    for (const stranger of [tom, val]) {
      expect(await stranger.push(change(phone('1')))).toMatchObject([{ reason: 'forbidden' }])
    }
  })

  test('what follows on something held is held as well', async () => {
    await move(teamA, teamB)
    const note = newId()
    const visit = newId()
    const pulled = await seq()
    const [first, second] = await grace.push(
      made(pulled, createNote(visit, client)),
      made(pulled, editField('note', visit, 'about', null, 'call')),
    )
    expect([first?.reason, second?.reason]).toEqual(['held', 'held'])
    expect(await answer(made(pulled, editField('note', visit, 'about', null, 'visit')))).toBe('held')
    expect(await answer(made(pulled, editField('note', note, 'about', null, 'visit')))).toBe('unknownRecord')
  })

  test('what came before its record is answered by what is true once that is there', async () => {
    await move(teamA, teamB)
    const [note, other] = [newId(), newId()]
    const early = made(await seq(), editField('note', note, 'about', null, 'call'))
    const never = change(editField('client', other, 'phone', null, '1'))
    expect([await answer(early), await answer(never)]).toEqual(['unknownRecord', 'unknownRecord'])
    await grace.push(made(await seq(), createNote(note, client)))
    await mo.push(change(createClient(other, teamB)))
    const turned = [await answer(early), await answer(never)]
    expect(turned).toEqual(['held', 'forbidden'])
    expect([await answer(early), await answer(never)]).toEqual(turned)
    expect([(await itemOf(early)).state, (await itemOf(never)).reason]).toEqual(['held', 'forbidden'])
  })
})

describe('somebody who leaves a team or a role', () => {
  test('left the team: before and after', async () => {
    const pulled = await seq()
    await alter({ team: teamB })
    expect(await answer(made(pulled, phone('1')))).toBe('applied')
    expect(await answer(made(await seq(), phone('2')))).toBe('held')
    await alter({ team: teamA })
    expect(await answer(made(await seq(), editField('client', client, 'phone', '1', '3')))).toBe('applied')
  })

  test('became a volunteer: before and after', async () => {
    const pulled = await seq()
    await alter({ role: 'volunteer' })
    expect(await answer(made(pulled, phone('1'), createNote(newId(), client)))).toBe('applied')
    expect(await answer(made(await seq(), phone('2')))).toBe('held')
    await alter({ role: 'coordinator', team: teamA })
  })

  test('was a manager: the directory too', async () => {
    await alter({ role: 'manager' })
    const pulled = await seq()
    await alter({ role: 'coordinator', team: teamA })
    expect(await answer(made(pulled, createOrganisation(newId())))).toBe('applied')
    expect(await answer(made(await seq(), createOrganisation(newId())))).toBe('held')
  })

  test('a role that somebody had only later gives no access to what was before', async () => {
    await move(teamA, teamB)
    await alter({ team: teamB })
    await move(teamB, teamA)
    const other = newId()
    await mo.push(change(createClient(other, teamB)))
    await mo.push(change(editField('client', other, 'team', teamB, teamA)))
    await alter({ team: teamA })
    expect(await answer(made(await seq(), editField('client', other, 'phone', null, '1')))).toBe('applied')
  })
})

async function review(state?: string) {
  const path = `/api/account/refused${state ? `?state=${state}` : ''}`
  return reviewListSchema.parse(await (await mo.call(path)).json())
}

async function itemOf(sent: Change) {
  const item = (await review()).items.find((each) => each.change?.id === sent.id)
  if (!item) throw new Error('The change is not on the list')
  return item
}

async function decide(hash: string, decision: Decision['decision'], note = ''): Promise<Response> {
  const body = JSON.stringify({ decision, note })
  return mo.call(`/api/account/refused/${hash}`, { method: 'POST', body })
}

const decided = async (response: Response) => decidedSchema.parse(await response.json())

async function held(...edits: Edit[]): Promise<Change> {
  await move(teamA, teamB)
  const sent = made(await seq(), ...edits)
  expect(await answer(sent)).toBe('held')
  return sent
}

async function logOf(sent: Change) {
  const lines = await linesOfLog()
  return lines.filter(({ about }) => about?.change === sent.id)
}

/** No device holds the log. */
async function linesOfLog() {
  const rows = await service.database
    .selectFrom('records')
    .select(['id', 'wire', 'kept'])
    .where('kind', '=', 'audit')
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ id: row.id, ...auditBody.parse(fromRow(row).body) }))
}

describe('a manager', () => {
  test('sees who wrote what and when; others do not', async () => {
    const sent = await held(phone('1'))
    expect(await itemOf(sent)).toMatchObject({
      state: 'held',
      reason: 'held',
      by: people.grace.id,
      change: sent,
    })
    expect((await grace.call('/api/account/refused')).status).toBe(403)
    const { hash } = await itemOf(sent)
    expect((await grace.call(`/api/account/refused/${hash}`)).status).toBe(403)
    expect(await (await mo.call(`/api/account/refused/${hash}`)).json()).toMatchObject({ hash, change: sent })
    expect((await mo.call(`/api/account/refused/${'0'.repeat(64)}`)).status).toBe(404)
    const { waiting, items } = await review('held')
    expect(waiting).toBe(items.length)
    expect(items.every(({ state }) => state === 'held')).toBe(true)
  })

  test('takes it in: as its author’s, under its id, merged as things stand; the author is told', async () => {
    const sent = await held(phone('1'))
    const { hash } = await itemOf(sent)
    expect((await decided(await decide(hash, 'take', 'Rang Grace'))).item).toMatchObject({
      state: 'taken',
      reviewedBy: people.mo.id,
      note: 'Rang Grace',
    })
    expect((await mo.fetch([client]))[0]?.body['phone']).toBe('1')
    expect((await grace.push(sent))[0]).toMatchObject({ change: sent.id, outcome: 'applied' })
    const row = await service.database
      .selectFrom('history')
      .select('by')
      .where('change', '=', sent.id)
      .executeTakeFirst()
    expect(row?.by).toBe(people.grace.id)
    expect(await logOf(sent)).toMatchObject([
      {
        act: 'takenIn',
        by: people.mo.id,
        reason: 'Rang Grace',
        about: { record: client, kind: 'client', client },
      },
    ])
    expect((await decide(hash, 'take')).status).toBe(422)
    expect((await decide(hash, 'decline')).status).toBe(422)
  })

  test('takes in what the record has moved on from: a question, nothing overwritten', async () => {
    const sent = await held(phone('1'))
    await mo.push(change(phone('2')))
    await decide((await itemOf(sent)).hash, 'take')
    expect((await grace.push(sent))[0]).toMatchObject({ outcome: 'contested' })
    expect((await mo.fetch([client]))[0]).toMatchObject({
      body: { phone: '2' },
      contested: { phone: [{ to: '1', by: people.grace.id }] },
    })
  })

  test('leaves it out: the author is told why; undone, it waits again; and it can still be taken in', async () => {
    const sent = await held(phone('1'))
    const { hash } = await itemOf(sent)
    await decide(hash, 'decline', 'Entered by Tom already')
    expect((await grace.push(sent))[0]).toMatchObject({
      outcome: 'refused',
      reason: 'declined',
      detail: 'Entered by Tom already',
    })
    await decide(hash, 'reopen')
    expect((await grace.push(sent))[0]?.reason).toBe('held')
    expect(await itemOf(sent)).toMatchObject({ state: 'held', reviewedBy: null, note: null })
    await decide(hash, 'decline')
    await decide(hash, 'take')
    expect((await grace.push(sent))[0]?.outcome).toBe('applied')
    expect((await logOf(sent)).map(({ act }) => act)).toEqual(['declined', 'reopened', 'declined', 'takenIn'])
  })

  test('cannot take in what goes on from something held: told why, and nothing of it has happened', async () => {
    await move(teamA, teamB)
    const note = newId()
    const pulled = await seq()
    const first = made(pulled, createNote(note, client))
    const second = made(pulled, phone('9'), editField('note', note, 'about', null, 'call'))
    await grace.push(first, second)
    const { item, notTaken } = await decided(await decide((await itemOf(second)).hash, 'take'))
    expect([item.state, notTaken]).toEqual(['held', 'held'])
    expect((await grace.push(second))[0]?.reason).toBe('held')
    expect((await mo.fetch([client]))[0]?.body['phone']).toBeUndefined()
    expect(await logOf(second)).toEqual([])
    await decide((await itemOf(first)).hash, 'take')
    expect((await decided(await decide((await itemOf(second)).hash, 'take'))).notTaken).toBe('appendOnly')
  })

  test('does not decide about what was simply refused, or is not there', async () => {
    const wrong = change(editField('client', newId(), 'phone', null, '1'))
    expect(await answer(wrong)).toBe('unknownRecord')
    expect((await decide((await itemOf(wrong)).hash, 'take')).status).toBe(422)
    expect((await decide('0'.repeat(64), 'take')).status).toBe(404)
  })

  test('looks through many, a page at a time', async () => {
    const all = (await review()).items.map(({ hash }) => hash)
    const seen: string[] = []
    for (let before = ''; ;) {
      const query = new URLSearchParams({ limit: '3', ...(before && { before }) })
      const { items, more } = reviewListSchema.parse(
        await (await mo.call(`/api/account/refused?${query}`)).json(),
      )
      seen.push(...items.map(({ hash }) => hash))
      const last = items.at(-1)
      if (!more || !last) break
      before = `${last.received} ${last.hash}`
    }
    expect(seen).toEqual(all)
  })
})

describe('the log', () => {
  const line = (by: string): Edit => ({
    op: 'create',
    kind: 'audit',
    id: newId(),
    version: 1,
    file: null,
    body: { act: 'discarded', at: '2026-03-02T10:00:00.000Z', by },
  })

  test('anybody adds to it in their own name, and no device holds it', async () => {
    const val = await service.signIn('val')
    const own = line(people.val.id)
    expect(await val.push(change(own))).toMatchObject([{ outcome: 'applied' }])
    expect(await val.push(change(line(people.mo.id)))).toMatchObject([
      { reason: 'invalidBody', detail: 'edits.0: by: not the author' },
    ])
    expect(await val.fetch([own.id])).toEqual([])
    expect(await mo.fetch([own.id])).toEqual([])
    expect((await linesOfLog()).find(({ id }) => id === own.id)?.act).toBe('discarded')
  })

  test('nobody alters it', async () => {
    const own = line(people.mo.id)
    await mo.push(change(own))
    expect(await mo.push(change(editField('audit', own.id, 'act', 'discarded', 'x')))).toMatchObject([
      { reason: 'forbidden' },
    ])
    const tom = await service.signIn('tom')
    expect(await tom.push(change(editField('audit', own.id, 'act', 'discarded', 'x')))).toMatchObject([
      { reason: 'forbidden' },
    ])
  })
})

test('after all of this the history holds and leads to the records', async () => {
  expect(await verifyHistory(service.database, service.tenant)).toEqual([])
})
