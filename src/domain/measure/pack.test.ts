import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeIn } from './change.ts'
import { examplePack } from './examplePack.ts'
import { fromPack } from './fromPack.ts'
import { bandOf, rangeOf } from './instrument.ts'
import type { Pack, PackScore } from './pack.ts'
import { readPackFile } from './packFile.ts'
import { scoreBy } from './scoring.ts'
import { wemwbs } from './wemwbs.ts'

// Every word of these packs is made up.

const text = (pack: unknown) => JSON.stringify(pack, null, 2)
const faultsOf = (pack: unknown) => {
  const read = readPackFile(typeof pack === 'string' ? pack : text(pack))
  return read.ok ? [] : read.error
}
const said = (pack: unknown) => faultsOf(pack).map(({ line, where, what }) => `${line} ${where}: ${what}`)

const [ease] = examplePack.scores ?? []
if (!ease) throw new Error('The example scores something')
const scoring = (change: Partial<Record<keyof PackScore, unknown>>, pack: object = {}) => ({
  ...examplePack,
  ...pack,
  scores: [{ ...ease, ...change }],
})

/** WEMWBS in words that are nobody's. */
const wordedWemwbs: Pack = {
  format: 'doorstep-instrument-1',
  measure: 'wemwbs',
  version: '1',
  name: 'WEMWBS',
  title: 'Made-up wording',
  licence: { holder: 'A service', reference: 'MADE-UP 1', notice: '© Nobody' },
  instructions: 'Made-up instructions.',
  answers: wemwbs.answers.map(({ score }) => ({ score, words: `Made-up answer ${score}` })),
  items: wemwbs.cues.map((_, i) => ({ words: `Made-up item ${i + 1}` })),
}

describe('a pack', () => {
  test('is read as it was written, whatever its line ends and its first mark', () => {
    expect(readPackFile(text(examplePack))).toEqual({ ok: true, value: examplePack })
    const windows = `\uFEFF${text(wordedWemwbs).replaceAll('\n', '\r\n')}`
    expect(readPackFile(windows)).toEqual({ ok: true, value: wordedWemwbs })
  })

  test('scores by hand-worked values: turned round, converted, with its band', () => {
    const instrument = fromPack(examplePack)
    const [rule] = instrument.scores
    if (!rule) throw new Error('It has a score')
    // 2 + (2 − 0) + 1 = 5, which its table makes 8.2.
    expect(scoreBy(instrument, rule, [2, 0, 1])).toEqual({ ok: true, value: { raw: 5, score: 8.2 } })
    expect(scoreBy(instrument, rule, [0, 2, 0])).toEqual({ ok: true, value: { raw: 0, score: 0 } })
    expect(scoreBy(instrument, rule, [0, null, 0]).ok).toBe(false)
    expect(rangeOf(instrument, rule)).toEqual({ low: 0, high: 10 })
    expect([4.9, 5].map((score) => bandOf(rule, score))).toEqual(['hard going', 'easy going'])
    expect(changeIn(rule, 1.5, 4.8)).toMatchObject({ forOnePerson: 'beyond-error', meaningfulForGroup: true })
  })

  test('takes a mean, and lets miss what may', () => {
    const { conversion: _, bands: __, ...plain } = ease
    const mean = { ...examplePack, scores: [{ ...plain, how: 'mean', mayMiss: 1 }] } as const
    const read = readPackFile(text(mean))
    const instrument = fromPack(read.ok ? read.value : examplePack)
    const [rule] = instrument.scores
    if (!rule) throw new Error('It has a score')
    expect(scoreBy(instrument, rule, [2, 0, 1])).toEqual({ ok: true, value: { raw: 1.67, score: 1.67 } })
    expect(scoreBy(instrument, rule, [2, null, 1])).toEqual({ ok: true, value: { raw: 1.5, score: 1.5 } })
    expect(scoreBy(instrument, rule, [2, null, null]).ok).toBe(false)
    expect(scoreBy(instrument, rule, [2, 9, 1]).ok).toBe(false)
    const sum = fromPack({ ...mean, scores: [{ ...plain, how: 'sum', mayMiss: 1 }] }).scores[0]
    // The mean of 2 and 1 stands in for the one that is missing: 1.5 × 3.
    expect(sum && scoreBy(instrument, sum, [2, null, 1])).toMatchObject({ value: { score: 4.5 } })
  })

  test('for a measure that Doorstep knows brings words, and never scoring', () => {
    const instrument = fromPack(wordedWemwbs)
    expect(instrument.items[13]?.words).toBe('Made-up item 14')
    expect(instrument.scores.map(({ measure }) => measure)).toEqual(['wemwbs', 'swemwbs'])
    expect(instrument.wording).toEqual({
      of: 'licensed',
      holder: 'A service',
      reference: 'MADE-UP 1',
      version: '1',
    })
    expect(said({ ...wordedWemwbs, scores: [ease] })).toEqual([
      expect.stringContaining('scores: Doorstep scores WEMWBS by itself'),
    ])
    expect(said({ ...wordedWemwbs, items: wordedWemwbs.items.slice(1) })).toEqual([
      expect.stringContaining('items: WEMWBS has 14 items, and here are 13'),
    ])
    expect(said({ ...wordedWemwbs, answers: wordedWemwbs.answers?.toReversed() })[0]).toContain(
      'The answers count 5, 4, 3, 2, 1, and have to count 1, 2, 3, 4, 5',
    )
    expect(
      said({ ...wordedWemwbs, items: wordedWemwbs.items.with(2, { words: 'x', reverse: true }) }),
    ).toEqual([expect.stringContaining('items, 3, reverse')])
  })

  const { licence: _, ...withoutLicence } = examplePack
  test.each<[string, unknown, string]>([
    ['is empty', '', '1 : This is not JSON'],
    ['stops short', '{\n  "format": "x"', '2 : Here a comma or “}” is expected'],
    ['lacks a comma', '{\n  "format": "x"\n  "name": "y"\n}', '3 : Here a comma or “}” is expected'],
    ['has a comma too many', '{ "items": [1, ] }', '1 : This is not JSON'],
    ['says one thing twice', '{ "name": "x",\n "name": "y" }', '2 : “name” is there twice'],
    ['has no licence', withoutLicence, '1 licence: “licence” is missing'],
    [
      'has a licence without reference',
      { ...examplePack, licence: { holder: 'A', notice: 'B' } },
      '7 licence, reference: “reference” is missing',
    ],
    [
      'has an empty holder',
      { ...examplePack, licence: { ...examplePack.licence, holder: '  ' } },
      '8 licence, holder: “holder”: is empty',
    ],
    ['is of another format', { ...examplePack, format: 'x' }, '2 format: “format” cannot be this'],
    ['has a misspelt part', { ...examplePack, itmes: [] }, 'itmes: “itmes” is not known here'],
    ['has text for a number', scoring({}, { answers: [{ score: '1', words: 'A' }] }), 'is not a number'],
    ['scores by halves', scoring({}, { answers: [{ score: 0.5, words: 'A' }] }), 'is not a whole number'],
    [
      'scores two answers alike',
      scoring({}, { answers: [0, 0, 2].map((score) => ({ score, words: 'A' })) }),
      'Two answers count 0',
    ],
    [
      'scores an item that is not there',
      scoring({ items: [1, 2, 4] }),
      'scores, 1, items, 3: There is no item 4',
    ],
    ['scores an item twice', scoring({ items: [1, 2, 2] }), 'Item 2 is counted twice'],
    ['may miss all', scoring({ mayMiss: 3 }), 'With so many missing nothing is left'],
    ['converts with gaps', scoring({ mayMiss: 1 }), 'A table converts whole sums of all items only'],
    [
      'has a hole in its table',
      scoring({ conversion: { 0: 0, 1: 1, 2: 2, 3: 3, 5: 5, 6: 6 } }),
      'The table has no score for 4',
    ],
    [
      'has too much in its table',
      scoring({ conversion: { ...ease.conversion, 7: 11 } }),
      '“7” is no sum that can be',
    ],
    [
      'has a slip in its table',
      scoring({ conversion: { ...ease.conversion, 3: 84 } }),
      'The scores go up and down',
    ],
    [
      'leaves scores without a band',
      scoring({ bands: [{ from: 1, words: 'x' }] }),
      'Scores from 0 to below 1 are in no band',
    ],
    [
      'has bands in disorder',
      scoring({ bands: [0, 6, 3].map((from) => ({ from, words: 'x' })) }),
      '3 does not follow on the band before',
    ],
    [
      'has a band beyond',
      scoring({ bands: [0, 11].map((from) => ({ from, words: 'x' })) }),
      'No score is as high as 11',
    ],
    ['has a change without a figure', scoring({ change: { source: 'x' } }), 'No figure is given'],
    [
      'has its change the wrong way round',
      scoring({ change: { individual: { low: 3, high: 2 }, source: 'x' } }),
      'The lower figure is above',
    ],
    ['says nothing of scoring', { ...examplePack, scores: undefined }, 'says nothing about scoring'],
    [
      'has two scores of one code',
      {
        ...examplePack,
        scores: [
          { ...ease, code: 'a' },
          { ...ease, code: 'a' },
        ],
      },
      '“a” is there twice',
    ],
    ['has several scores without codes', { ...examplePack, scores: [ease, ease] }, 'this one has no code'],
    [
      'cannot be turned round',
      scoring(
        { conversion: undefined, bands: undefined },
        {
          answers: [0, 1, 3].map((score) => ({ score, words: 'A' })),
        },
      ),
      'cannot be turned round',
    ],
    ['has an item without answers', { ...examplePack, answers: undefined }, 'Item 1 has no answers'],
  ])('that %s is refused, with the place and how to mend it', (_, pack, sentence) => {
    expect(said(pack).join('\n')).toContain(sentence)
    expect(faultsOf(pack).every(({ mend, line, column }) => mend !== '' && line >= 1 && column >= 1)).toBe(
      true,
    )
  })

  test('with several faults names all of them, in the order of the text', () => {
    const faults = faultsOf({ ...examplePack, version: '', title: 7, items: [] })
    expect(faults.map(({ where }) => where)).toEqual(['version', 'title', 'items'])
    expect(faults.map(({ line }) => line)).toEqual([4, 6, expect.any(Number)])
  })

  test('whatever the file holds, it is a pack or a list of faults', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.anything().map((each) => text(each) ?? ''),
        ),
        (anything) => {
          const read = readPackFile(anything)
          expect(read.ok || read.error.length > 0).toBe(true)
        },
      ),
    )
  })
})
