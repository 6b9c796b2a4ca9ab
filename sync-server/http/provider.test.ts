import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Edit } from '#domain/change/change.ts'
import type { JsonObject } from '#domain/json.ts'
import { PROTOCOL } from '#protocol/version.ts'
import {
  change,
  createClient,
  createNote,
  createOrganisation,
  createVisit,
  editField,
  newId,
} from '../testing/changes.ts'
import { people, providers, teamA } from '../testing/demo.ts'
import { type Device, openService, type TestService } from '../testing/service.ts'

// A provider holds the referrals to their organisation and the messages on them, and never anything else of a file,
// whichever way they ask and whatever they write.

const SERVICE = newId()
const SECRET = 'Planted words of a case file'

let service: TestService
let grace: Device
let pat: Device
let meg: Device
const ids = {
  client: newId(),
  note: newId(),
  visit: newId(),
  toAge: newId(),
  toMind: newId(),
  message: newId(),
  toMegOnly: newId(),
}
/** What leads into the file, or belongs to another provider. */
const never = [ids.note, ids.visit, ids.toMind, ids.toMegOnly]

const referralTo = (organisation: string, more: JsonObject = {}): JsonObject => ({
  service: SERVICE,
  serviceName: 'Befriending',
  organisation,
  need: `need-${SECRET}`,
  visit: ids.visit,
  madeOn: '2026-11-01',
  madeBy: people.grace.id,
  from: { name: 'Grace', phone: '020 7946 0000' },
  consent: true,
  agreedToShare: ['contact'],
  shared: { called: 'Iris', contact: { phone: '020 7946 0001' }, conditions: [SECRET] },
  communicationNeeds: ['Large print'],
  status: 'sent',
  anythingElse: SECRET,
  ...more,
})

const create = (kind: string, id: string, body: JsonObject, file: string | null = ids.client): Edit => ({
  op: 'create',
  kind,
  id,
  version: 1,
  file,
  body,
})

const messageOn = (onwardReferral: string, organisation: string, more: JsonObject = {}): JsonObject => ({
  onwardReferral,
  organisation,
  side: 'service',
  text: 'Any news?',
  at: '2026-11-20T10:00:00.000Z',
  by: people.grace.id,
  byName: 'Grace',
  ...more,
})

beforeAll(async () => {
  service = await openService()
  const mo = await service.signIn('mo')
  ;[grace, pat, meg] = await Promise.all([
    service.signIn('grace'),
    service.signIn('pat'),
    service.signIn('meg'),
  ])
  await mo.push(
    change(createOrganisation(providers.age, 'Age UK'), createOrganisation(providers.mind, 'Mind')),
  )
  await grace.push(
    change(
      createClient(ids.client, teamA, { aboutMe: SECRET }),
      createNote(ids.note, ids.client, SECRET),
      createVisit(ids.visit, ids.client, people.pat.id, new Date().toISOString().slice(0, 16)),
    ),
    change(create('onwardReferral', ids.toAge, referralTo(providers.age))),
    change(create('onwardReferral', ids.toMind, referralTo(providers.mind))),
    change(create('message', ids.message, messageOn(ids.toAge, providers.age))),
    change(create('message', ids.toMegOnly, messageOn(ids.toMind, providers.mind, { text: SECRET }))),
  )
})
afterAll(() => service.remove())

async function textOf(device: Device, path: string, body?: unknown): Promise<string> {
  const response = await device.call(
    path,
    body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
  )
  expect(response.status).toBe(200)
  return response.text()
}

describe('on the wire', () => {
  test.each([
    ['/api/sync/records', undefined],
    ['/api/sync/records?limit=1', undefined],
    ['/api/sync/manifest', undefined],
    ['/api/sync/ready', undefined],
    ['/api/sync/records', { ids: Object.values(ids) }],
  ])('%s %o says nothing beyond', async (path, body) => {
    const text = await textOf(pat, path, body)
    expect(text).not.toContain(SECRET)
    for (const id of never) expect(text).not.toContain(id)
    expect(text).not.toContain(providers.mind)
  })

  test('what they hold is the referral as agreed, the message on it, and how the service works', async () => {
    const held = await pat.pullAll()
    const inFiles = [...held.values()].filter(({ kind }) => kind !== 'settings')
    expect(inFiles.map(({ id }) => id).toSorted()).toEqual([ids.toAge, ids.message].toSorted())
    expect(held.get(ids.toAge)?.body).toEqual({
      service: SERVICE,
      serviceName: 'Befriending',
      organisation: providers.age,
      madeOn: '2026-11-01',
      madeBy: people.grace.id,
      from: { name: 'Grace', phone: '020 7946 0000' },
      consent: true,
      agreedToShare: ['contact'],
      shared: { called: 'Iris', contact: { phone: '020 7946 0001' } },
      communicationNeeds: ['Large print'],
      status: 'sent',
    })
    expect(new Map((await pat.manifest()).records).size).toBe(held.size)
  })

  test('the stream of pokes says that there is something, and nothing of what', async () => {
    const abort = new AbortController()
    const stream = await pat.call('/api/sync/pokes', { signal: abort.signal })
    const read = stream.body?.getReader()
    const { value } = (await read?.read()) ?? {}
    abort.abort()
    expect(new TextDecoder().decode(value).replace(/"seq":\d+/, '')).toBe('retry: 5000\n\ndata: {}\n\n')
  })

  test.each([
    ['GET', '/api/account/members'],
    ['GET', '/api/account/teams'],
    ['GET', '/api/review'],
  ])('%s %s is not for them', async (method, path) => {
    expect((await pat.call(path, { method })).status).not.toBe(200)
  })

  test('a withdrawal takes back what was shared, on their device too', async () => {
    const id = newId()
    await grace.push(change(create('onwardReferral', id, referralTo(providers.age))))
    expect((await pat.pullAll()).get(id)?.body['shared']).toBeDefined()
    const answeredMeanwhile = editField('onwardReferral', id, 'status', 'sent', 'accepted')
    await pat.push(change(answeredMeanwhile))
    const [receipt] = await grace.push(change(editField('onwardReferral', id, 'status', 'sent', 'withdrawn')))
    expect(receipt?.outcome).toBe('contested')
    const text = JSON.stringify([(await pat.pullAll()).get(id), ...(await pat.fetch([id]))])
    for (const word of ['Iris', '0001', 'Large print']) expect(text).not.toContain(word)
    expect((await grace.pullAll()).get(id)?.body['shared']).toBeDefined()
  })
})

describe('what they write', () => {
  test.each<[string, Edit]>([
    ['what is shared', editField('onwardReferral', ids.toAge, 'shared', null, { called: 'x' })],
    [
      'to whom it goes',
      editField('onwardReferral', ids.toAge, 'organisation', providers.age, providers.mind),
    ],
    ['that it is withdrawn', editField('onwardReferral', ids.toAge, 'status', 'sent', 'withdrawn')],
    ['an answer for somebody else', editField('onwardReferral', ids.toMind, 'status', 'sent', 'declined')],
    ['the client', editField('client', ids.client, 'phone', null, '1')],
    ['a note', createNote(newId(), ids.client)],
    ['a referral of their own', create('onwardReferral', newId(), referralTo(providers.age))],
    ['a message as the service', create('message', newId(), messageOn(ids.toAge, providers.age))],
    [
      'a message to another organisation',
      create(
        'message',
        newId(),
        messageOn(ids.toMind, providers.mind, { side: 'provider', by: people.pat.id }),
      ),
    ],
    ['a concern', create('concern', newId(), { people: [people.pat.id] }, null)],
    ['the settings', create('settings', newId(), {}, null)],
    ['somebody of the service', editField('staff', people.grace.id, 'name', 'x', 'y')],
  ])('%s: refused, and it tells nothing', async (_, edit) => {
    const [receipt] = await pat.push(change(edit))
    expect(receipt).toMatchObject({ outcome: 'refused', reason: 'forbidden' })
    expect(JSON.stringify(receipt)).not.toContain(SECRET)
  })

  test('an answer with its message is taken, and the service has both', async () => {
    const message = newId()
    const [receipt] = await pat.push(
      change(
        editField('onwardReferral', ids.toAge, 'status', 'sent', 'waiting'),
        create(
          'message',
          message,
          messageOn(ids.toAge, providers.age, { side: 'provider', by: people.pat.id, byName: 'Pat' }),
        ),
      ),
    )
    expect(receipt?.outcome).toBe('applied')
    const held = await grace.pullAll()
    expect(held.get(ids.toAge)?.body).toMatchObject({ status: 'waiting', need: `need-${SECRET}` })
    expect(held.has(message)).toBe(true)
    expect((await meg.pullAll()).has(message)).toBe(false)
  })
})

test('they give back no records, and no history, only what they may write', async () => {
  const held = (await pat.pullAll()).get(ids.toAge)
  if (!held) throw new Error('Nothing is held')
  const forged = {
    ...held,
    seq: held.seq + 1,
    rev: held.rev + 1,
    body: { ...held.body, consent: true, shared: { called: 'Somebody else' } },
  }
  const response = await pat.call('/api/sync/returns', {
    method: 'POST',
    body: JSON.stringify({
      protocol: PROTOCOL,
      device: pat.id,
      from: { epoch: 'before-the-restore', scopeVersion: 1, seq: held.seq + 1 },
      records: [forged, { ...forged, id: newId() }, { ...forged, id: newId(), kind: 'note' }],
      changes: [change(editField('onwardReferral', ids.toAge, 'shared', null, { called: 'x' }))],
    }),
  })
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({
    records: Array.from({ length: 3 }, () => ({ outcome: 'refused', reason: 'forbidden' })),
    receipts: [{ outcome: 'refused', reason: 'forbidden' }],
  })
  expect(JSON.stringify([...(await grace.pullAll()).values()])).not.toContain('Somebody else')
})
