import { expect, test } from 'vitest'
import type { ClientBody } from '../client/client.ts'
import { median, summarise, waitsOf, type WaitingFile } from './waiting.ts'

const today = '2026-11-23'

interface Days {
  referred?: string[]
  allocated?: string
  coordinator?: string
  attempted?: string
  reached?: string | undefined
  visited?: string | undefined
  planned?: string
  agreed?: string | undefined
  status?: ClientBody['status']
}

function file(days: Days, id = 'c'): WaitingFile {
  const { allocated, coordinator, status = 'waiting' } = days
  const body: ClientBody = { firstName: 'Ida', familyName: 'Marsh', team: 't', status }
  const held = <Body>(of: Body) => ({ id, file: id, body: of })
  const contact = (at: string | undefined, outcome: 'reached' | 'no-answer') =>
    at === undefined ? [] : [held({ at: `${at}T10:00`, by: 's', how: 'phone', outcome })]
  const visit = (day: string | undefined, visitStatus: string) =>
    day === undefined
      ? []
      : [
          held({
            startsAt: `${day}T10:00`,
            place: 'home',
            coordinator: 's',
            purpose: 'first',
            status: visitStatus,
          }),
        ]
  return {
    client: held({
      ...body,
      ...(allocated === undefined ? {} : { allocatedOn: allocated }),
      ...(coordinator === undefined ? {} : { coordinator }),
    }),
    referrals: (days.referred ?? ['2026-11-01']).map((date) =>
      held({ source: 'gp', date, reasons: [], status: 'received' }),
    ),
    contacts: [...contact(days.attempted, 'no-answer'), ...contact(days.reached, 'reached')],
    visits: [...visit(days.planned, 'planned'), ...visit(days.visited, 'held')],
    plans:
      days.agreed === undefined ? [] : [held({ needs: [], goals: [], actions: [], agreedOn: days.agreed })],
  }
}

/** "allocated 3" took three days, "contact 12…" waits since twelve, and the state where there are no days. */
const told = (days: Days) =>
  waitsOf(file(days), today).map((wait) => {
    switch (wait.state) {
      case 'done':
        return `${wait.step} ${wait.days}`
      case 'waiting':
        return `${wait.step} ${wait.days}…`
      default:
        return `${wait.step} ${wait.state}`
    }
  })

const all = { allocated: '2026-11-04', reached: '2026-11-06', visited: '2026-11-16', agreed: '2026-11-16' }

const ways: [string, Days, string[]][] = [
  ['just referred', {}, ['allocated 22…', 'contact ahead', 'visit ahead', 'plan ahead']],
  ['allocated', { allocated: '2026-11-04' }, ['allocated 3', 'contact 19…', 'visit ahead', 'plan ahead']],
  [
    'somebody has them, since nobody knows when',
    { coordinator: 'grace' },
    ['allocated not-recorded', 'contact 22…', 'visit ahead', 'plan ahead'],
  ],
  [
    'an attempt is no contact',
    { allocated: '2026-11-04', attempted: '2026-11-05' },
    ['allocated 3', 'contact 19…', 'visit ahead', 'plan ahead'],
  ],
  [
    'a planned visit is none',
    { ...all, visited: undefined, agreed: undefined, planned: '2026-11-30' },
    ['allocated 3', 'contact 2', 'visit 17…', 'plan ahead'],
  ],
  ['all the way', all, ['allocated 3', 'contact 2', 'visit 10', 'plan 0']],
  [
    'nobody wrote down the call',
    { ...all, reached: undefined },
    ['allocated 3', 'contact not-recorded', 'visit 12', 'plan 0'],
  ],
  [
    'given to somebody else later',
    { ...all, allocated: '2026-11-20' },
    ['allocated not-recorded', 'contact 5', 'visit 10', 'plan 0'],
  ],
  [
    'declined on the telephone',
    { ...all, visited: undefined, agreed: undefined, status: 'declined' },
    ['allocated 3', 'contact 2', 'visit ended', 'plan ended'],
  ],
  [
    'referred again',
    { ...all, referred: ['2026-11-01', '2026-11-18'] },
    ['allocated 5…', 'contact ahead', 'visit ahead', 'plan ahead'],
  ],
  ['no day of referral', { referred: ['last week'] }, []],
]

test.each(ways)('%s', (_name, days, expected) => {
  expect(told(days)).toEqual(expected)
})

test('a set: medians of who came through, and who waits the longest', () => {
  const files = [
    file(all, 'a'),
    file({ ...all, allocated: '2026-11-02' }, 'b'),
    file({ allocated: '2026-11-04' }, 'c'),
    file({ allocated: '2026-11-11' }, 'd'),
  ]
  const [allocated, contact, , plan] = summarise(
    files.map((one) => ({ client: one.client.id, waits: waitsOf(one, today) })),
  )
  expect(allocated).toEqual({ step: 'allocated', median: 3, done: 4, waiting: 0, longest: null })
  expect(contact).toEqual({
    step: 'contact',
    median: 3,
    done: 2,
    waiting: 2,
    longest: { days: 19, client: 'c' },
  })
  expect(plan?.done).toBe(2)
})

test.each([
  [[], null],
  [[4], 4],
  [[9, 1], 5],
  [[3, 100, 1], 3],
])('the median of %o is %o', (numbers, expected) => {
  expect(median(numbers)).toBe(expected)
})
