import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { Instrument } from '#domain/measure/instrument.ts'
import { shippedInstrument, shippedInstruments } from '#domain/measure/shipped.ts'
import { csvOf } from './csv.ts'
import { itemNumbers } from './itemColumns.ts'
import { readCell, scoreFile } from './scoreFile.ts'

function shipped(code: string): Instrument {
  const found = shippedInstrument(code)
  if (!found) throw new Error(`${code} does not ship`)
  return found
}
const wemwbs = shipped('wemwbs')
const score = (text: string | Buffer, instrument = wemwbs) => scoreFile(Buffer.from(text), instrument)
const rows = (text: string, instrument = wemwbs) => {
  const scored = score(text, instrument)
  return scored.ok ? scored.value.rows : scored.error.map(({ line, what }) => [`line ${line}`, what])
}
const items = itemNumbers(wemwbs).map((number) => `item${number}`)
const heading = ['id', ...items].join(',')
const with14 = (cells: readonly (string | number)[]) => `${heading}\nA,${cells.join(',')}\n`
const threes: (string | number)[] = Array.from({ length: 14 }, () => 3)

describe('a line', () => {
  test('has its total, and the short scale raw and metric', () => {
    expect(score(with14([1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4]))).toEqual({
      ok: true,
      value: {
        headings: ['id', 'wemwbs', 'swemwbs_raw', 'swemwbs_metric', 'reason'],
        rows: [['A', '40', '14', '15.32', '']],
        without: [],
      },
    })
  })

  test.each([
    ['', 'item 5 is missing'],
    ['6', 'item 5: 6 is not an answer of the scale'],
    ['0', 'item 5: 0 is not an answer of the scale'],
    ['-3', 'item 5: -3 is not an answer of the scale'],
    ['3.5', 'item 5: 3.5 is not a whole number'],
    ['often', 'item 5: “often” is not a number'],
    ['3 or 4', 'item 5: “3 or 4” is not a number'],
    ['1e0', 'item 5: “1e0” is not a number'],
    ['0x3', 'item 5: “0x3” is not a number'],
    ['#REF!', 'item 5: “#REF!” is not a number'],
  ])(
    'with “%s” for an answer has no total and says why; the short scale, which does not ask it, has its own',
    (cell, reason) => {
      expect(rows(with14(threes.with(4, cell)))).toEqual([['A', '', '21', '19.25', reason]])
    },
  )

  test('with an answer missing that both scales ask has neither', () => {
    expect(rows(with14(threes.with(0, '').with(8, '9')))).toEqual([
      ['A', '', '', '', 'item 1 is missing; item 9: 9 is not an answer of the scale'],
    ])
  })

  test.each([13, 15])('of %i answers is not scored, nor guessed at', (many) => {
    const cells = Array.from({ length: many }, () => 3)
    expect(rows(with14(cells))).toEqual([
      ['', '', '', '', `line 2 has ${many + 1} cells, and there are 15 headings`],
    ])
  })

  test('takes a whole number however it is typed', () => {
    expect(['3', '3.0', '+3', '03'].map(readCell)).toEqual([3, 3, 3, 3])
  })
})

describe('a file', () => {
  test('may have a first mark, Windows line ends, quotation marks, and its columns in any order', () => {
    const [first, ...others] = items
    const text = `\uFEFF"Surname, first",${others.toReversed().join(',')},note,Item 01\r\n"Fenn, A",${'"4",'.repeat(13)}"said ""yes""\nand more",2\r\n`
    expect(first).toBe('item1')
    expect(score(text)).toMatchObject({
      ok: true,
      value: {
        headings: ['Surname, first', 'note', 'wemwbs', 'swemwbs_raw', 'swemwbs_metric', 'reason'],
        rows: [['Fenn, A', 'said "yes"\nand more', '54', '26', '23.21', '']],
      },
    })
  })

  test.each<[string, string | Buffer, string[]]>([
    ['nothing', '', ['The file is empty']],
    ['no UTF-8', Buffer.from([0x69, 0xe9]), ['The file is not in UTF-8: save it again as “CSV UTF-8”']],
    [
      'an item too many',
      `${heading},item15\n`,
      ['“item15” is no item of WEMWBS, which has 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14'],
    ],
    ['an item twice', `${heading},q3\n`, ['“item3” and “q3” are both item 3']],
    ['items missing', 'id,item1,item2\n', [expect.stringContaining('There is no column for item3, item4')]],
    [
      'a column of the result',
      `${heading},reason\n`,
      ['“reason” is a column that is written here: rename it'],
    ],
    ['a quotation mark left open', `${heading}\n"A,3\n`, [expect.stringContaining('quotation mark')]],
  ])('with %s is refused whole', (_, text, faults) => {
    const scored = score(text)
    expect(scored.ok ? [] : scored.error.map(({ what }) => what)).toEqual(faults)
  })

  test('without headings is refused whole', () => {
    const scored = score(`${threes.join(',')}\n`)
    expect(scored.ok ? '' : scored.error.at(-1)?.what).toContain('Is the first line the headings?')
  })

  test('of the short scale names its items as the full one does, and takes no others', () => {
    const short = shipped('swemwbs')
    expect(rows('id,1,2,3,6,7,9,11\nA,4,4,4,4,4,4,4\n', short)).toEqual([['A', '28', '25.03', '']])
    expect(rows('id,1,2,3,4,5,6,7\nA,4,4,4,4,4,4,4\n', short).map(([, what]) => what)).toEqual([
      '“4” is no item of SWEMWBS, which has 1, 2, 3, 6, 7, 9, 11',
      '“5” is no item of SWEMWBS, which has 1, 2, 3, 6, 7, 9, 11',
      expect.stringContaining('There is no column for item9, item11'),
    ])
  })

  test('of ONS4 has four scores and no sum', () => {
    expect(score('id,1,2,3,4\nA,7,,0,10\n', shipped('ons4'))).toMatchObject({
      value: {
        headings: ['id', 'ons4.satisfaction', 'ons4.worthwhile', 'ons4.happiness', 'ons4.anxiety', 'reason'],
        rows: [['A', '7', '', '0', '10', 'item 2 is missing']],
      },
    })
  })
})

test('whatever stands in a cell: a number where the line is right, a reason where it is not, never both for one score', () => {
  const cell = fc.oneof(
    fc.integer({ min: -1, max: 12 }).map(String),
    fc.string({ maxLength: 4 }),
    fc.constant(''),
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...shippedInstruments),
      fc.array(cell, { minLength: 14, maxLength: 14 }),
      (instrument, cells) => {
        const numbers = itemNumbers(instrument)
        const text = csvOf([
          ['id', ...numbers.map(String)],
          ['x', ...cells.slice(0, numbers.length)],
        ])
        const scored = score(text, instrument)
        if (!scored.ok) throw new Error(JSON.stringify(scored.error))
        const valid = instrument.items.every((item, i) =>
          item.answers.some((answer) => answer.score === readCell(cells[i]?.trim() ?? '')),
        )
        const [row = []] = scored.value.rows
        const numbersIn = row.slice(1, -1).filter((value) => value !== '')
        expect(row.at(-1) === '').toBe(valid)
        expect(numbersIn.length === row.length - 2).toBe(valid)
      },
    ),
  )
})

test('what is written can be read again, cell by cell', () => {
  const cells = fc.array(fc.array(fc.string({ minLength: 1 }), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
  })
  fc.assert(
    fc.property(cells, (written) => {
      expect(parse(csvOf(written), { relax_column_count: true })).toEqual(written)
    }),
  )
})
