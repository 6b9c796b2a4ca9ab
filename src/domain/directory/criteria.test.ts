import { describe, expect, test } from 'vitest'
import type { ServiceBody } from '../service/service.ts'
import { answerTo, type Criteria, type Criterion } from './criteria.ts'
import { listingOf } from './listing.ts'
import { momentOf } from './nextSession.ts'
import type { Whereabouts } from './place.ts'

/** A Monday, the fourth of its month. */
const now = momentOf('2026-11-23T10:00')

function answer(
  criterion: Criterion,
  criteria: Criteria,
  part: Partial<ServiceBody>,
  whereabouts: Whereabouts | null = null,
) {
  const body = { organization_id: 'o', name: 'Shed', status: 'active', ...part }
  return answerTo(criterion, criteria, listingOf('s', body, 'Org'), {
    now,
    whereabouts: whereabouts && (() => whereabouts),
  })
}

describe('day and time', () => {
  type Schedule = Omit<NonNullable<ServiceBody['schedules']>[number], 'id'>
  const tuesdays: Schedule = { freq: 'WEEKLY', byday: 'TU,TH', opens_at: '10:00', closes_at: '12:00' }
  const evenings: Schedule = { freq: 'WEEKLY', byday: 'MO', opens_at: '18:30' }
  const firstMondays: Schedule = { freq: 'MONTHLY', byday: '1MO', opens_at: '14:00', closes_at: '16:00' }
  const inWords: Schedule = { description: 'Ring for times' }
  const over: Schedule = { ...tuesdays, valid_to: '2026-06-30' }
  const fortnightly: Schedule = { freq: 'WEEKLY', byday: 'MO', interval: 2, opens_at: '10:00' }
  const datesOnly: Schedule = { freq: 'MONTHLY', bymonthday: '23', opens_at: '10:00' }

  test.each<[string, Schedule[], Criteria, string]>([
    ['that day', [tuesdays], { days: ['TU'] }, 'yes'],
    ['any of the days', [tuesdays], { days: ['MO', 'TH'] }, 'yes'],
    ['another day', [tuesdays], { days: ['WE'] }, 'no'],
    ['that time', [tuesdays], { times: ['morning'] }, 'yes'],
    ['until noon is no afternoon', [tuesdays], { times: ['afternoon'] }, 'no'],
    ['day and time of one opening', [tuesdays, evenings], { days: ['TU'], times: ['evening'] }, 'no'],
    ['day and time of another', [tuesdays, evenings], { days: ['MO'], times: ['evening'] }, 'yes'],
    ['no end is said', [evenings], { times: ['evening'] }, 'yes'],
    ['a place in the month is such a day', [firstMondays], { days: ['MO'] }, 'yes'],
    ['but not today', [firstMondays], { days: ['today'] }, 'no'],
    ['today', [evenings], { days: ['today'] }, 'yes'],
    ['today or tomorrow’s day', [tuesdays], { days: ['today', 'TU'] }, 'yes'],
    ['each second Monday, from when?', [fortnightly], { days: ['today'] }, 'unsaid'],
    ['each second Monday, from last', [{ ...fortnightly, dtstart: '2026-11-16' }], { days: ['today'] }, 'no'],
    [
      'each second Monday, from today',
      [{ ...fortnightly, dtstart: '2026-11-23' }],
      { days: ['today'] },
      'yes',
    ],
    ['a date, asked for a weekday', [datesOnly], { days: ['MO'] }, 'unsaid'],
    ['a date that is today', [datesOnly], { days: ['today'] }, 'yes'],
    ['words', [inWords], { days: ['MO'] }, 'unsaid'],
    ['words beside days that do not fit', [inWords, tuesdays], { days: ['MO'] }, 'unsaid'],
    ['nothing', [], { times: ['morning'] }, 'unsaid'],
    ['a day without hours', [{ freq: 'WEEKLY', byday: 'MO' }], { times: ['morning'] }, 'unsaid'],
    [
      'another day without hours',
      [{ freq: 'WEEKLY', byday: 'MO' }],
      { days: ['TU'], times: ['morning'] },
      'no',
    ],
    ['past its last day', [over], { days: ['TU'] }, 'no'],
    ['past midnight', [{ ...evenings, closes_at: '01:00' }], { times: ['evening'] }, 'yes'],
  ])('%s', (_, schedules, criteria, expected) => {
    const part = { schedules: schedules.map((schedule, i) => ({ id: String(i), ...schedule })) }
    expect(answer('days', criteria, part)).toBe(expected)
  })
})

test.each<[Whereabouts, string]>([
  [{ is: 'comes' }, 'yes'],
  [{ is: 'area' }, 'yes'],
  [{ is: 'miles', miles: 3 }, 'yes'],
  [{ is: 'miles', miles: 3.01 }, 'no'],
  [{ is: 'elsewhere' }, 'no'],
  [{ is: 'unknown' }, 'unsaid'],
])('within three miles, %o: %s', (whereabouts, expected) => {
  expect(answer('within', { within: 3 }, {}, whereabouts)).toBe(expected)
})

test('without a place to look from, no distance is in the way', () => {
  expect(answer('within', { within: 3 }, {})).toBe('yes')
})

test.each<[Criterion, Criteria, Partial<ServiceBody>, string]>([
  ['needs', { needs: ['money', 'home'] }, { needs: ['home'] }, 'yes'],
  ['needs', { needs: ['money'] }, { needs: ['home'] }, 'no'],
  ['needs', { needs: ['money'] }, {}, 'unsaid'],
  ['category', { category: 'Carers' }, { categories: ['Hobbies', 'Carers'] }, 'yes'],
  ['category', { category: 'Carers' }, { categories: ['Hobbies'] }, 'no'],
  ['cost', { cost: 0 }, { fees_description: 'Free' }, 'yes'],
  ['cost', { cost: 0 }, { fees_description: '£1' }, 'no'],
  ['cost', { cost: 5 }, { cost_options: [{ id: 'c', amount: 5 }] }, 'yes'],
  ['cost', { cost: 5 }, {}, 'unsaid'],
  ['access', { access: ['parking', 'step-free'] }, { access: ['step-free', 'parking', 'transport'] }, 'yes'],
  ['access', { access: ['parking', 'step-free'] }, { access: ['parking'] }, 'unsaid'],
  ['language', { language: 'Polish' }, { languages: ['English', 'Polish'] }, 'yes'],
  ['language', { language: 'Polish' }, { languages: ['English'] }, 'no'],
  ['language', { language: 'Polish' }, {}, 'unsaid'],
  ['referral', { referral: true }, { accepts: 'both' }, 'yes'],
  ['referral', { referral: true }, { accepts: 'signpost' }, 'no'],
  ['wait', { wait: 4 }, { waiting_weeks: 4 }, 'yes'],
  ['wait', { wait: 4 }, { waiting_time: '6 to 8 months' }, 'no'],
  ['wait', { wait: 0 }, {}, 'unsaid'],
  ['age', { age: 18 }, { minimum_age: 18, maximum_age: 25 }, 'yes'],
  ['age', { age: 17 }, { minimum_age: 18 }, 'no'],
  ['age', { age: 26 }, { maximum_age: 25 }, 'no'],
  ['age', { age: 26 }, {}, 'yes'],
])('%s: %o of %o is %s', (criterion, criteria, part, expected) => {
  expect(answer(criterion, criteria, part)).toBe(expected)
})
