import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toldTogether } from '../counting/smallNumbers.ts'
import { gapRows, isChosenGap } from './counting.ts'
import type { GapBody } from './gap.ts'
import { groupWants } from './wants.ts'

const gap = (more: Partial<GapBody> = {}): GapBody => ({
  need: 'interests',
  why: 'nothing-found',
  metAt: 'visit',
  on: '2026-03-02',
  by: 'grace',
  ...more,
})

describe('gaps counted by need and area', () => {
  const gaps = [
    gap({ area: 'DA16', wanted: 'gardening' }),
    gap({ area: 'DA16', wanted: 'Help with the garden', why: 'full' }),
    gap({ area: 'DA16', wanted: 'a choir' }),
    gap({ area: 'DA15' }),
    gap({ need: 'money' }),
  ]

  test('the most frequent first, with why and what was wanted', () => {
    expect(gapRows(gaps)[0]).toEqual({
      need: 'interests',
      area: 'DA16',
      count: 3,
      whys: [
        { name: 'nothing-found', count: 2 },
        { name: 'full', count: 1 },
      ],
      wanted: [
        { name: 'gardening', count: 2 },
        { name: 'a choir', count: 1 },
      ],
    })
    expect(gapRows(gaps).map(({ need, area, count }) => [need, area, count])).toEqual([
      ['interests', 'DA16', 3],
      ['interests', 'DA15', 1],
      ['money', '', 1],
    ])
  })

  test('every one is counted once, whatever they say', () => {
    const some = fc.record({
      need: fc.constantFrom('people', 'money', 'a newer need'),
      area: fc.option(fc.constantFrom('DA16', 'DA15', ' '), { nil: undefined }),
      wanted: fc.option(fc.string(), { nil: undefined }),
    })
    fc.assert(
      fc.property(fc.array(some), (said) => {
        const rows = gapRows(said.map(({ need, area, wanted }) => gap({ need, ...given({ area, wanted }) })))
        expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(said.length)
      }),
    )
  })

  test.each([
    [{}, true],
    [{ from: '2026-03-02', to: '2026-03-02' }, true],
    [{ from: '2026-03-03' }, false],
    [{ to: '2026-03-01' }, false],
    [{ need: 'money' }, false],
    [{ area: 'DA16' }, true],
    [{ area: '' }, false],
    [{ why: 'full' }, false],
  ])('narrowed by %j', (choice, chosen) => {
    expect(isChosenGap(gap({ area: 'DA16' }), choice)).toBe(chosen)
  })
})

function given(fields: Record<string, string | undefined>): Partial<GapBody> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

describe('what was wanted, in similar words', () => {
  test.each([
    [['gardening', 'Gardening', 'gardner', 'help with the garden'], 1],
    [['gardning', 'gardening'], 1],
    [['walking group', 'walk', 'walks'], 1],
    [['choir', 'chair'], 2],
    [['debt', 'dance'], 2],
    [['somebody to talk to', 'talking'], 1],
    [['', '  '], 0],
    [['!!!'], 1],
  ])('%j is %i', (wanted, groups) => {
    expect(groupWants(wanted)).toHaveLength(groups)
  })

  test('is called by the words used most', () => {
    expect(groupWants(['help with the garden', 'gardening', 'Gardening'])).toEqual([
      { name: 'gardening', count: 3 },
    ])
  })
})

describe('counts for publication', () => {
  test.each<[number[], (number | null)[]]>([
    [
      [12, 7, 6],
      [12, 7, 6],
    ],
    [
      [12, 3, 2],
      [12, null, null],
    ],
    // 25 in all would give the 3 away.
    [
      [12, 10, 3],
      [12, null, null],
    ],
    [[3], [null]],
    [
      [9, 0],
      [9, 0],
    ],
    [[], []],
  ])('%j', (counts, expected) => {
    expect(toldTogether(counts)).toEqual(expected)
  })
})
