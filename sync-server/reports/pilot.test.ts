import jstat from 'jstat'
import { beforeAll, describe, expect, test } from 'vitest'
import { FactCollector, type Facts } from '#domain/report/facts.ts'
import { makeReport, type ReportName } from '#domain/report/reports.ts'
import type { Report, Table } from '#domain/report/report.ts'
import { cellWords } from '#domain/report/wording.ts'
import { buildDemoService } from '../demo/cohort/buildDemoService.ts'
import pilot from './pilot-tables.json' with { type: 'json' }

// The demo's cohort adds up to the printed tables of the pilot's evaluation. The reports, which know nothing of that, have
// to find the same figures; and where a printed figure does not follow from the printed data, the one that does.

const today = '2026-11-23'
const filter = { from: '2025-11-24', to: today, cohort: 'referred' } as const
let facts: Facts

beforeAll(() => {
  const collector = new FactCollector()
  for (const edit of buildDemoService(today).creates) collector.take({ ...edit, deleted: null })
  facts = collector.facts()
})

function report(name: ReportName, more: object = {}): Report {
  const tQuantile = (p: number, degrees: number) => jstat.jStat.studentt.inv(p, degrees)
  const asked = { filter: { ...filter, ...more }, names: new Map(), suppressed: false }
  return makeReport(name, facts, asked, { today, tQuantile })
}

function tableOf(name: ReportName, id: string, more: object = {}): Table {
  const found = report(name, more).tables.find((each) => each.id === id)
  if (!found) throw new Error(`No table ${id}`)
  return found
}

/** A number by its row and column; `said`: as it is read. */
function cell({ rows, columns }: Table, row: string, column: string): number {
  const value = rows.find(({ id }) => id === row)?.cells[columns.findIndex(({ id }) => id === column)]
  if (typeof value !== 'number') throw new Error(`Nothing at ${row}, ${column}`)
  return value
}
function said(table: Table, row: string, column: string): string {
  return cellWords(cell(table, row, column), table.columns.find(({ id }) => id === column)?.is ?? 'count')
}
const counts = (table: Table) => Object.fromEntries(table.rows.map(({ label, cells }) => [label, cells[0]]))

describe('figures that follow from the data are found again', () => {
  test('table 1: ages', () => {
    const bands = tableOf('people', 'age')
    expect(bands.n.count).toBe(pilot.sample)
    expect(bands.rows.map(({ cells }) => cells[0])).toEqual(pilot.table1.rows.map(({ people }) => people))
    expect(bands.rows.map(({ id }) => said(bands, id, 'share'))).toEqual(
      pilot.table1.rows.map(({ percent }) => `${percent}%`),
    )
    const summary = tableOf('people', 'age-summary')
    expect(said(summary, 'youngest', 'years')).toBe(`${pilot.table1.youngest}`)
    expect(said(summary, 'oldest', 'years')).toBe(`${pilot.table1.oldest}`)
    expect(Math.round(cell(summary, 'mean', 'years'))).toBe(pilot.table1.mean)
    expect(cell(summary, 'median', 'years')).toBe(pilot.table1.median)
    expect(said(tableOf('people', 'sex'), 'F', 'share')).toBe(`${pilot.table1.femalePercent}%`)
  })

  test('table 2: referrals by practice, in the shares of all', () => {
    const table = tableOf('referrals', 'referrals-by-practice')
    const printed = pilot.table2.rows.map(({ referrals }) => referrals)
    const all = printed.reduce((sum, each) => sum + each, 0)
    const found = table.rows.map(({ cells }) => Number(cells[0]))
    expect(found).toHaveLength(printed.length)
    const shares = printed.map((each) => (each * pilot.sample) / all)
    expect(Math.max(...found.map((each, i) => Math.abs(each - (shares[i] ?? 0))))).toBeLessThan(1)
    expect(Math.round(all / printed.length)).toBe(pilot.table2.average)
  })

  test('table 3: reasons', () => {
    const table = tableOf('referrals', 'referrals-by-reason')
    expect(table.rows.map(({ id }) => said(table, id, 'share'))).toEqual(
      pilot.table3.map(({ percent }) => `${percent}%`),
    )
    expect(table.adds).toEqual([])
  })

  test('tables 4 and 5: 170 referrals, and 8 signposts apart', () => {
    const table = tableOf('onward', 'onward-by-service')
    expect(table.n.count).toBe(pilot.table4.total)
    expect(table.total?.at(-1)).toBe(pilot.table5.total)
    const volunteering = table.rows.filter(({ label }) => label.startsWith('Volunteering'))
    expect(volunteering.reduce((sum, { cells }) => sum + Number(cells[0]), 0)).toBe(pilot.onward.volunteering)
    const most = tableOf('onward', 'onward-per-person')
    expect(cell(most, 'most', 'made')).toBe(pilot.onward.mostForOne)
  })

  test('Mind’s 10% fits both ways of counting', () => {
    const table = tableOf('onward', 'onward-by-organisation')
    const mind = table.rows.find(({ label }) => label === 'Mind in Bexley')
    expect(said(table, mind?.id ?? '', 'share')).toBe(`${pilot.onward.mindPercent}%`)
  })

  test('figure 2: effect, of all 81', () => {
    const table = tableOf('wellbeing', 'impact')
    expect(said(table, 'significant', 'of-all')).toBe(`${pilot.figure2.significantPercent}%`)
    expect(said(table, 'major', 'of-all')).toBe(`${pilot.figure2.majorPercent}%`)
    // Of those who were asked it is more, which the evaluation does not say.
    expect([said(table, 'significant', 'share'), table.n.count]).toEqual(['59%', 64])
  })

  test('table 6: WEMWBS, paired, with the n and interval that it does not print', () => {
    const table = tableOf('wellbeing', 'wemwbs')
    expect(said(table, 'all', 'before')).toBe(pilot.table6.before.toFixed(2))
    expect(said(table, 'all', 'after')).toBe(pilot.table6.after.toFixed(2))
    expect(said(table, 'all', 'difference')).toBe(`+${pilot.table6.difference}`)
    expect(table.n.count).toBe(49)
    expect(table.missing.map(({ count }) => count)).toEqual([18, 14])
    expect([said(table, 'all', 'low'), said(table, 'all', 'high')]).toEqual(['+2.44', '+5.27'])
    expect(counts(tableOf('wellbeing', 'wemwbs-change'))).toEqual({
      'Improved by 3 points or more': 29,
      'Changed by less than 3 points': 16,
      'Worse by 3 points or more': 4,
    })
  })

  test('the sample “fully engaged” is who was seen', () => {
    expect(tableOf('people', 'age', { cohort: 'engaged' }).n.count).toBe(77)
  })
})

describe('use of health care, of the 64 whose six months are over', () => {
  const times = () => tableOf('care-use', 'care-hospital-times')
  const means = () => tableOf('care-use', 'care-hospital-means')
  const cost = () => tableOf('care-use', 'care-hospital-cost')

  test('who is compared, and who not yet', () => {
    expect([times().of.count, times().n.count, times().missing.map(({ count }) => count)]).toEqual([
      81,
      64,
      [15, 2],
    ])
  })

  test('table 7 and figure 3: A&E', () => {
    expect(cell(times(), 'ae', 'any')).toBe(pilot.table7.people)
    expect(Math.round((100 * pilot.table7.people) / pilot.sample)).toBe(pilot.table7.percentOfSample)
    expect(said(means(), 'ae', 'mean-before')).toBe(`${pilot.table7.meanBefore}`)
    expect(said(means(), 'ae', 'mean-after')).toBe(`${pilot.table7.meanAfter}`)
    const [before, after] = [cell(means(), 'ae', 'mean-before'), cell(means(), 'ae', 'mean-after')]
    expect(Math.round((100 * (before - after)) / before)).toBe(pilot.table7.declinePercent)
    expect(
      [cell(cost(), 'ae', 'before'), cell(cost(), 'ae', 'after')].map((each) => each.toFixed(2)),
    ).toEqual([pilot.figure3.before.toFixed(2), pilot.figure3.after.toFixed(2)])
    const [wasEach, isEach] = [cell(cost(), 'ae', 'person-before'), cell(cost(), 'ae', 'person-after')]
    expect([Math.round(wasEach), Math.round(isEach)]).toEqual([
      pilot.figure3.meanBefore,
      pilot.figure3.meanAfter,
    ])
    expect((wasEach - isEach).toFixed(2)).toBe(pilot.figure3.meanDifference.toFixed(2))
  })

  test('figures 4 and 5: admissions, and the days of those whose days are known', () => {
    const { people, before, after, declinePercent, costBefore, costAfter } = pilot.figure4
    expect(['any', 'before', 'after'].map((column) => cell(times(), 'admission', column))).toEqual([
      people,
      before,
      after,
    ])
    expect(said(times(), 'admission', 'change')).toBe(`−${declinePercent}%`)
    expect(Math.round(cell(cost(), 'admission', 'before'))).toBe(costBefore)
    expect(Math.round(cell(cost(), 'admission', 'after'))).toBe(costAfter)
    const stay = tableOf('care-use', 'care-stay')
    expect(stay.n.count).toBe(pilot.figure5.people)
    expect(cell(stay, 'stay', 'mean-before')).toBe(pilot.figure5.meanBefore)
    expect(cell(stay, 'stay', 'mean-after')).toBe(pilot.figure5.meanAfter)
    expect(stay.missing.find(({ key }) => key === 'care-stay/no-days')?.count).toBe(1)
  })

  test('tables 8 and 9: appointments', () => {
    const all = tableOf('care-use', 'care-appointments-means')
    expect([said(all, 'gp', 'all-before'), said(all, 'gp', 'all-after')]).toEqual([
      `${pilot.table8.before}`,
      `${pilot.table8.after}`,
    ])
    const practice = facts.practice.find(({ body }) => body.name === 'Bellegrove Surgery')?.id
    const here = tableOf('care-use', 'care-appointments-means', { practice })
    for (const what of ['gp', 'nurse', 'hca'] as const) {
      const printed = pilot.table9[what].slice(0, 2).map((mean) => mean.toFixed(1))
      const found = ['all-before', 'all-after'].map((column) => cell(here, what, column).toFixed(1))
      expect(found).toEqual(printed)
    }
  })

  test('figure 6: 47 calls before give neither the printed 2.5 a person nor 56%; 45 give both', () => {
    const { people, callsBefore, callsAfter, meanBefore, declinePercent } = pilot.figure6
    expect((callsBefore / people).toFixed(1)).not.toBe(`${meanBefore}`)
    expect(Math.round((100 * (callsBefore - callsAfter)) / callsBefore)).not.toBe(declinePercent)
    expect(['any', 'before', 'after'].map((column) => cell(times(), 'ambulance', column))).toEqual([
      people,
      45,
      callsAfter,
    ])
    expect(said(means(), 'ambulance', 'mean-before')).toBe(`${meanBefore}`)
    expect(said(times(), 'ambulance', 'change')).toBe(`−${declinePercent}%`)
  })

  test('figure 4: admissions fell by 60%, and their cost by 57', () => {
    expect(said(cost(), 'admission', 'change')).toBe('−57%')
  })
})

describe('printed figures that do not follow from the printed data', () => {
  test('table 1 prints a band 46–54, which leaves out 45: the band begins with 45', () => {
    expect(pilot.table1.rows[2]?.band).toBe('46-54')
    expect(counts(tableOf('people', 'age'))).toHaveProperty('45 to 54', 3)
  })

  test('table 2 adds up to 241, not to the 245 of its footnote', () => {
    const sum = pilot.table2.rows.reduce((all, { referrals }) => all + referrals, 0)
    expect([sum, pilot.table2.referredInFootnote]).toEqual([241, 245])
  })

  test('2.2 referrals a person: 170 / 81 is 2.1; only with signposts counted in is it 2.2', () => {
    const table = tableOf('onward', 'onward-per-person')
    expect(said(table, 'mean', 'made')).toBe('2.1')
    expect(said(table, 'mean', 'both')).toBe(`${pilot.onward.perPerson}`)
  })

  test.each([
    ['Age UK Bexley', pilot.onward.ageUkPercent, '32%', 31],
    ['Carers Support (Bexley)', pilot.onward.carersSupportPercent, '11%', 10],
    ['Evergreen Care Bexley', pilot.onward.evergreenPercent, '16%', 16],
  ])('%s: printed %d%%, of the referrals it is %s', (name, printed, right, withSignposts) => {
    const table = tableOf('onward', 'onward-by-organisation')
    const found = table.rows.find(({ label }) => label === name)
    expect(said(table, found?.id ?? '', 'share')).toBe(right)
    expect(right).not.toBe(`${printed}%`)
    const both = pilot.table4.total + pilot.table5.total
    expect(Math.round((100 * Number(found?.cells[0])) / both)).toBe(withSignposts)
  })

  test('figure 1 adds up to 179, tables 4 and 5 to 178', () => {
    expect(pilot.figure1.reduce((sum, each) => sum + each, 0)).toBe(179)
    expect(pilot.table4.total + pilot.table5.total).toBe(178)
  })
})

describe('whichever way it is narrowed', () => {
  test('the parts are the whole', () => {
    const practices = facts.practice.map(({ id }) => tableOf('people', 'sex', { practice: id }).of.count)
    expect(practices.reduce<number>((sum, count) => sum + Number(count), 0)).toBe(pilot.sample)
    const sources = ['gp', 'nurse', 'reception', 'social-care', 'self'].map(
      (source) => tableOf('referrals', 'referrals-by-source', { source }).of.count,
    )
    expect(sources.reduce<number>((sum, count) => sum + Number(count), 0)).toBe(pilot.sample)
  })

  test('every table of every report accounts for its denominator', () => {
    const names: ReportName[] = [
      'referrals',
      'people',
      'onward',
      'wellbeing',
      'care-use',
      'gaps',
      'surgery',
      'funder',
    ]
    for (const name of names)
      for (const { id, of, n, leftOut, missing } of report(name, { cohort: 'activity' }).tables) {
        const sum = [n, ...leftOut, ...missing].reduce((all, { count }) => all + Number(count), 0)
        expect(`${id} ${sum}`).toBe(`${id} ${of.count}`)
      }
  })
})
