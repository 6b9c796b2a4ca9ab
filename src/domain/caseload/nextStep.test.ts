import { expect, test } from 'vitest'
import type { ClientBody } from '../client/client.ts'
import type { VisitBody } from '../visit/visit.ts'
import { type CaseFile, daysWaited, isLate, nextSteps, pressing } from './nextStep.ts'

const today = '2026-11-23'

function caseFile(client: Partial<ClientBody>, rest: Partial<CaseFile> = {}): CaseFile {
  const body: ClientBody = { firstName: 'Ida', familyName: 'Marsh', team: 't', status: 'open', ...client }
  const file = {
    visits: [],
    plans: [],
    referrals: [],
    onwardReferrals: [],
    contacts: [],
    messages: [],
    ...rest,
  }
  return { client: { id: 'c', file: 'c', body }, ...file }
}

function visit(id: string, startsAt: string, status: VisitBody['status'] = 'planned') {
  const body: VisitBody = { startsAt, place: 'home', coordinator: 's', purpose: 'first', status }
  return { id, file: 'c', body }
}

const names = (file: CaseFile) => nextSteps(file, today).map(({ step }) => step)

test('nothing is left to do in a closed file', () => {
  expect(nextSteps(caseFile({ status: 'closed', reviewOn: '2026-01-01' }), today)).toEqual([])
})

test('somebody referred and not seen waits since the referral', () => {
  const referral = {
    id: 'r',
    file: 'c',
    body: { source: 'gp', date: '2026-11-02', reasons: [], status: 'received' },
  }
  const file = caseFile({ status: 'waiting', openedOn: '2026-11-05' }, { referrals: [referral] })
  expect(nextSteps(file, today)).toEqual([{ step: 'first-contact', day: '2026-11-02' }])
  expect(daysWaited({ step: 'first-contact', day: '2026-11-02' }, today)).toBe(21)
})

test('a planned visit ends the waiting', () => {
  expect(names(caseFile({ status: 'waiting' }, { visits: [visit('v', '2026-11-24T09:00')] }))).toEqual([
    'visit',
  ])
})

test('a visit of today is to come, until the day is over', () => {
  expect(names(caseFile({}, { visits: [visit('v', '2026-11-23T08:00')] }))).toEqual(['visit'])
  expect(names(caseFile({}, { visits: [visit('v', '2026-11-22T16:00')] }))).toEqual(['write-up'])
  expect(names(caseFile({}, { visits: [visit('v', '2026-11-22T16:00', 'held')] }))).toEqual(['plan-visit'])
})

test('what is late comes before what is to come, the longest first', () => {
  const actions = [
    { id: 'a', goal: 'g', what: 'Ring the club', who: 'Ida', by: '2026-11-20', status: 'to-do' as const },
    { id: 'b', goal: 'g', what: 'Bus pass', who: 'Ida', by: '2026-10-20', status: 'done' as const },
  ]
  const plan = { id: 'p', file: 'c', body: { needs: [], goals: [], actions, reviewOn: '2026-11-10' } }
  const file = caseFile({}, { visits: [visit('v', '2026-11-23T14:00')], plans: [plan] })
  expect(names(file)).toEqual(['review', 'action', 'visit'])
})

test('a review that was held is not asked for again, the next one is', () => {
  const review = visit('r', '2026-10-20T10:00', 'held')
  const held = { ...review, body: { ...review.body, purpose: 'review' as const } }
  expect(names(caseFile({ reviewOn: '2026-11-10' }, { visits: [held] }))).toEqual(['plan-visit'])
  expect(names(caseFile({ reviewOn: '2027-04-20' }, { visits: [held] }))).toEqual(['review'])
})

test('a referral out is chased after two weeks', () => {
  const sent = (madeOn: string) => ({
    id: madeOn,
    file: 'c',
    body: { service: 's', madeOn, madeBy: 'x', consent: true, status: 'sent' },
  })
  const file = caseFile({}, { onwardReferrals: [sent('2026-11-09'), sent('2026-11-10')] })
  expect(nextSteps(file, today)).toEqual([
    { step: 'answer', day: '2026-11-09', onwardReferral: '2026-11-09' },
  ])
})

test('somebody who declined is asked again on the day, and nothing else is done about them', () => {
  const file = caseFile({ status: 'declined', callBackOn: '2026-11-23', reviewOn: '2026-01-01' })
  const step = { step: 'call-back', day: '2026-11-23' } as const
  expect(nextSteps(file, today)).toEqual([step])
  expect(isLate(step, '2026-11-22')).toBe(false)
  expect(isLate(step, '2026-11-23')).toBe(true)
  expect(nextSteps(caseFile({ status: 'declined' }), today)).toEqual([])
})

test('the latest contact says when they are rung again; a later one without a day ends it', () => {
  const contact = (at: string, nextOn?: string) => ({
    id: at,
    file: 'c',
    body: { at, by: 's', how: 'phone', outcome: 'no-answer', ...(nextOn === undefined ? {} : { nextOn }) },
  })
  const promised = [contact('2026-11-20T10:00', '2026-11-23')]
  expect(nextSteps(caseFile({}, { contacts: promised }), today)).toEqual([
    { step: 'call', day: '2026-11-23' },
  ])
  expect(names(caseFile({}, { contacts: [...promised, contact('2026-11-21T10:00')] }))).toEqual([
    'plan-visit',
  ])
})

test('an open file with nothing planned says since when', () => {
  expect(nextSteps(caseFile({ lastSeenAt: '2026-09-01T10:00' }), today)).toEqual([
    { step: 'plan-visit', day: '2026-09-01' },
  ])
  expect(isLate({ step: 'plan-visit', day: '2026-09-01' }, today)).toBe(false)
})

test('an unknown day comes last among the late', () => {
  const unknown = { step: 'first-contact', day: null } as const
  expect(pressing(unknown, { step: 'review', day: '2026-11-22' }, today)).toBeGreaterThan(0)
  expect(pressing(unknown, { step: 'review', day: '2026-11-24' }, today)).toBeLessThan(0)
  expect(daysWaited(unknown, today)).toBeNull()
})

test('a service that accepted and has said nothing since is worth a call, one that has written is not yet', () => {
  const body = {
    service: 's',
    madeOn: '2026-10-01',
    madeBy: 'g',
    consent: true,
    status: 'accepted',
    statusOn: '2026-10-20',
  }
  const written = {
    onwardReferral: 'o',
    organisation: 'age',
    side: 'provider',
    text: 'Soon',
    at: '2026-11-20T10:00:00.000Z',
    by: 'p',
    byName: 'Pat',
  }
  const onwardReferrals = [{ id: 'o', file: 'c', body }]
  const quiet = caseFile({}, { onwardReferrals })
  expect(nextSteps(quiet, today)).toContainEqual({ step: 'answer', day: '2026-10-20', onwardReferral: 'o' })
  const messages = [{ id: 'm', file: 'c', body: written }]
  expect(names(caseFile({}, { onwardReferrals, messages }))).not.toContain('answer')
})
