import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fromPack } from '#domain/measure/fromPack.ts'
import type { Instrument } from '#domain/measure/instrument.ts'
import { readPackFile } from '#domain/measure/packFile.ts'
import { shippedInstrument, shippedInstruments } from '#domain/measure/shipped.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { count } from '../outcome.ts'
import { csvOf } from './csv.ts'
import { itemNumbers } from './itemColumns.ts'
import { columnsOf, scoreFile } from './scoreFile.ts'

export const scoredMeasures = shippedInstruments.map(({ code }) => code)

/** What was asked for: a measure that ships, or one of a pack. */
export interface Measure {
  measure: string | null
  pack: string | null
}

/** `out` for stdout, `said` for stderr; `code` to end with. */
export interface Scored {
  out: string
  said: string[]
  code: 0 | 1 | 2
}

/** `score MEASURE FILE`: the file's lines with their scores, or the reason why there is none. */
export function scoreCommand(asked: Measure, file: string): Scored {
  const instrument = instrumentFor(asked)
  if (!instrument.ok) return instrument.error
  const scored = scoreFile(readFileSync(resolve(file)), instrument.value)
  if (!scored.ok) {
    const faults = scored.error.map(({ line, what }) => `line ${line}: ${what}`)
    return { out: '', said: [...faults, 'Nothing was scored.'], code: 1 }
  }
  const { headings, rows, without } = scored.value
  const missing =
    without.length === 0
      ? []
      : [`${count(without.length, 'line')} without a score, or without one of them: see the column “reason”.`]
  return {
    out: csvOf([headings, ...rows]),
    said: [`${count(rows.length, 'line')} of ${instrument.value.name} read.`, ...missing],
    code: without.length === 0 ? 0 : 1,
  }
}

/** `score MEASURE --template`: the headings, and what goes into them and comes out. */
export function scoreTemplate(asked: Measure): Scored {
  const instrument = instrumentFor(asked)
  if (!instrument.ok) return instrument.error
  const { items, scores, name } = instrument.value
  const answers = [...new Set(items.map((item) => item.answers.map(({ score }) => score).join(', ')))]
  return {
    out: csvOf([['id', ...itemNumbers(instrument.value).map((number) => `item${number}`)]]),
    said: [
      `${name}: an answer is one of ${answers.join(' or ')}. An empty cell is a missing answer.`,
      `What comes out: ${scores.flatMap(columnsOf).join(', ')}, and the reason where one is missing.`,
      'Any other column is passed on as it is.',
    ],
    code: 0,
  }
}

/** The measure, with what is wrong with the pack by its lines. */
export function instrumentFor({ measure, pack }: Measure): Result<Instrument, Scored> {
  if (pack === null) {
    const shipped = shippedInstrument(measure ?? '')
    if (shipped) return ok(shipped)
    const known = scoredMeasures.join(', ')
    return err({
      out: '',
      said: [`There is no measure “${measure ?? ''}”. There are ${known}; any other comes with --pack FILE.`],
      code: 2,
    })
  }
  const read = readPackFile(readFileSync(resolve(pack), 'utf8'))
  if (!read.ok) {
    const faults = read.error.map(
      ({ line, where, what, mend }) => `${pack} line ${line}${where && `, ${where}`}: ${what}. ${mend}.`,
    )
    return err({ out: '', said: faults, code: 1 })
  }
  if (measure !== null && measure !== read.value.measure) {
    return err({
      out: '',
      said: [`${pack} is a pack of “${read.value.measure}”, not of “${measure}”.`],
      code: 2,
    })
  }
  return ok(fromPack(read.value))
}
