import { describe, expect, test } from 'vitest'
import { kinds } from '#domain/kind/kinds.ts'
import type { ClientFile } from '../useClientFile.ts'
import { beginOnward, editOf, problemsOf, toShareOf } from './onwardForm.ts'

const ID = '0195a000-0000-7000-8000-000000000001'
const client = {
  id: 'c',
  kind: 'client' as const,
  version: 1,
  file: 'c',
  rev: 1,
  contested: {},
  deleted: null,
  pending: false,
  body: {
    firstName: 'Iris',
    familyName: 'Ade',
    phone: '020 7946 0001',
    aboutMe: 'In confidence',
    communicationNeeds: ['Large print'],
    team: 't',
    status: 'open',
  },
}
const file: ClientFile = {
  client,
  referrals: [],
  visits: [],
  responses: [],
  notes: [],
  plans: [],
  onwardReferrals: [],
  signposts: [],
  messages: [],
  contacts: [],
  progress: [],
}
const asking = {
  person: { id: 'grace', name: 'Grace', service: 'Doorstep' },
  service: { name: 'Befriending', organization_id: 'age', description: '', status: 'active' },
  today: '2026-11-28',
}
const form = { ...beginOnward(ID), service: 's', consent: 'yes' as const, reason: ' Company ' }

test.each([
  [form, []],
  [{ ...form, service: '' }, ['field-service']],
  [{ ...form, consent: '' as const }, ['field-consent']],
  [{ ...form, consent: 'no' as const }, ['field-consent']],
  [{ ...form, consent: '' as const, as: 'signpost' as const }, []],
])('what is missing: %#', (filled, fields) => {
  expect(problemsOf(filled).map(({ field }) => field)).toEqual(fields)
})

describe('what the form comes to', () => {
  test('a referral that carries what was agreed to and no more', () => {
    const edit = editOf(form, file, asking)
    if (edit.op !== 'create') throw new Error('Not created')
    expect(kinds.onwardReferral.body.parse(edit.body)).toEqual({
      service: 's',
      serviceName: 'Befriending',
      organisation: 'age',
      madeOn: '2026-11-28',
      madeBy: 'grace',
      from: { name: 'Grace', service: 'Doorstep' },
      consent: true,
      agreedToShare: ['contact', 'communication-needs', 'reason'],
      shared: {
        called: 'Iris',
        contact: { name: 'Iris Ade', phone: '020 7946 0001' },
        reason: 'Company',
      },
      communicationNeeds: ['Large print'],
      status: 'sent',
      statusOn: '2026-11-28',
    })
  })

  test('a signpost, logged apart', () => {
    const edit = editOf({ ...form, as: 'signpost' }, file, asking)
    expect(edit).toMatchObject({
      kind: 'signpost',
      body: { service: 's', givenOn: '2026-11-28', givenBy: 'grace', note: 'Company' },
    })
  })
})

test('the latest score is the one that is shared', () => {
  const response = (id: string, authored: string, total: number) => ({
    ...client,
    id,
    kind: 'response' as const,
    body: { questionnaire: 'q', authored, author: 'g', item: [], scores: [{ measure: 'wemwbs', total }] },
  })
  const responses = [
    response('b', '2026-11-20T10:00:00.000Z', 45),
    response('a', '2026-05-20T10:00:00.000Z', 30),
  ]
  expect(toShareOf({ ...file, responses }, '').wellbeing).toEqual({ total: 45, on: '2026-11-20' })
  expect(toShareOf(file, '').wellbeing).toBeNull()
})
