import type { KyselyPlugin } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Change } from '#domain/change/change.ts'
import { type BareService, openBareService } from '../testing/bareService.ts'
import { change, createClient, createNote, editField, newId } from '../testing/changes.ts'
import type { Member } from '../scopes/scopes.ts'
import { reconcile } from './reconcile.ts'

const mo = { staff: 'mo', role: 'manager', team: null, active: true } as const

let service: BareService
beforeEach(async () => {
  service = await openBareService([mo])
})
afterEach(() => service.close())

const never = (_change: string, fault: unknown) => {
  throw fault
}

const push = (changes: Change[]) => ({
  tenant: service.tenant,
  device: newId(),
  received: '2026-03-02',
  changes,
})

async function statementsFor(changes: Change[], by: Member = mo): Promise<number> {
  let statements = 0
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      statements += 1
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  await service.database
    .withPlugin(counting)
    .transaction()
    .execute((tx) => reconcile(tx, push(changes), async () => by, never))
  return statements
}

const times = <Item>(count: number, make: (i: number) => Item): Item[] =>
  Array.from({ length: count }, (_, i) => make(i))

test('a hundred changes take no more statements than one', async () => {
  const batch = (size: number) =>
    times(size, () => {
      const client = newId()
      return change(createClient(client, 'team-a'), createNote(newId(), client))
    })
  const one = await statementsFor(batch(1))
  expect(one).toBeGreaterThan(8)
  expect(await statementsFor(batch(100))).toBe(one)
})

test('nor do they where each is of another team, moves a whole file, or is refused', async () => {
  const clients = times(101, newId)
  const created = clients.map((id, i) => change(createClient(id, `team-${i}`), createNote(newId(), id)))
  await service.push(mo, ...created.slice(0, 100))
  await service.push(mo, ...created.slice(100))
  const moving = (from: number, to: number) =>
    clients.slice(from, to).flatMap((id, i) => [
      change(editField('client', id, 'team', `team-${from + i}`, `other-${from + i}`)),
      // Refused: there is no such record.
      change(editField('client', newId(), 'team', null, '1')),
    ])
  const one = await statementsFor(moving(100, 101))
  expect(one).toBeGreaterThan(12)
  expect(await statementsFor(moving(0, 100))).toBe(one)
})

test('nor do they where their author has lost access, and what was theirs is taken in or held', async () => {
  const ann: Member = { staff: 'ann', role: 'coordinator', team: 'team-a', active: true }
  const clients = times(101, newId)
  for (const part of [clients.slice(0, 100), clients.slice(100)]) {
    await service.push(mo, ...part.map((id) => change(createClient(id, 'team-a'))))
    await service.push(mo, ...part.map((id) => change(editField('client', id, 'team', 'team-a', 'team-b'))))
  }
  const lost = (from: number, to: number) =>
    clients.slice(from, to).map((id, i) => ({
      ...change(createNote(newId(), id), editField('client', id, 'phone', null, '1')),
      pulled: i % 2 === 0 ? 0 : 1_000,
    }))
  const one = await statementsFor(lost(99, 101), ann)
  expect(one).toBeGreaterThan(12)
  expect(await statementsFor(lost(0, 99), ann)).toBe(one)
})

test('what fails before the commit has not happened', async () => {
  const client = newId()
  const broken = service.database.transaction().execute(async (tx) => {
    await reconcile(tx, push([change(createClient(client, 'team-a'))]), async () => mo, never)
    throw new Error('The power is cut')
  })
  await expect(broken).rejects.toThrow('The power is cut')
  for (const table of ['records', 'visibility', 'history', 'receipts'] as const) {
    expect(await service.database.selectFrom(table).selectAll().execute()).toEqual([])
  }
  const counter = await service.database.selectFrom('counters').select('seq').executeTakeFirstOrThrow()
  expect(counter.seq).toBe(0)
})

test('many writers at once: one order, without a gap and without a twin', async () => {
  const client = newId()
  await service.push(mo, change(createClient(client, 'team-a')))
  const writers = Array.from({ length: 16 }, (_, writer) =>
    service.push(
      mo,
      ...Array.from({ length: 10 }, (_, i) =>
        change(editField('client', client, `f${writer}`, i === 0 ? null : i - 1, i)),
      ),
    ),
  )
  const receipts = (await Promise.all(writers)).flat()
  expect(receipts.every(({ outcome }) => outcome === 'applied')).toBe(true)
  expect(receipts.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 160 }, (_, i) => i + 2),
  )
  const record = (await service.records()).get(client)
  expect(record?.rev).toBe(161)
  for (let writer = 0; writer < 16; writer++) expect(record?.body[`f${writer}`]).toBe(9)
})
