import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRecord } from '#domain/change/write.ts'
import { moveReferrals, type ReferralsOfFile } from '#domain/referral/progress.ts'
import { blankReferIn, referIn } from '#domain/referral/referIn.ts'
import { referralBody } from '#domain/referral/referral.ts'
import { referralProgress } from '#domain/referral/referralProgress.ts'
import { SETTINGS_ID } from '#domain/settings/settings.ts'
import {
  change,
  createClient,
  createNote,
  createOrganisation,
  createVisit,
  editField,
  newId,
} from '../testing/changes.ts'
import { people, teamA } from '../testing/demo.ts'
import { type Device, openService, type TestService } from '../testing/service.ts'

// A referrer holds the settings and what became of the referrals that they made, whichever way they ask.

const SECRET = 'Planted words of a case file'

let service: TestService
let ros: Device
let grace: Device
const ids = { client: newId(), referral: newId(), progress: newId(), note: newId(), visit: newId() }
const others = { client: newId(), referral: newId(), progress: newId() }
const organisation = newId()

beforeAll(async () => {
  service = await openService()
  ros = await service.signIn('ros')
  const [mo, val] = await Promise.all([service.signIn('mo'), service.signIn('val')])
  grace = await service.signIn('grace')
  const received = [
    ...(await ros.push(change(...referred(ids, people.ros.id)))),
    ...(await val.push(change(...referred(others, people.val.id)))),
  ]
  if (received.some(({ outcome }) => outcome !== 'applied')) throw new Error(JSON.stringify(received))
  await grace.push(
    change(
      createNote(ids.note, ids.client, SECRET),
      createVisit(ids.visit, ids.client, people.ros.id, new Date().toISOString().slice(0, 16)),
    ),
  )
  await mo.push(
    change(createOrganisation(organisation)),
    change(createRecord('settings', SETTINGS_ID, null, { quietDays: 14 })),
  )
})
afterAll(() => service.remove())

function referred(of: typeof others, by: string) {
  const person = { ...blankReferIn.person, firstName: 'Iris', familyName: 'Ade', reach: SECRET }
  const referral = { ...blankReferIn.referral, source: 'gp', date: '2026-11-28', presentingIssue: SECRET }
  return referIn({ person, referral }, { ids: of, by, team: teamA, service: 'A small service' })
}

test.each([
  ['/api/sync/records', undefined],
  ['/api/sync/records?limit=1', undefined],
  ['/api/sync/manifest', undefined],
  ['/api/sync/ready', undefined],
  ['/api/sync/records', { ids: [...Object.values(ids), ...Object.values(others), organisation] }],
])('%s %o says nothing of a file or of the directory', async (path, body) => {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const response = await ros.call(path, init)
  const text = await response.text()
  expect(response.status).toBe(200)
  expect(text).not.toContain(SECRET)
  for (const id of [ids.note, ids.visit, others.client, others.referral, others.progress, organisation])
    expect(text).not.toContain(id)
})

test('what they hold is the settings, and how their own referrals stand', async () => {
  const held = [...(await ros.pullAll()).values()].map(({ kind, id }) => `${kind} ${id}`)
  expect(held.toSorted()).toEqual([`referralProgress ${ids.progress}`, `settings ${SETTINGS_ID}`])
})

test('they are told how far it has come, and nothing else', async () => {
  await grace.push(
    change(...moveReferrals(await asGraceSeesIt(), { status: 'in-contact', on: '2026-11-29' })),
  )
  expect((await ros.pullAll()).get(ids.progress)?.body).toEqual({
    referral: ids.referral,
    referredBy: people.ros.id,
    name: 'Iris Ade',
    on: '2026-11-28',
    status: 'in-contact',
    statusOn: '2026-11-29',
  })
})

async function asGraceSeesIt(): Promise<ReferralsOfFile> {
  const held = await grace.pullAll()
  const [referral, progress] = [held.get(ids.referral), held.get(ids.progress)]
  if (!referral || !progress) throw new Error('Grace does not see the referral')
  return {
    referrals: [{ ...referral, body: referralBody.parse(referral.body) }],
    progress: [{ ...progress, body: referralProgress.body.parse(progress.body) }],
  }
}

test('what they write besides a new referral is refused, and tells nothing', async () => {
  const receipts = await ros.push(
    change(editField('referralProgress', ids.progress, 'status', 'in-contact', 'seen')),
    change(editField('client', ids.client, 'phone', null, '1')),
    change(createNote(newId(), ids.client)),
    change(createOrganisation(newId())),
    change(createRecord('settings', newId(), null, { quietDays: 1 })),
  )
  expect(receipts.map(({ reason }) => reason)).toEqual(Array(5).fill('forbidden'))
  expect(JSON.stringify(receipts)).not.toContain(SECRET)
})

test('a referrer without a file of their own gets nothing of others', async () => {
  await service.database
    .updateTable('members')
    .set({ role: 'referrer' })
    .where('staff', '=', people.tom.id)
    .execute()
  await grace.push(change(createClient(newId(), teamA, { aboutMe: SECRET })))
  const tom = await service.signIn('tom')
  expect([...(await tom.pullAll()).values()].map(({ kind }) => kind)).toEqual(['settings'])
})
