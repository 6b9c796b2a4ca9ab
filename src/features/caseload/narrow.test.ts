import { expect, test } from 'vitest'
import type { NextStep } from '#domain/caseload/nextStep.ts'
import type { ClientBody } from '#domain/client/client.ts'
import { searchFields } from '#domain/client/searchFields.ts'
import { type Filter, narrow } from './narrow.ts'
import type { CaseEntry } from './useCaseload.ts'

const everything: Filter = {
  whose: 'team',
  status: 'active',
  practice: null,
  show: 'everything',
  sort: 'next',
}
const who = { person: 'grace', today: '2026-11-23' }

function entry(name: string, steps: NextStep[], rest: Partial<ClientBody> = {}, questions = 0): CaseEntry {
  const body: ClientBody = { firstName: name, familyName: '', team: 't', status: 'open', ...rest }
  const client = {
    id: name,
    kind: 'client' as const,
    version: 1,
    file: name,
    rev: 1,
    body,
    contested: {},
    deleted: null,
    pending: false,
  }
  return { client, name, sort: name, fields: searchFields(body), steps, questions, waits: [] }
}

const list = [
  entry('visit', [{ step: 'visit', day: '2026-11-24', at: '2026-11-24T10:00', visit: 'v' }], {
    coordinator: 'grace',
  }),
  entry(
    'review',
    [
      { step: 'review', day: '2026-11-01' },
      { step: 'action', day: '2026-11-20', what: 'Ring the club' },
    ],
    { practice: 'westwood' },
    1,
  ),
  entry('waiting', [{ step: 'first-contact', day: '2026-10-01' }], { status: 'waiting' }),
  entry('later', [
    { step: 'review', day: '2027-01-01' },
    { step: 'action', day: '2027-01-02', what: 'Go to the club' },
  ]),
  entry('closed', [], { status: 'closed' }),
]
const ids = (filter: Partial<Filter>) =>
  narrow(list, { ...everything, ...filter }, who).map(({ name }) => name)

test('what is late comes first, the longest waiting on top', () => {
  expect(ids({})).toEqual(['waiting', 'review', 'visit', 'later'])
  expect(ids({ sort: 'name' })).toEqual(['later', 'review', 'visit', 'waiting'])
  expect(ids({ sort: 'waiting', status: 'all' })).toEqual(['waiting', 'review', 'visit', 'later', 'closed'])
})

test('who declined is at hand again once their day has come', () => {
  const declined = (day: string) =>
    entry(day, [{ step: 'call-back', day }], { status: 'declined', callBackOn: day })
  const narrowed = narrow([declined('2026-11-23'), declined('2026-11-24')], everything, who)
  expect(narrowed.map(({ name }) => name)).toEqual(['2026-11-23'])
})

test.each([
  [{ whose: 'mine' }, ['visit']],
  [{ practice: 'westwood' }, ['review']],
  [{ status: 'waiting' }, ['waiting']],
  [{ status: 'closed' }, ['closed']],
  [{ show: 'late' }, ['waiting', 'review']],
  [{ show: 'review' }, ['review']],
  [{ show: 'steps' }, ['review']],
  [{ show: 'questions' }, ['review']],
] as const)('%o', (filter, names) => {
  expect(ids(filter)).toEqual(names)
})
