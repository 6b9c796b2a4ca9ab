import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeIn } from './change.ts'
import { bandOf, type Instrument, rangeOf, type ScoreRule } from './instrument.ts'
import { scoreBy } from './scoring.ts'
import { shippedInstrument, shippedInstruments } from './shipped.ts'
import { swemwbsMetric } from './swemwbs.ts'

function shipped(code: string): Instrument {
  const found = shippedInstrument(code)
  if (!found) throw new Error(`${code} does not ship`)
  return found
}

function rule(code: string, measure = code): ScoreRule {
  const found = shipped(code).scores.find((one) => one.measure === measure)
  if (!found) throw new Error(`${code} has no score ${measure}`)
  return found
}

const scored = (code: string, answers: readonly unknown[], measure = code) =>
  scoreBy(shipped(code), rule(code, measure), answers)
const value = (code: string, answers: readonly unknown[], measure = code) => {
  const result = scored(code, answers, measure)
  return result.ok ? result.value.score : result.error
}

const allowed = (instrument: Instrument) =>
  fc.tuple(...instrument.items.map(({ answers }) => fc.constantFrom(...answers.map(({ score }) => score))))

describe('what ships', () => {
  test.each([
    ['wemwbs', 14, 'wemwbs', 14, 70],
    ['wemwbs', 14, 'swemwbs', 7, 35],
    ['swemwbs', 7, 'swemwbs', 7, 35],
    ['ons4', 4, 'ons4.satisfaction', 0, 10],
    ['ons4', 4, 'ons4.anxiety', 0, 10],
    ['ucla3', 3, 'ucla3', 3, 9],
  ])('%s has %i items, and %s runs from %i to %i', (code, items, measure, low, high) => {
    expect(shipped(code).items).toHaveLength(items)
    expect(rangeOf(shipped(code), rule(code, measure))).toEqual({ low, high })
  })

  test('is in cue words, and says whose the measure is', () => {
    expect(shippedInstruments.every(({ wording }) => wording.of === 'cues')).toBe(true)
    expect(shipped('wemwbs').notice).toContain('© NHS Health Scotland')
    expect(shipped('ucla3').scores[0]?.bandNote).toContain('convention')
  })

  test.each(shippedInstruments.map((instrument) => [instrument.code, instrument] as const))(
    '%s: a score within its range of whatever may be answered, and none of anything else',
    (_, instrument) => {
      for (const each of instrument.scores) {
        const { low, high } = rangeOf(instrument, each)
        fc.assert(
          fc.property(allowed(instrument), (answers) => {
            const result = scoreBy(instrument, each, answers)
            expect(result.ok && result.value.score >= low && result.value.score <= high).toBe(true)
          }),
        )
        const wrong = fc.oneof(fc.string(), fc.double(), fc.constant(null), fc.integer({ min: 11 }))
        fc.assert(
          fc.property(allowed(instrument), fc.constantFrom(...each.items), wrong, (answers, item, bad) => {
            fc.pre(!instrument.items[item - 1]?.answers.some(({ score }) => score === bad))
            const result = scoreBy(instrument, each, Array.from<unknown>(answers).with(item - 1, bad))
            expect(result.ok ? result.value : result.error.length).toBe(1)
          }),
        )
      }
    },
  )

  test.each(shippedInstruments.map((instrument) => [instrument.code, instrument] as const))(
    '%s: the order of answers within a score says nothing',
    (_, instrument) => {
      for (const each of instrument.scores) {
        fc.assert(
          fc.property(allowed(instrument), (answers) => {
            const turned = answers.slice()
            const reversed = each.items.toReversed()
            for (const [i, item] of each.items.entries()) {
              turned[item - 1] = answers[(reversed[i] ?? 1) - 1] ?? 0
            }
            expect(scoreBy(instrument, each, turned)).toEqual(scoreBy(instrument, each, answers))
          }),
        )
      }
    },
  )
})

// Stewart-Brown et al. 2009, Health and Quality of Life Outcomes 7:15, table of raw and metric scores, raw 7 to 35.
const published = [
  7, 9.51, 11.25, 12.4, 13.33, 14.08, 14.75, 15.32, 15.84, 16.36, 16.88, 17.43, 17.98, 18.59, 19.25, 19.98,
  20.73, 21.54, 22.35, 23.21, 24.11, 25.03, 26.02, 27.03, 28.13, 29.31, 30.7, 32.55, 35,
]

describe('SWEMWBS by itself', () => {
  test.each(published.map((metric, i) => [i + 7, metric]))('raw %i is %f', (raw, metric) => {
    const sevens = Array.from({ length: 7 }, (_, i) => Math.floor((raw + i) / 7))
    expect(scored('swemwbs', sevens)).toEqual({ ok: true, value: { raw, score: metric } })
    expect(swemwbsMetric(raw)).toEqual({ ok: true, value: metric })
    const fourteen = Array.from({ length: 14 }, () => 1)
    for (const [i, item] of [1, 2, 3, 6, 7, 9, 11].entries()) fourteen[item - 1] = sevens[i] ?? 0
    expect(value('wemwbs', fourteen, 'swemwbs')).toBe(metric)
  })

  test('names its items as the full scale numbers them', () => {
    expect(value('swemwbs', [3, 3, 3, null, 3, 3, 3])).toEqual([{ code: 'missing', item: 6 }])
  })
})

describe('ONS4', () => {
  test('is four scores, each of one answer, and nothing is added', () => {
    const measures = shipped('ons4').scores.map(({ measure }) => measure)
    expect(measures.map((measure) => value('ons4', [7, 8, 0, 10], measure))).toEqual([7, 8, 0, 10])
    expect(value('ons4', [7, null, 6, 3], 'ons4.satisfaction')).toBe(7)
    expect(value('ons4', [7, null, 6, 3], 'ons4.worthwhile')).toEqual([{ code: 'missing', item: 2 }])
  })

  test.each([
    [
      'ons4.satisfaction',
      ['low', 'low', 'medium', 'medium', 'high', 'high', 'very high', 'very high'],
      [0, 4, 5, 6, 7, 8, 9, 10],
    ],
    [
      'ons4.anxiety',
      ['very low', 'very low', 'low', 'low', 'medium', 'medium', 'high', 'high'],
      [0, 1, 2, 3, 4, 5, 6, 10],
    ],
  ])('%s has the bands that are published', (measure, bands, scores) => {
    expect(scores.map((score) => bandOf(rule('ons4', measure), score))).toEqual(bands)
  })

  test('anxiety runs the other way', () => {
    expect(changeIn(rule('ons4', 'ons4.anxiety'), 8, 3).direction).toBe('better')
    expect(changeIn(rule('ons4', 'ons4.happiness'), 8, 3).direction).toBe('worse')
    expect(changeIn(rule('ons4', 'ons4.anxiety'), 8, 3)).toMatchObject({
      difference: -5,
      meaningfulForGroup: undefined,
      forOnePerson: undefined,
    })
  })
})

describe('UCLA-3', () => {
  test.each([
    [[1, 1, 1], 3, 'not counted as lonely'],
    [[2, 2, 1], 5, 'not counted as lonely'],
    [[2, 2, 2], 6, 'often counted as lonely'],
    [[3, 3, 3], 9, 'often counted as lonely'],
  ])('%o is %i, %s', (answers, total, band) => {
    expect(value('ucla3', answers)).toBe(total)
    expect(bandOf(rule('ucla3'), total)).toBe(band)
  })

  test.each([
    [[1, 2], [{ code: 'wrong-count', expected: 3, count: 2 }]],
    [[1, 2, 3, 1], [{ code: 'wrong-count', expected: 3, count: 4 }]],
    [[0, 2, 3], [{ code: 'out-of-range', item: 1, value: 0 }]],
    [[1, '2', 3], [{ code: 'not-a-number', item: 2, value: '2' }]],
    [[1, 2, 4], [{ code: 'out-of-range', item: 3, value: 4 }]],
    [[1, 2, null], [{ code: 'missing', item: 3 }]],
  ])('%o has no score, and says why', (answers, problems) => {
    expect(value('ucla3', answers)).toEqual(problems)
  })

  test('less is better', () => {
    expect(changeIn(rule('ucla3'), 8, 5).direction).toBe('better')
  })
})
