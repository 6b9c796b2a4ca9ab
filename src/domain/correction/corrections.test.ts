import { expect, test } from 'vitest'
import type { ServiceBody } from '../service/service.ts'
import { correction } from './correction.ts'
import { decided, proposalOf, proposedFields, reportOf, takenOver } from './corrections.ts'

const body: ServiceBody = {
  organization_id: 'age',
  name: 'Befriending',
  status: 'active',
  email: 'old@example.org',
  phones: [{ id: 'p', number: '020 7946 0000' }],
  needs: ['people'],
  waiting_weeks: 2,
  ofANewerVersion: true,
}
const entry = { id: 's', body }
const said = { note: '', by: { id: 'pat', name: 'Pat, Age UK' }, at: '2026-11-20T10:00:00.000Z' }

const propose = (change: object, note = '') => proposalOf(entry, { ...body, ...change }, { ...said, note })

test('a report says what is wrong, and by whom', () => {
  const report = reportOf(entry, { what: 'full', note: ' Since May ', by: 'val', at: said.at })
  expect(correction.body.parse(report)).toEqual({
    service: 's',
    organisation: 'age',
    side: 'staff',
    what: 'full',
    note: 'Since May',
    by: 'val',
    at: said.at,
    status: 'open',
  })
  expect(reportOf(entry, { what: 'full', note: ' ', by: 'val', at: said.at })).not.toHaveProperty('note')
})

test('a proposal has each field that differs, with what was seen; nothing else', () => {
  const { email: _email, ...without } = body
  const proposal = proposalOf(entry, { ...without, name: 'Befriending at home' }, said)
  expect(proposal).toMatchObject({
    side: 'provider',
    organisation: 'age',
    byName: 'Pat, Age UK',
    status: 'open',
    proposed: { name: 'Befriending at home', email: null },
    was: { name: 'Befriending', email: 'old@example.org' },
  })
  expect(Object.keys(proposal?.proposed ?? {})).toHaveLength(2)
})

test.each([
  ['nothing', {}],
  ['their own', { waiting_weeks: 9, open_to_referrals: false }],
  ['whose it is', { organization_id: 'mind' }],
  ['that it was checked', { assured_date: '2026-11-20', assured_by: 'Pat' }],
])('%s is not proposed', (_, change) => {
  expect(propose(change)).toBeNull()
  expect(propose(change, 'Please ring us')).toMatchObject({ proposed: {}, note: 'Please ring us' })
})

test.each<[string, Partial<ServiceBody>, string]>([
  ['as it was', {}, 'as-seen'],
  ['something else', { email: 'third@example.org' }, 'moved'],
  ['the same', { email: 'new@example.org' }, 'agreed'],
])('the entry says %s by now', (_, since, state) => {
  const proposal = propose({ email: 'new@example.org' })
  expect(proposedFields(proposal ?? {}, { ...body, ...since })).toMatchObject([{ field: 'email', state }])
})

test('taken over is what was chosen, and the rest stays as it is', () => {
  const proposal = propose({ email: 'new@example.org', phones: [], name: 'B' }) ?? {}
  expect(takenOver(body, proposal, [])).toEqual(body)
  expect(takenOver(body, proposal, ['email', 'phones'])).toEqual({
    ...body,
    email: 'new@example.org',
    phones: [],
  })
})

test('what a proposal has no business in is not taken over, and what makes no sense neither', () => {
  const forged = { proposed: { organization_id: 'mind', assured_by: 'x', name: null, needs: 'all' } }
  expect(takenOver(body, forged, ['organization_id', 'assured_by'])).toEqual(body)
  expect(proposedFields(forged, body).map(({ field }) => field)).toEqual(['name', 'needs'])
  expect(takenOver(body, forged, ['name'])).toBeNull()
  expect(takenOver(body, forged, ['needs'])).toBeNull()
})

test('a decision is signed; an answer may be left out', () => {
  const report = reportOf(entry, { what: 'full', note: '', by: 'val', at: said.at })
  const at = '2026-11-21T10:00:00.000Z'
  const left = decided(report, { status: 'left', by: 'mo', at, answer: 'They have places' })
  expect(left).toMatchObject({ status: 'left', decidedBy: 'mo', decidedAt: at, answer: 'They have places' })
  expect(decided(left, { status: 'taken', by: 'mo', at, answer: '' })).not.toHaveProperty('answer')
})
