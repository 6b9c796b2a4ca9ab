import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Edit } from '#domain/change/change.ts'
import { createRecord, editRecord, removeRecord, restoreRecord } from '#domain/change/write.ts'
import { blankContact, contactEdits, withGap, withNeed } from '#domain/dropIn/logContact.ts'
import { blankReferIn, referIn } from '#domain/referral/referIn.ts'
import { change, createClient, newId } from '../testing/changes.ts'
import { people, type PersonName, teamA } from '../testing/demo.ts'
import { type Device, openService, type TestService } from '../testing/service.ts'

// A drop-in is its volunteers' and the managers'. Nobody else holds it, and nobody else writes into it.

let service: TestService
let val: Device
const [session, contact, gap] = [newId(), newId(), newId()]
const body = {
  people: [people.val.id],
  place: 'Bellegrove Surgery',
  area: 'DA16',
  day: '2026-03-02',
  openedAt: '2026-03-02T17:00:00.000Z',
  openedBy: people.val.id,
}
const opened = createRecord('dropIn', session, null, body)
const logging = {
  session: { id: session, body },
  by: people.val.id,
  now: '2026-03-02T17:05:00.000Z',
}
const entry = withGap(withNeed(blankContact(contact), 'money'), 'money', gap)

beforeAll(async () => {
  service = await openService()
  val = await service.signIn('val')
})
afterAll(() => service.remove())

async function sees(name: PersonName): Promise<boolean[]> {
  const held = await (await service.signIn(name)).pullAll()
  return [session, contact, gap].map((id) => held.has(id))
}

const outcomeOf = async (who: Device, ...edits: (Edit | null)[]) =>
  (await who.push(change(...edits.filter((edit) => edit !== null)))).map(
    ({ outcome, reason }) => reason ?? outcome,
  )

const seen = (kind: string, id: string, was: object) => ({ id, kind, version: 1, contested: {}, body: was })

test('a session and who came to it are taken, and seen by its people and the managers; a gap by all', async () => {
  expect(await outcomeOf(val, opened)).toEqual(['applied'])
  expect(await outcomeOf(val, ...contactEdits(entry, logging))).toEqual(['applied'])
  expect(await sees('val')).toEqual([true, true, true])
  expect(await sees('mo')).toEqual([true, true, true])
  for (const name of ['grace', 'tom'] as const) expect(await sees(name)).toEqual([false, false, true])
  for (const name of ['ros', 'pat'] as const) expect(await sees(name)).toEqual([false, false, false])
})

test('who came before the session has arrived is asked for again, not lost', async () => {
  const early = { ...logging, session: { id: newId(), body } }
  const logged = change(...contactEdits(blankContact(newId()), early))
  expect((await val.push(logged)).map(({ reason }) => reason)).toEqual(['unknownRecord'])
  expect(await outcomeOf(val, createRecord('dropIn', early.session.id, null, body))).toEqual(['applied'])
  expect((await val.push(logged)).map(({ outcome }) => outcome)).toEqual(['applied'])
})

test.each(['grace', 'sam'] as const)('%s, who is not of it, writes nothing into it', async (name) => {
  const other = await service.signIn(name)
  const by = people[name].id
  const own = { ...logging, by, session: { id: session, body: { ...body, people: [by] } } }
  expect(
    await outcomeOf(other, editRecord(seen('dropIn', session, body), { ...body, people: [by] })),
  ).toEqual(['forbidden'])
  expect(await outcomeOf(other, ...contactEdits(blankContact(newId()), own))).toEqual(['forbidden'])
  expect(await outcomeOf(other, createRecord('dropIn', newId(), null, body))).toEqual(['forbidden'])
  expect(await outcomeOf(other, removeRecord(seen('gap', gap, {}), 'Not mine'))).toEqual(['forbidden'])
})

test('a volunteer writes nothing into the session of another volunteer', async () => {
  const theirs = newId()
  const grace = await service.signIn('grace')
  const [by] = [people.grace.id]
  const held = { ...body, people: [by], openedBy: by }
  expect(await outcomeOf(grace, createRecord('dropIn', theirs, null, held))).toEqual(['applied'])
  const intruding = { ...logging, session: { id: theirs, body } }
  expect(await outcomeOf(val, ...contactEdits(blankContact(newId()), intruding))).toEqual(['forbidden'])
  expect(await outcomeOf(val, editRecord(seen('dropIn', theirs, held), { ...held, closedAt: 'x' }))).toEqual([
    'forbidden',
  ])
  expect((await val.pullAll()).has(theirs)).toBe(false)
})

test('somebody who joins holds it from then on', async () => {
  const joined = { ...body, people: [people.val.id, people.sam.id] }
  expect(await sees('sam')).toEqual([false, false, true])
  expect(await outcomeOf(val, editRecord(seen('dropIn', session, body), joined))).toEqual(['applied'])
  expect((await sees('sam'))[0]).toBe(true)
  const sam = await service.signIn('sam')
  const logged = { ...logging, by: people.sam.id, session: { id: session, body: joined } }
  const theirs = newId()
  expect(await outcomeOf(sam, ...contactEdits(blankContact(theirs), logged))).toEqual(['applied'])
  expect((await val.pullAll()).has(theirs)).toBe(true)
})

test('somebody is passed on in one change: the file is begun, never seen, and the contact points to it', async () => {
  const ids = { client: newId(), referral: newId(), progress: newId() }
  const begun = referIn(blankReferIn, { ids, by: people.val.id, team: teamA, service: 'Community Connect' })
  const [logged] = contactEdits(entry, logging)
  if (logged?.op !== 'create') throw new Error('Nobody was logged')
  const points = editRecord(seen('dropInContact', contact, logged.body), {
    ...logged.body,
    referral: ids.referral,
  })
  expect(await outcomeOf(val, ...begun, points)).toEqual(['applied'])
  const held = await val.pullAll()
  expect(held.get(contact)?.body['referral']).toBe(ids.referral)
  expect([held.has(ids.client), held.has(ids.referral)]).toEqual([false, false])
  expect((await (await service.signIn('grace')).pullAll()).has(ids.client)).toBe(true)
})

test.each(['val', 'mo'] as const)('a gap is taken back by %s, and put back', async (name) => {
  const id = newId()
  const by = people.val.id
  const said = { need: 'money', why: 'full', metAt: 'drop-in', on: '2026-03-02', by }
  const who = await service.signIn(name)
  expect(await outcomeOf(val, createRecord('gap', id, null, said))).toEqual(['applied'])
  expect(await outcomeOf(who, removeRecord(seen('gap', id, said), 'By mistake'))).toEqual(['applied'])
  expect((await val.pullAll()).get(id)?.deleted).toBeTruthy()
  expect(await outcomeOf(who, restoreRecord(seen('gap', id, said)))).toEqual(['applied'])
  expect((await val.pullAll()).get(id)).toMatchObject({ deleted: null, body: said })
})

test('what a volunteer’s phone is sent: the directory, and the sessions that name them', async () => {
  const client = newId()
  await (await service.signIn('grace')).push(change(createClient(client, teamA)))
  const held = [...(await val.pullAll()).values()]
  const beyond = held.filter(({ kind, body: said }) => {
    const named = said['people']
    const own = Array.isArray(named) && named.includes(people.val.id)
    const ofDropIn = kind === 'dropIn' || kind === 'dropInContact'
    return ofDropIn ? !own : !['staff', 'gap', 'referralProgress'].includes(kind)
  })
  expect(beyond).toEqual([])
  expect(held.filter(({ kind }) => kind === 'dropInContact').length).toBeGreaterThan(1)
})
