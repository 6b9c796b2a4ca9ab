import { expect, test } from 'vitest'
import { tallyOf } from '#domain/dropIn/tally.ts'
import { hourOf } from './dropInWords.ts'
import { tallyCsv } from './tallyCsv.ts'

const came = (often: number, at: string, more: object = {}) =>
  Array.from({ length: often }, () => ({
    dropIn: 'd',
    people: ['val'],
    by: 'val',
    at,
    needs: ['money'],
    given: ['advice'],
    ...more,
  }))

const tally = tallyOf(
  [
    ...came(9, '2026-11-28T17:40:00.000Z', {
      firstName: 'Ottoline',
      ageBand: '65-79',
      note: 'From the bank',
    }),
    ...came(6, '2026-11-28T18:10:00.000Z', { ageBand: '80-over' }),
    ...came(2, '2026-11-28T19:10:00.000Z', { needs: ['home'], given: ['=cmd'], ageBand: 'under-18' }),
  ],
  hourOf,
)
const csv = tallyCsv(tally, { sessions: 1, serviceName: (id) => (id === 'advice' ? 'Advice' : id) })

test('drop-ins add up to a table that names nobody', () => {
  for (const line of [
    '"Drop-ins","","1"',
    '"All","People","17"',
    '"Asked for","Money","15"',
    '"Told about","Advice","15"',
    '"Hour","17:00 to 18:00","9"',
  ])
    expect(csv.split('\r\n')).toContain(line)
  for (const said of ['Ottoline', 'bank', 'val']) expect(csv).not.toContain(said)
})

test('what is told of fewer than five is left out, and what would give it away', () => {
  expect(csv).toContain('"Asked for","Home","not told"')
  // Seventeen in all, nine and two: the six that are left would be known.
  expect(csv).toContain('"Hour","18:00 to 19:00","not told"')
  expect(csv).toContain('"Hour","19:00 to 20:00","not told"')
  expect(csv).toContain('"Age, where it was said","Under 18","not told"')
})

test('nothing in it is a formula', () => {
  expect(csv).toContain(`"Told about","'=cmd","not told"`)
})
