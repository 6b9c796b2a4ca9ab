import { expect, test } from 'vitest'
import type { ClientBody } from '../client/client.ts'
import type { VisitBody } from '../visit/visit.ts'
import { type ReviewFile, reviewDueOn, reviewsDue, reviewSetFor } from './due.ts'

function file(
  client: Partial<ClientBody>,
  visits: Partial<VisitBody>[] = [],
  planReview?: string,
): ReviewFile {
  const body: ClientBody = { firstName: 'Ida', familyName: '', team: 't', status: 'open', ...client }
  const visit: VisitBody = {
    startsAt: '',
    place: 'home',
    coordinator: 'g',
    purpose: 'review',
    status: 'held',
  }
  return {
    client: { id: client.firstName ?? 'c', file: 'c', body },
    visits: visits.map((each, i) => ({ id: `v${i}`, file: 'c', body: { ...visit, ...each } })),
    plans: planReview
      ? [{ id: 'p', file: 'c', body: { needs: [], goals: [], actions: [], reviewOn: planReview } }]
      : [],
  }
}
const openedOn = '2026-01-15'
const held = { startsAt: '2026-07-20T10:00' }

test.each([
  ['a day was set', file({ openedOn, reviewOn: '2026-06-01' }), '2026-06-01'],
  ['the plan’s day comes first', file({ openedOn, reviewOn: '2026-06-01' }, [], '2026-05-01'), '2026-05-01'],
  ['no day was set', file({ openedOn }), '2026-07-15'],
  ['the day was answered by a review', file({ openedOn, reviewOn: '2026-07-15' }, [held]), '2027-01-20'],
  ['the day was answered some weeks early', file({ openedOn, reviewOn: '2026-09-01' }, [held]), '2027-01-20'],
  ['a review long before does not answer', file({ openedOn, reviewOn: '2026-12-01' }, [held]), '2026-12-01'],
  ['a planned one has not been held', file({ openedOn }, [{ ...held, status: 'planned' }]), '2026-07-15'],
  ['a review of an earlier episode', file({ openedOn: '2026-10-01' }, [held]), '2027-04-01'],
  ['nobody knows since when', file({}), null],
  ['waiting', file({ openedOn, status: 'waiting' }), null],
  ['closed', file({ openedOn, status: 'closed', reviewOn: '2026-06-01' }), null],
])('%s', (_, given, due) => expect(reviewDueOn(given, 6)).toBe(due))

test('the months are the service’s own', () => {
  expect(reviewDueOn(file({ openedOn }), 3)).toBe('2026-04-15')
})

test('the list: due up to a day, the longest first, with the review that is planned', () => {
  const files = [
    file({ firstName: 'later', openedOn, reviewOn: '2026-12-01' }),
    file({ firstName: 'second', openedOn, reviewOn: '2026-07-01' }),
    file({ firstName: 'first', openedOn, reviewOn: '2026-06-01' }, [
      { startsAt: '2026-07-03T10:00', status: 'planned' },
    ]),
  ]
  const due = reviewsDue(files, { months: 6, until: '2026-07-01' })
  expect(due.map(({ client, on, planned }) => [client.id, on, planned?.id])).toEqual([
    ['first', '2026-06-01', 'v0'],
    ['second', '2026-07-01', undefined],
  ])
})

test('without a day that was set there is none to be late for', () => {
  expect(reviewSetFor(file({ openedOn }))).toBeNull()
})
