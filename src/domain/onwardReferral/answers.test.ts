import { describe, expect, test } from 'vitest'
import {
  answered,
  answersTo,
  askedForNews,
  daysQuiet,
  isQuiet,
  lacksReason,
  mayWithdraw,
  type ProviderStatus,
  withdrawn,
} from './answers.ts'
import { type OnwardReferralBody, onwardReferralStatuses, providerAnswers } from './onwardReferral.ts'

const referral: OnwardReferralBody = {
  service: 's',
  madeOn: '2026-11-01',
  madeBy: 'grace',
  consent: true,
  agreedToShare: ['contact'],
  shared: { called: 'Iris' },
  communicationNeeds: ['Large print'],
  status: 'sent',
  statusOn: '2026-11-01',
}

const all: ProviderStatus[] = [
  'accepted',
  'waiting',
  'started',
  'attended',
  'finished',
  'declined',
  'did-not-start',
]
const table: Record<(typeof onwardReferralStatuses)[number], [answers: string, withdraw: boolean]> = {
  sent: ['yyy..y.', true],
  accepted: ['.yy..yy', true],
  waiting: ['.yy..yy', true],
  started: ['...yy.y', true],
  attended: ['...yy..', true],
  finished: ['.......', false],
  declined: ['yy.....', true],
  'did-not-start': ['yyy....', true],
  withdrawn: ['.......', false],
}

test.each(onwardReferralStatuses)('what may follow %s', (status) => {
  const [answers, withdraw] = table[status]
  expect(all.map((each) => (answersTo(status).includes(each) ? 'y' : '.')).join('')).toBe(answers)
  expect(mayWithdraw(status)).toBe(withdraw)
})

test('nothing is offered for a status of a version yet to come', () => {
  expect([...answersTo('paused'), ...answersTo('constructor')]).toEqual([])
})

describe('an answer', () => {
  test.each<[ProviderStatus, object]>([
    ['accepted', { expectedWait: '6 weeks' }],
    ['waiting', { expectedWait: '6 weeks' }],
    ['started', { startedOn: '2026-12-01' }],
    ['attended', { outcome: 'Comes each week' }],
    ['finished', { outcome: 'Comes each week' }],
    ['declined', { statusReason: 'No places' }],
    ['did-not-start', { statusReason: 'No places' }],
  ])('%s says just what belongs to it', (status, said) => {
    const written = {
      status,
      reason: 'No places ',
      expectedWait: '6 weeks',
      startedOn: '2026-12-01',
      outcome: 'Comes each week',
    }
    const after = answered({ ...referral, statusReason: 'of before' }, written, '2026-11-20')
    expect(after).toEqual({ ...referral, status, statusOn: '2026-11-20', ...said })
  })

  test('writes nothing but what a provider may write', () => {
    const after = answered(referral, { status: 'declined', reason: 'No' }, '2026-11-20')
    const altered = Object.entries(after).filter(([field, value]) => Reflect.get(referral, field) !== value)
    expect(providerAnswers).toEqual(expect.arrayContaining(altered.map(([field]) => field)))
  })

  test('of no needs a reason, and of yes none', () => {
    expect(lacksReason({ status: 'declined', reason: ' ' })).toBe(true)
    expect(lacksReason({ status: 'did-not-start' })).toBe(true)
    expect(lacksReason({ status: 'declined', reason: 'No places' })).toBe(false)
    expect(lacksReason({ status: 'accepted' })).toBe(false)
  })
})

test('a withdrawn referral shares nothing any more', () => {
  const after = withdrawn({ ...referral, reason: 'x' }, { reason: 'Changed their mind', today: '2026-11-20' })
  expect(after).toEqual({
    service: 's',
    madeOn: '2026-11-01',
    madeBy: 'grace',
    consent: true,
    agreedToShare: [],
    status: 'withdrawn',
    statusOn: '2026-11-20',
    statusReason: 'Changed their mind',
  })
})

describe('quiet', () => {
  const said = (side: string, day: string, asksForNews = false) => ({
    side,
    at: `${day}T12:00:00.000Z`,
    asksForNews,
  })
  const quietDays = 21

  test.each([
    ['sent, 20 days ago', referral, [], '2026-11-21', false],
    ['sent, 21 days ago', referral, [], '2026-11-22', true],
    ['the provider has written since', referral, [said('provider', '2026-11-10')], '2026-11-30', false],
    ['only the service has', referral, [said('service', '2026-11-10', true)], '2026-11-30', true],
    ['answered since', { ...referral, status: 'waiting', statusOn: '2026-11-10' }, [], '2026-11-30', false],
    ['answered long ago', { ...referral, status: 'waiting', statusOn: '2026-11-05' }, [], '2026-11-30', true],
    ['it is over', { ...referral, status: 'declined' }, [], '2027-11-30', false],
  ])('%s', (_, body, messages, today, quiet) => {
    expect(isQuiet(body, messages, { today, quietDays })).toBe(quiet)
  })

  test('for how many days', () => {
    expect(daysQuiet(referral, [], '2026-11-30')).toBe(29)
    expect(daysQuiet({ ...referral, status: 'withdrawn' }, [], '2026-11-30')).toBeNull()
  })

  test('asked for news, until there is some', () => {
    const asked = said('service', '2026-11-10', true)
    expect(askedForNews([asked, said('service', '2026-11-11')])).toBe(asked.at)
    expect(askedForNews([said('provider', '2026-11-12'), asked])).toBeNull()
    expect(askedForNews([said('service', '2026-11-10')])).toBeNull()
  })
})
