import { describe, expect, test } from 'vitest'
import { reportCsv } from './csv.ts'
import { drawing } from './chart.ts'
import { FactCollector } from './facts.ts'
import { reportFilterSchema } from './filter.ts'
import type { Report, Table } from './report.ts'
import { makeReport, type ReportName, reportNames } from './reports.ts'
import { cellWords, restsOn } from './wording.ts'

type Line = [kind: string, id: string, file: string | null, body: Record<string, unknown>]

const client = (id: string, body: object = {}): Line => [
  'client',
  id,
  id,
  { team: 't', status: 'open', ...body },
]
const referral = (id: string, file: string, date: string, body: object = {}): Line => [
  'referral',
  id,
  file,
  { source: 'gp', date, reasons: ['isolated'], status: 'seen', ...body },
]
const scored = (id: string, file: string, day: string, total: number, body: object = {}): Line => [
  'response',
  id,
  file,
  { authored: `${day}T10:00`, purpose: 'review', scores: [{ measure: 'WEMWBS', total }], item: [], ...body },
]

function report(name: ReportName, lines: readonly Line[], filter: object = {}): Report {
  const collector = new FactCollector()
  for (const [kind, id, file, body] of lines) collector.take({ kind, id, file, body, deleted: null })
  const asked = {
    filter: reportFilterSchema.parse({ from: '2026-01-01', to: '2026-12-31', cohort: 'activity', ...filter }),
    names: new Map([['grace', 'Grace Okoro']]),
    suppressed: false,
  }
  return makeReport(name, collector.facts(), asked, { today: '2027-01-10', tQuantile: () => 12.706 })
}

function tableOf(name: ReportName, id: string, lines: readonly Line[], filter: object = {}): Table {
  const found = report(name, lines, filter).tables.find((table) => table.id === id)
  if (!found) throw new Error(`No table ${id}`)
  return found
}
const counts = ({ rows }: Table) => Object.fromEntries(rows.map(({ id, cells }) => [id, cells[0]]))

describe('who is counted', () => {
  const two = [client('a'), client('b'), referral('ra', 'a', '2026-02-01'), referral('rb', 'b', '2026-03-01')]

  test('a file that was merged into another counts as that one, and what lies in it goes along', () => {
    const lines = [
      ...two,
      client('c', { merged: { into: 'a', on: '2026-05-01', by: 'g' } }),
      referral('rc', 'c', '2026-02-05'),
    ]
    expect(report('people', lines).tables[0]?.of.count).toBe(2)
    expect(tableOf('referrals', 'referrals-by-month', lines).of.count).toBe(3)
  })

  test('a restricted file is not, and the report says so', () => {
    const of = report('people', [
      ...two,
      client('d', { restriction: { why: 'asked', on: '2026-01-01', by: 'm' } }),
      referral('rd', 'd', '2026-02-05'),
    ])
    expect(of.tables[0]?.of.count).toBe(2)
    expect(of.notes).toEqual([
      'One file is restricted, as the person or the law asks; nothing of that is counted.',
    ])
  })

  test('a record without what it needs is not, and the report says how many', () => {
    const of = report('people', [
      ...two,
      ['referral', 'rx', 'a', { source: 'gp', status: 'seen', reasons: [] }],
    ])
    expect(of.notes).toEqual(['One record lacks what is needed to be counted, such as a day or a state.'])
  })

  test('a removed record is not', () => {
    const collector = new FactCollector()
    collector.take({
      kind: 'client',
      id: 'a',
      file: 'a',
      body: { team: 't', status: 'open' },
      deleted: { by: 'x' },
    })
    expect(collector.facts().client).toEqual([])
  })

  test.each([
    [{ practice: 'p' }, 1],
    [{ team: 't' }, 3],
    [{ team: 'u' }, 0],
    [{ coordinator: 'grace' }, 1],
    [{ source: 'self' }, 1],
    [{ from: '2026-03-01' }, 2],
    [{ to: '2026-02-01' }, 1],
  ])('narrowed by %j', (filter, people) => {
    const lines = [
      ...two,
      client('e', { practice: 'p', coordinator: 'grace' }),
      referral('re', 'e', '2026-04-01', { source: 'self' }),
    ]
    expect(report('people', lines, filter).tables[0]?.of.count).toBe(people)
  })

  test('two referrals of one person are two referrals, and one person', () => {
    const lines = [...two, referral('ra2', 'a', '2026-09-01')]
    expect(report('people', lines).tables[0]?.of.count).toBe(2)
    expect(tableOf('referrals', 'referrals-by-source', lines).of.count).toBe(3)
  })
})

test('a year has all its months; a longer time none before the first referral or after the last', () => {
  const months = (from: string, to: string) =>
    tableOf(
      'referrals',
      'referrals-by-month',
      [client('a'), referral('ra', 'a', '2026-02-01'), referral('rb', 'a', '2026-04-01')],
      { from, to },
    ).rows.map(({ id }) => id)
  expect(months('2026-01-01', '2026-12-31')).toHaveLength(12)
  expect(months('2020-01-01', '2035-12-31')).toEqual(['2026-02', '2026-03', '2026-04'])
})

describe('what happened, and what came of it', () => {
  const onward = (id: string, madeOn: string): Line => [
    'onwardReferral',
    id,
    'a',
    { service: 's', madeOn, status: 'sent' },
  ]
  const lines = [
    client('a'),
    referral('ra', 'a', '2025-11-01'),
    onward('o1', '2025-12-01'),
    onward('o2', '2026-02-01'),
  ]

  test('by its own day, whenever they were referred', () => {
    expect(tableOf('onward', 'onward-answers', lines).of.count).toBe(1)
  })

  test('or all that came of those who were referred then', () => {
    const filter = { from: '2025-11-01', to: '2025-11-30', cohort: 'referred' }
    expect(tableOf('onward', 'onward-answers', lines, filter).of.count).toBe(2)
    expect(tableOf('onward', 'onward-answers', lines, { ...filter, cohort: 'engaged' }).of.count).toBe(0)
  })
})

describe('before and after', () => {
  const person = [client('a'), referral('ra', 'a', '2026-01-10')]

  test('the first and the last score of a person; one score alone is missing, not a zero', () => {
    const lines = [
      ...person,
      scored('s1', 'a', '2026-01-20', 40),
      scored('s2', 'a', '2026-04-20', 60),
      scored('s3', 'a', '2026-07-20', 44),
      client('b'),
      referral('rb', 'b', '2026-02-01'),
      scored('s4', 'b', '2026-08-01', 50),
    ]
    const table = tableOf('wellbeing', 'wemwbs', lines)
    expect([table.n.count, table.of.count, table.rows[0]?.cells.slice(0, 3)]).toEqual([1, 2, [40, 44, 4]])
    expect(table.missing).toMatchObject([{ count: 1, label: 'with one score only' }])
    expect(table.notes[0]).toContain('One pair only')
  })

  test('never a score of an earlier time with the service with one of a later', () => {
    const lines = [
      client('a'),
      referral('old', 'a', '2025-01-10', { status: 'closed', closedOn: '2025-09-01' }),
      referral('new', 'a', '2026-01-10'),
      scored('s1', 'a', '2025-02-01', 30, { purpose: 'baseline' }),
      scored('s2', 'a', '2026-02-01', 45),
      scored('s3', 'a', '2026-08-01', 50),
    ]
    expect(tableOf('wellbeing', 'wemwbs', lines).rows[0]?.cells.slice(0, 2)).toEqual([45, 50])
  })

  test('a form that was amended gives way to its amendment', () => {
    const lines = [
      ...person,
      scored('s1', 'a', '2026-01-20', 40),
      scored('s2', 'a', '2026-07-20', 70),
      scored('s3', 'a', '2026-07-21', 46, { amends: 's2' }),
    ]
    expect(tableOf('wellbeing', 'wemwbs', lines).rows[0]?.cells.slice(0, 2)).toEqual([40, 46])
  })

  test.each([
    [[40, 43], 'improved'],
    [[40, 42], 'unchanged'],
    [[40, 38], 'unchanged'],
    [[40, 37], 'worse'],
  ])('%j is %s', ([before = 0, after = 0], change) => {
    const lines = [...person, scored('s1', 'a', '2026-01-20', before), scored('s2', 'a', '2026-07-20', after)]
    expect(counts(tableOf('wellbeing', 'wemwbs-change', lines))).toEqual({
      improved: 0,
      unchanged: 0,
      worse: 0,
      [change]: 1,
    })
  })

  test.each([
    ['ons4.anxiety', [8, 3], 'improved'],
    ['ons4.anxiety', [3, 8], 'worse'],
    ['ucla3', [5, 5], 'unchanged'],
  ])('%s, where less is better: %j is %s', (measure, [before = 0, after = 0], change) => {
    const of = (total: number) => ({ scores: [{ measure, total }] })
    const lines = [
      ...person,
      scored('s1', 'a', '2026-01-20', 0, of(before)),
      scored('s2', 'a', '2026-07-20', 0, of(after)),
    ]
    const table = tableOf('wellbeing', `${measure}-change`, lines)
    expect(counts(table)).toEqual({ improved: 0, unchanged: 0, worse: 0, [change]: 1 })
    expect(tableOf('wellbeing', measure, lines).notes).toContain('For this measure a lower number is better.')
  })

  test('nobody yet is said, and draws nothing', () => {
    const table = tableOf('wellbeing', 'wemwbs', person)
    expect(table.notes[0]).toContain('nothing can be compared')
    expect(drawing(table)).toBeNull()
  })
})

describe('use of health care', () => {
  const used = (id: string, file: string, on: string, body: object): Line => [
    'careUse',
    id,
    file,
    { on, ...body },
  ]
  const person = (id: string): Line[] => [client(id), referral(`r${id}`, id, '2026-03-01')]
  const hospital = (lines: readonly Line[]) => tableOf('care-use', 'care-hospital-times', lines)

  test('the day of the referral is after; six months each way, and no more', () => {
    const lines = [
      ...person('a'),
      used('1', 'a', '2025-08-31', { what: 'ae' }),
      used('2', 'a', '2025-09-01', { what: 'ae', count: 2 }),
      used('3', 'a', '2026-02-28', { what: 'ae' }),
      used('4', 'a', '2026-03-01', { what: 'ae' }),
      used('5', 'a', '2026-08-31', { what: 'ae' }),
      used('6', 'a', '2026-09-01', { what: 'ae' }),
    ]
    const { columns, rows } = hospital(lines)
    expect(columns.map(({ id }) => id)).toEqual(['any', 'share', 'before', 'after', 'change'])
    expect(rows[0]?.cells).toEqual([1, 1, 3, 2, -1 / 3])
  })

  test('none is known to be none; not entered is missing; not over yet is too', () => {
    const lines = [
      ...person('a'),
      used('1', 'a', '2026-03-01', { what: 'no-hospital' }),
      ...person('b'),
      client('c'),
      referral('rc', 'c', '2026-10-01'),
      used('2', 'c', '2026-10-02', { what: 'ae' }),
    ]
    const table = hospital(lines)
    expect([table.of.count, table.n.count]).toEqual([3, 1])
    expect(table.missing.map(({ label, count }) => `${Number(count)} ${label}`)).toEqual([
      '1 whose six months are not over yet',
      '1 of whom no figures were entered',
    ])
  })

  test.each([
    ['deceased', 'left out', 'left out'],
    ['residential-care', 'left out', 'left out'],
    ['hospice', 'compared', 'left out'],
    ['moved-practice', 'compared', 'left out'],
  ])('%s: of hospitals %s, of appointments %s', (what, ofHospital, ofAppointments) => {
    const lines = [
      ...person('a'),
      used('1', 'a', '2026-04-01', { what: 'ae' }),
      used('2', 'a', '2026-04-01', { what: 'gp' }),
      used('3', 'a', '2026-05-01', { what }),
    ]
    const state = ({ n, leftOut }: Table) =>
      n.count === 1 ? 'compared' : leftOut.length === 1 ? 'left out' : 'missing'
    expect(state(hospital(lines))).toBe(ofHospital)
    expect(state(tableOf('care-use', 'care-appointments-times', lines))).toBe(ofAppointments)
  })

  test('whoever died within the time is left out, and who died later is not', () => {
    const died = (closedOn: string) => [
      client('a', { status: 'closed', closingReason: 'died', closedOn }),
      referral('ra', 'a', '2026-03-01'),
      used('1', 'a', '2026-04-01', { what: 'ae' }),
    ]
    expect(hospital(died('2026-08-31')).leftOut).toMatchObject([{ label: 'died within the time', count: 1 }])
    expect(hospital(died('2026-09-01')).n.count).toBe(1)
  })

  test('cost for each person who used it in that window, and the days of a stay', () => {
    const lines = [
      ...person('a'),
      ...person('b'),
      used('1', 'a', '2026-02-01', { what: 'admission', cost: 3000, days: 10 }),
      used('2', 'b', '2026-02-01', { what: 'admission', cost: 1000, days: 4 }),
      used('3', 'b', '2026-05-01', { what: 'admission', days: 2 }),
    ]
    expect(tableOf('care-use', 'care-hospital-cost', lines).rows[0]?.cells).toEqual([4000, 0, -1, 2000, 0, 1])
    expect(tableOf('care-use', 'care-stay', lines).rows[0]?.cells).toEqual([14, 2, 7, 1, -6])
  })
})

describe('how it is written', () => {
  test.each([
    [1234, 'count', '1,234'],
    [0.469, 'share', '47%'],
    [-0.571, 'share', '−57%'],
    [2.0988, 'mean', '2.1'],
    [14, 'days', '14'],
    [43.449, 'points', '43.45'],
    [3.8571, 'change', '+3.86'],
    [-0.001, 'change', '0.00'],
    [5633, 'money', '£5,633'],
    [5633.000000000001, 'money', '£5,633'],
    [-1978.8, 'money', '−£1,978.80'],
    ['hidden', 'count', 'not shown'],
    [null, 'mean', '–'],
  ] as const)('%s as %s is %s', (cell, unit, words) => {
    expect(cellWords(cell, unit)).toBe(words)
  })

  test('a formula in a reason is a text in a spreadsheet', () => {
    const lines = [
      client('a'),
      referral('ra', 'a', '2026-02-01', { status: 'declined', statusReason: '=cmd|"x"' }),
    ]
    expect(reportCsv(report('referrals', lines))).toContain(`"'=cmd|""x""",1,100`)
  })

  test('every report can be made of nothing, and says that nothing is there', () => {
    for (const name of reportNames) {
      const { tables } = report(name, [])
      expect(tables.length).toBeGreaterThan(0)
      expect(tables.map((table) => drawing(table)).filter((each) => each !== null)).toEqual([])
      expect(tables.flatMap(restsOn).join(' ')).not.toContain('NaN')
      expect(reportCsv(report(name, []))).not.toContain('NaN')
    }
  })
})
