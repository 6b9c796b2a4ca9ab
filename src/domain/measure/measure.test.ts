import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeIn, meaningfulChange } from './change.ts'
import { scoreSwemwbs, swemwbs, swemwbsMetric } from './swemwbs.ts'
import { scoreWemwbs, wemwbs, wemwbsItemCount, wemwbsScore } from './wemwbs.ts'

const fourteen = (score: unknown): unknown[] => Array.from({ length: 14 }, () => score)
const withItem = (items: readonly unknown[], item: number, value: unknown) =>
  items.map((score, i) => (i === item - 1 ? value : score))

const item = fc.integer({ min: 1, max: 14 })
const score = fc.integer({ min: 1, max: 5 })
const full = fc.array(score, { minLength: 14, maxLength: 14 })

describe('WEMWBS', () => {
  test('has fourteen cue words and five answers', () => {
    expect(wemwbsItemCount).toBe(14)
    expect(new Set(wemwbs.cues).size).toBe(14)
    expect(wemwbs.answers.map((answer) => answer.score)).toEqual([1, 2, 3, 4, 5])
  })

  test('runs from 14 to 70', () => {
    expect(scoreWemwbs(fourteen(1))).toEqual({ ok: true, value: { total: 14 } })
    expect(scoreWemwbs(fourteen(5))).toEqual({ ok: true, value: { total: 70 } })
    expect(scoreWemwbs([1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4])).toEqual({
      ok: true,
      value: { total: 40 },
    })
  })

  test.each([
    [undefined, { code: 'missing', item: 9 }],
    [null, { code: 'missing', item: 9 }],
    [0, { code: 'out-of-range', item: 9, value: 0 }],
    [6, { code: 'out-of-range', item: 9, value: 6 }],
    [-1, { code: 'out-of-range', item: 9, value: -1 }],
    [3.5, { code: 'not-whole', item: 9, value: 3.5 }],
    ['3', { code: 'not-a-number', item: 9, value: '3' }],
    ['', { code: 'not-a-number', item: 9, value: '' }],
    [true, { code: 'not-a-number', item: 9, value: true }],
    [Number.NaN, { code: 'not-a-number', item: 9, value: Number.NaN }],
    [Infinity, { code: 'not-a-number', item: 9, value: Infinity }],
  ])('has no total with %s as its ninth answer, and says so', (value, problem) => {
    expect(scoreWemwbs(withItem(fourteen(3), 9, value))).toEqual({ ok: false, error: [problem] })
  })

  test('names every item that is missing, a hole in the list included', () => {
    const answers: unknown[] = withItem(withItem(fourteen(2), 1, undefined), 14, null)
    // oxlint-disable-next-line no-array-delete -- a sparse list is the case
    delete answers[6]
    expect(scoreWemwbs(answers)).toEqual({
      ok: false,
      error: [1, 7, 14].map((missing) => ({ code: 'missing', item: missing })),
    })
  })

  test.each([0, 13, 15])('refuses %i answers', (count) => {
    expect(scoreWemwbs(fourteen(3).concat(3).slice(0, count))).toEqual({
      ok: false,
      error: [{ code: 'wrong-count', expected: 14, count }],
    })
  })

  test('one answer higher by one is a total higher by one', () => {
    fc.assert(
      fc.property(full, item, (answers, at) => {
        const before = answers[at - 1] ?? 0
        fc.pre(before < 5)
        const higher = scoreWemwbs(withItem(answers, at, before + 1))
        const lower = scoreWemwbs(answers)
        expect(higher.ok && lower.ok && higher.value.total - lower.value.total).toBe(1)
      }),
    )
  })

  test('never gives a total outside its range, whatever comes in', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(score, fc.anything()), { minLength: 13, maxLength: 15 }), (answers) => {
        const scored = scoreWemwbs(answers)
        expect(
          scored.ok ? scored.value.total >= 14 && scored.value.total <= 70 : scored.error.length > 0,
        ).toBe(true)
      }),
    )
  })
})

describe('SWEMWBS', () => {
  test('takes items 1, 2, 3, 6, 7, 9 and 11', () => {
    expect(swemwbs.items).toEqual([1, 2, 3, 6, 7, 9, 11])
    const only = fourteen(undefined).map((_, i) => (swemwbs.items.includes(i + 1) ? 4 : undefined))
    expect(scoreSwemwbs(only)).toEqual({ ok: true, value: { raw: 28, metric: 25.03 } })
  })

  test('has no score without one of its seven', () => {
    expect(scoreSwemwbs(withItem(fourteen(3), 11, undefined))).toEqual({
      ok: false,
      error: [{ code: 'missing', item: 11 }],
    })
    expect(scoreSwemwbs(withItem(fourteen(3), 12, undefined)).ok).toBe(true)
  })

  test.each([
    [7, 7],
    [8, 9.51],
    [20, 18.59],
    [21, 19.25],
    [34, 32.55],
    [35, 35],
  ])('raw %d is %d on the metric scale, as published', (raw, metric) => {
    expect(swemwbsMetric(raw)).toEqual({ ok: true, value: metric })
  })

  test.each([6, 36, 20.5, Number.NaN])('a raw score of %d is refused', (raw) => {
    expect(swemwbsMetric(raw)).toEqual({ ok: false, error: 'not-a-raw-score' })
  })

  test('the metric score rises with every raw point', () => {
    for (let raw = 8; raw <= 35; raw++) {
      const [lower, higher] = [swemwbsMetric(raw - 1), swemwbsMetric(raw)]
      expect(lower.ok && higher.ok && higher.value > lower.value).toBe(true)
    }
  })
})

describe('change', () => {
  test.each([
    [40, 40, 'same', false, 'within-error'],
    [40, 42, 'better', false, 'within-error'],
    [40, 43, 'better', true, 'within-error'],
    [40, 46, 'better', true, 'within-error'],
    [40, 47, 'better', true, 'borderline'],
    [49, 40, 'worse', true, 'beyond-error'],
    [44.1, 47, 'better', false, 'within-error'],
  ] as const)('from %d to %d', (before, after, direction, meaningfulForGroup, forOnePerson) => {
    const change = changeIn(wemwbsScore, before, after)
    expect(change).toMatchObject({ direction, meaningfulForGroup, forOnePerson })
    expect(change.difference).toBeCloseTo(after - before)
  })

  test('keeps the cautious figure for one person above that for a group', () => {
    expect(meaningfulChange.individual.low).toBeGreaterThan(meaningfulChange.group.from)
  })
})
