import { describe, expect, test } from 'vitest'
import type { Edit } from '#domain/change/change.ts'
import type { JsonObject } from '#domain/json.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import { givesBackRecords, isIntake, isPermitted } from './permits.ts'
import type { Member } from './scopes.ts'

const CLIENT = '00000000-0000-4000-8000-000000000001'
const REFERRAL = '00000000-0000-4000-8000-000000000002'
const ID = '00000000-0000-4000-8000-000000000003'

const member = (role: Member['role'], active = true): Member => ({
  staff: 'me',
  role,
  team: null,
  organisation: 'age',
  active,
})

const onwardReferral: StoredRecord = {
  id: REFERRAL,
  kind: 'onwardReferral',
  version: 1,
  file: CLIENT,
  seq: 1,
  rev: 1,
  deleted: null,
  body: { organisation: 'age' },
  contested: {},
}
const find = (id: string) => (id === REFERRAL ? onwardReferral : null)

const create = (kind: string, body: JsonObject = {}, file: string | null = CLIENT): Edit => ({
  op: 'create',
  kind,
  id: ID,
  version: 1,
  file,
  body,
})
const edit = (kind: string, ...fields: string[]): Edit => ({
  op: 'edit',
  kind,
  id: REFERRAL,
  version: 1,
  fields: Object.fromEntries(fields.map((field) => [field, { from: null, to: 'x' }])),
})
const remove: Edit = { op: 'remove', kind: 'onwardReferral', id: REFERRAL, version: 1, reason: 'x', seen: {} }
const restore: Edit = { op: 'restore', kind: 'onwardReferral', id: REFERRAL, version: 1 }

const message = (said: JsonObject = {}, file = CLIENT) =>
  create(
    'message',
    { by: 'me', side: 'provider', onwardReferral: REFERRAL, organisation: 'age', ...said },
    file,
  )

describe('what a provider may do with a referral made to them', () => {
  test.each<[string, Edit, boolean]>([
    [
      'answers',
      edit('onwardReferral', 'status', 'statusReason', 'statusOn', 'expectedWait', 'outcome'),
      true,
    ],
    ['answers and alters what is shared', edit('onwardReferral', 'status', 'shared'), false],
    ['sends it to somebody else', edit('onwardReferral', 'organisation'), false],
    ['writes into a field of a field', edit('onwardReferral', 'status/x'), false],
    ['removes it', remove, false],
    ['brings it back', restore, false],
    ['makes one', create('onwardReferral', { organisation: 'age' }), false],
    ['writes a message', message(), true],
    ['writes one as the service', message({ side: 'service' }), false],
    ['writes one as somebody else', message({ by: 'grace' }), false],
    ['writes one to another organisation', message({ organisation: 'mind' }), false],
    ['writes one into another file', message({}, ID), false],
    ['writes one on nothing', message({ onwardReferral: ID }), false],
    ['edits the client', edit('client', 'phone'), false],
  ])('%s: %s', (_, each, may) => {
    expect(isPermitted(member('provider'), each, find)).toBe(may)
  })
})

test('a volunteer writes down concerns and nothing else', () => {
  const may = (each: Edit) => isPermitted(member('volunteer'), each, find)
  expect([may(create('concern')), may(create('concernAction'))]).toEqual([true, true])
  expect([may(create('note')), may(edit('concern', 'facts')), may(remove)]).toEqual([false, false, false])
})

test('a co-ordinator and a manager may do in their scopes what there is to do; a referrer nothing', () => {
  for (const each of [create('note'), edit('client', 'phone'), remove, restore]) {
    expect(isPermitted(member('coordinator'), each, find)).toBe(true)
    expect(isPermitted(member('manager'), each, find)).toBe(true)
    expect(isPermitted(member('referrer'), each, find)).toBe(false)
  }
})

const SERVICE = '00000000-0000-4000-8000-000000000004'
const entry: StoredRecord = {
  ...onwardReferral,
  id: SERVICE,
  kind: 'service',
  file: null,
  body: { organization_id: 'age' },
}
const mine = (kind: string): StoredRecord => ({ ...entry, id: REFERRAL, kind, body: { by: 'me' } })
const findEntry = (id: string) => (id === SERVICE ? entry : null)
const alter = (id: string, kind: string, ...fields: string[]): Edit => ({ ...edit(kind, ...fields), id })

describe('the directory', () => {
  const report = (said: JsonObject = {}) =>
    create('correction', { side: 'staff', status: 'open', by: 'me', service: SERVICE, ...said }, null)
  const proposal = (said: JsonObject = {}) => report({ side: 'provider', organisation: 'age', ...said })

  test.each<[string, Edit, (id: string) => StoredRecord | null, by: string[]]>([
    ['an entry is made', create('service', {}, null), findEntry, ['manager']],
    ['an entry is altered', alter(SERVICE, 'service', 'name'), findEntry, ['manager']],
    ['rules are made', create('ruleSet', {}, null), findEntry, ['manager']],
    ['wording is loaded', create('instrument', {}, null), findEntry, ['manager']],
    ['wording is retired', alter(SERVICE, 'instrument', 'status'), findEntry, ['manager']],
    [
      'an entry was checked',
      alter(SERVICE, 'service', 'assured_date', 'assured_by'),
      findEntry,
      ['manager', 'coordinator'],
    ],
    [
      'a gap is written down',
      create('gap', { by: 'me' }, null),
      findEntry,
      ['manager', 'coordinator', 'volunteer'],
    ],
    ['a gap in the name of somebody else', create('gap', { by: 'you' }, null), findEntry, ['manager']],
    [
      'their own gap is mended',
      alter(REFERRAL, 'gap', 'why'),
      () => mine('gap'),
      ['manager', 'coordinator', 'volunteer'],
    ],
    ['the gap of somebody else is mended', alter(REFERRAL, 'gap', 'why'), () => entry, ['manager']],
    ['a mistake is reported', report(), findEntry, ['manager', 'coordinator', 'volunteer']],
    ['a report that is decided already', report({ status: 'taken' }), findEntry, ['manager']],
    ['a report is decided', alter(REFERRAL, 'correction', 'status'), () => mine('correction'), ['manager']],
    [
      'the wait is told',
      alter(SERVICE, 'service', 'waiting_weeks', 'open_to_referrals'),
      findEntry,
      ['manager', 'provider'],
    ],
    [
      'the wait of another organisation',
      alter(SERVICE, 'service', 'waiting_weeks'),
      () => ({ ...entry, body: { organization_id: 'mind' } }),
      ['manager'],
    ],
    ['a proposal is made', proposal(), findEntry, ['manager', 'provider']],
    ['a proposal for another organisation', proposal({ organisation: 'mind' }), findEntry, ['manager']],
    ['a proposal for an entry that is not there', proposal({ service: ID }), findEntry, ['manager']],
  ])('%s', (_, each, at, by) => {
    const all = ['manager', 'coordinator', 'volunteer', 'provider', 'referrer'] as const
    expect(all.filter((role) => isPermitted(member(role), each, at))).toEqual(by)
  })

  const session: StoredRecord = { ...entry, id: REFERRAL, kind: 'dropIn', body: { people: ['me', 'vi'] } }
  const logged = (by: string) => create('dropInContact', { by, dropIn: REFERRAL }, null)

  test.each<[string, Edit, StoredRecord | null, boolean]>([
    ['one’s own is begun', create('dropIn', { openedBy: 'me' }, null), null, true],
    ['that of somebody else is begun', create('dropIn', { openedBy: 'you' }, null), null, false],
    ['one’s own is closed', alter(REFERRAL, 'dropIn', 'closedAt'), session, true],
    ['who came is logged', logged('me'), session, true],
    ['in the name of somebody else', logged('vi'), session, false],
    ['at the session of others', logged('me'), { ...session, body: { people: ['vi'] } }, false],
    ['at a session that is not there', logged('me'), null, false],
    ['at what is no session', logged('me'), { ...session, kind: 'concern' }, false],
  ])('a drop-in: %s', (_, each, record, may) => {
    for (const role of ['volunteer', 'coordinator'] as const)
      expect(isPermitted(member(role), each, (id) => (id === REFERRAL ? record : null))).toBe(may)
  })
})

describe('what a provider may say of how it stands', () => {
  const says = (to: string): Edit => ({
    op: 'edit',
    kind: 'onwardReferral',
    id: REFERRAL,
    version: 1,
    fields: { status: { from: 'sent', to } },
  })
  const stands = (status: string, beside?: string): StoredRecord => ({
    ...onwardReferral,
    body: { organisation: 'age', status },
    contested: beside
      ? { status: [{ change: 'x', by: 'grace', device: 'd', at: '1', from: 'sent', to: beside }] }
      : {},
  })

  test.each<[string, StoredRecord | null, boolean]>([
    ['accepted', stands('sent'), true],
    ['withdrawn', stands('sent'), false],
    ['sent', stands('accepted'), false],
    ['withdrawn', stands('withdrawn'), true],
    ['withdrawn', stands('accepted', 'withdrawn'), true],
    ['withdrawn', null, false],
  ])('%s: %#', (to, record, may) => {
    expect(isPermitted(member('provider'), says(to), () => record)).toBe(may)
  })
})

test('only who may do everything gives back records; all others the changes that they made', () => {
  const gives = (['manager', 'coordinator', 'volunteer', 'referrer', 'provider'] as const).map((role) =>
    givesBackRecords(member(role)),
  )
  expect(gives).toEqual([true, true, false, false, false])
  expect(givesBackRecords(member('manager', false))).toBe(false)
  expect(
    ['service', 'ruleSet', 'gap', 'note'].map((kind) => givesBackRecords(member('coordinator'), kind)),
  ).toEqual([false, false, true, true])
})

describe('beginning a file', () => {
  const client: StoredRecord = { ...onwardReferral, id: CLIENT, kind: 'client' }
  const nobody = () => null
  const there = (id: string) => (id === CLIENT ? client : null)

  test.each<[string, Member, Edit, (id: string) => StoredRecord | null, boolean]>([
    ['a referrer, a new client', member('referrer'), create('client'), nobody, true],
    ['a referrer, their referral', member('referrer'), create('referral'), nobody, true],
    ['a volunteer, how it stands', member('volunteer'), create('referralProgress'), nobody, true],
    ['a referrer, a note', member('referrer'), create('note'), nobody, false],
    ['a referrer, in a file that is there', member('referrer'), create('referral'), there, false],
    ['a referrer, an edit', member('referrer'), edit('client', 'phone'), nobody, false],
    ['a referrer, in no file', member('referrer'), create('referral', {}, null), nobody, false],
    ['a referrer whose access has ended', member('referrer', false), create('client'), nobody, false],
    ['a provider', member('provider'), create('client'), nobody, false],
  ])('%s', (_, by, each, before, is) => {
    expect(isIntake(by, each, before)).toBe(is)
  })
})
