import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decided, proposalOf, reportOf } from '#domain/correction/corrections.ts'
import { checked } from '#domain/directory/check.ts'
import { withWait } from '#domain/directory/wait.ts'
import { removeRecord } from '#domain/change/write.ts'
import type { ServiceBody } from '#domain/service/service.ts'
import { countsOf } from '#sync/status.ts'
import { TestDevice } from '#tests/fixtures/device.ts'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'

// Who may keep the directory, through devices of their own: what is refused stays on them and asks for attention.

const AT = '2026-11-20T10:00:00.000Z'

let server: ServerProcess
let mo: TestDevice
let grace: TestDevice
let val: TestDevice
let pat: TestDevice
let age: string
let other: string
const [ours, theirs] = [v7(), v7()]

beforeAll(async () => {
  server = await demoServer()
  await server.start()
  const arrive = (name: string) => TestDevice.signedIn(server.url, `${name}@demo.test`)
  ;[mo, grace, val, pat] = await Promise.all([arrive('mo'), arrive('grace'), arrive('val'), arrive('pat')])
  await synced(mo)
  age = pat.person.organisation?.id ?? ''
  other = organisations().find((id) => id !== age) ?? ''
  await mo.create('service', ours, null, entryOf(age))
  await mo.create('service', theirs, null, entryOf(other))
  await synced(mo, grace, val, pat)
}, 60_000)
afterAll(() => server.end())

const organisations = () =>
  [...mo.keeper.recordIds].filter((id) => mo.keeper.record(id)?.kind === 'organisation')
const entryOf = (organization_id: string): ServiceBody => ({
  organization_id,
  name: 'Walking together',
  status: 'active',
})

async function synced(...devices: TestDevice[]): Promise<void> {
  for (const device of devices) expect(await device.sync()).toEqual({ ok: true, value: undefined })
}

/** Sends, and says how many changes came back refused; those are discarded, so that each test begins with none. */
async function refusedTo(device: TestDevice): Promise<(string | null)[]> {
  await synced(device)
  const refused = device.keeper.outbox().filter(({ state }) => state === 'refused')
  expect(countsOf(device.keeper).refused).toBe(refused.length)
  for (const { change } of refused) await device.keeper.discard(change.id, device.person.id)
  return refused.map(({ receipt }) => receipt?.reason ?? null)
}

test('a volunteer reports and takes back, and alters no entry', async () => {
  const report = v7()
  await val.create('correction', report, null, reportOf(val.view('service', ours), saidBy(val)))
  expect(await refusedTo(val)).toEqual([])
  await synced(grace, mo)
  expect(grace.view('correction', report).body).toMatchObject({ what: 'wrong-phone', status: 'open' })
  await val.edit('service', ours, { name: 'Running together' })
  expect(await refusedTo(val)).toEqual(['forbidden'])
  await val.edit('service', ours, { assured_date: '2026-11-20' })
  expect(await refusedTo(val)).toEqual(['forbidden'])
  await val.edit('correction', report, { status: 'taken' })
  expect(await refusedTo(val)).toEqual(['forbidden'])
  await val.keeper.save([removeRecord(val.view('correction', report), 'Undone')])
  expect(await refusedTo(val)).toEqual([])
})

const saidBy = ({ person }: TestDevice) => ({ what: 'wrong-phone', note: '', by: person.id, at: AT })

test('nobody reports in another’s name', async () => {
  await val.create('correction', v7(), null, reportOf(val.view('service', ours), saidBy(grace)))
  expect(await refusedTo(val)).toEqual(['forbidden'])
})

test('a co-ordinator has checked an entry, and alters nothing else of it', async () => {
  const { body } = grace.view('service', ours)
  await grace.edit('service', ours, checked(body, { by: grace.person.id, on: '2026-11-20' }))
  expect(await refusedTo(grace)).toEqual([])
  await grace.edit('service', ours, { assured_date: '2026-11-21', open_to_referrals: false })
  expect(await refusedTo(grace)).toEqual(['forbidden'])
  await synced(val)
  expect(val.view('service', ours).body).toMatchObject({ assured_by: grace.person.id })
  expect(val.view('service', ours).body).not.toHaveProperty('open_to_referrals')
})

test('a provider holds the entries of their organisation and no others, and says how long the wait is', async () => {
  const services = [...pat.keeper.recordIds].flatMap((id) => pat.keeper.record(id) ?? [])
  const entries = services.filter(({ kind }) => kind === 'service')
  expect(entries.map(({ id }) => id)).toContain(ours)
  expect(new Set(entries.map(({ body }) => body['organization_id']))).toEqual(new Set([age]))
  expect(services.filter(({ kind }) => kind === 'organisation')).toEqual([])
  const { body } = pat.view('service', ours)
  await pat.edit('service', ours, { ...withWait(body, '9 weeks', '2026-11-20'), open_to_referrals: true })
  expect(await refusedTo(pat)).toEqual([])
  await pat.edit('service', ours, { name: 'Ours' })
  expect(await refusedTo(pat)).toEqual(['forbidden'])
})

test('an entry of another organisation is refused to a provider, and asks for their attention', async () => {
  const [ruse] = [mo.view('service', theirs)]
  const fields = { open_to_referrals: { from: null, to: false } }
  await pat.keeper.save([{ op: 'edit', kind: 'service', id: theirs, version: 1, fields }])
  await synced(pat)
  expect(countsOf(pat.keeper)).toMatchObject({ refused: 1, waiting: 0 })
  expect(await refusedTo(pat)).toEqual(['forbidden'])
  const proposal = proposalOf(ruse, { ...ruse.body, name: 'Mine' }, proposedBy(pat))
  if (!proposal) throw new Error('Nothing is proposed')
  await pat.create('correction', v7(), null, { ...proposal, organisation: age })
  expect(await refusedTo(pat)).toEqual(['forbidden'])
  await synced(mo)
  expect(mo.view('service', theirs).body).toEqual(entryOf(other))
})

const proposedBy = ({ person: { id, name } }: TestDevice) => ({ note: '', by: { id, name }, at: AT })

test('what a provider proposes comes to everybody who works here, and its decision back to them', async () => {
  const id = v7()
  const seen = pat.view('service', ours)
  const proposal = proposalOf(seen, { ...seen.body, email: 'walks@example.org' }, proposedBy(pat))
  if (!proposal) throw new Error('Nothing is proposed')
  await pat.create('correction', id, null, proposal)
  expect(await refusedTo(pat)).toEqual([])
  await pat.edit('correction', id, { status: 'taken' })
  expect(await refusedTo(pat)).toEqual(['forbidden'])
  await synced(mo, val)
  expect(val.view('correction', id).body.proposed).toEqual({ email: 'walks@example.org' })
  const by = { by: mo.person.id, at: AT }
  const decision = decided(mo.view('correction', id).body, {
    status: 'left',
    ...by,
    answer: 'Please ring us',
  })
  await mo.edit('correction', id, decision)
  await synced(mo, pat)
  expect(pat.view('correction', id).body).toMatchObject({ status: 'left', answer: 'Please ring us' })
})
