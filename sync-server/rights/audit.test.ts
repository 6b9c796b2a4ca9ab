import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRecord } from '#domain/change/write.ts'
import { type AuditLine, auditPageSchema, fileHistorySchema } from '#protocol/rights.ts'
import { systemGround } from '../accounts/ground.ts'
import { change, createClient, createNote, createOrganisation, newId } from '../testing/changes.ts'
import { people, teamA } from '../testing/demo.ts'
import { type Device, openService, type TestService } from '../testing/service.ts'

let service: TestService
let grace: Device
let mo: Device
const [client, other] = [newId(), newId()]

/** What Grace did, by her tablet's clock, in this order; it all arrives at once. */
const [created, opened, noted] = [
  '2026-03-02T10:00:00.000Z',
  '2026-03-03T10:00:00.000Z',
  '2026-03-04T10:00:00.000Z',
]

beforeAll(async () => {
  const now = () => new Date('2026-03-06T12:00:00.000Z')
  service = await openService({ ground: (database) => ({ ...systemGround(database), now }) })
  grace = await service.signIn('grace')
  mo = await service.signIn('mo')
  await grace.push(
    { ...change(createClient(client, teamA), createNote(newId(), client)), at: created },
    { ...change(line('opened', client, opened)), at: opened },
    { ...change(createNote(newId(), client), createClient(other, teamA)), at: noted },
  )
  await mo.push({ ...change(createOrganisation(newId())), at: noted })
}, 30_000)
afterAll(() => service.remove())

function line(act: 'opened' | 'exported', about: string, at: string, by: string = people.grace.id) {
  return createRecord('audit', newId(), null, { act, at, by, about: { client: about, kind: 'client' } })
}

async function audit(query: Record<string, string>, as = mo): Promise<AuditLine[]> {
  const answer = await as.call(`/api/account/audit?${new URLSearchParams(query).toString()}`)
  expect(answer.status).toBe(200)
  return auditPageSchema.parse(await answer.json()).lines
}

describe('the audit', () => {
  test('says who opened and changed a file and when, the newest first, and which kinds of record', async () => {
    const lines = await audit({ file: client })
    expect(lines.map(({ act, at, byName, kinds }) => [act, at, byName, kinds])).toEqual([
      ['changed', noted, people.grace.name, ['note']],
      ['opened', opened, people.grace.name, ['client']],
      ['changed', created, people.grace.name, ['client', 'note']],
    ])
  })

  test('has a line for each file that one change has touched', async () => {
    expect((await audit({ file: other })).map(({ act, at }) => [act, at])).toEqual([['changed', noted]])
    expect(await audit({ file: `${client},${other}` })).toHaveLength(4)
  })

  test.each([
    [{ act: 'opened' }, 1],
    [{ by: people.grace.id, act: 'changed' }, 3],
    [{ by: people.sam.id }, 0],
    [{ file: client, from: opened, to: noted }, 1],
    [{ file: client, from: opened }, 2],
    [{ file: client, to: opened }, 1],
  ])('is narrowed by %j', async (query, count) => {
    expect(await audit(query)).toHaveLength(count)
  })

  test('comes in pages that leave nothing out and say nothing twice', async () => {
    const all = await audit({ limit: '500' })
    const found: AuditLine[] = []
    for (let before = ''; ;) {
      const page = await audit({ limit: '2', ...(before && { before }) })
      found.push(...page)
      before = page.at(-1)?.cursor ?? ''
      if (page.length < 2) break
    }
    expect(found).toEqual(all)
    expect(all.length).toBeGreaterThan(4)
  })

  test('holds no content', async () => {
    const answer = await mo.call('/api/account/audit')
    expect(await answer.text()).not.toContain('Spoke on the phone')
  })

  test.each(['grace', 'val', 'ros', 'pat'] as const)('is not for %s', async (name) => {
    const somebody = await service.signIn(name)
    for (const path of ['audit', 'destructions', `files/${client}/history`])
      expect((await somebody.call(`/api/account/${path}`)).status).toBe(403)
    const body = JSON.stringify({ name: 'Test Person', why: 'x' })
    const destroy = await somebody.call(`/api/account/files/${client}/destroy`, { method: 'POST', body })
    expect(destroy.status).toBe(403)
  })

  test('nobody writes a line in the name of another', async () => {
    const [receipt] = await grace.push(change(line('exported', client, noted, people.mo.id)))
    expect(receipt).toMatchObject({ outcome: 'refused', reason: 'invalidBody' })
    expect(await audit({ act: 'exported' })).toEqual([])
  })
})

test('the history of a file holds its changes, and not what the same changes did elsewhere', async () => {
  const answer = await mo.call(`/api/account/files/${client}/history`)
  const { changes } = fileHistorySchema.parse(await answer.json())
  expect(changes.map(({ edits, byName }) => [edits.length, byName])).toEqual([
    [2, people.grace.name],
    [1, people.grace.name],
  ])
  expect((await mo.call(`/api/account/files/${newId()}/history`)).status).toBe(404)
})
