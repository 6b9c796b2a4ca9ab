import type { Count } from '#domain/counting/count.ts'
import { told, toldTogether } from '#domain/counting/smallNumbers.ts'
import type { Tally } from '#domain/dropIn/tally.ts'
import { csvOf } from '#ui/csv.ts'
import * as codes from '#words/codes.ts'
import { hourWords, needsWords } from './dropInWords.ts'

interface Naming {
  sessions: number
  serviceName: (id: string) => string
}

/** What drop-ins add up to, as a table to be given away: no number in it is small enough to tell who somebody is. */
export function tallyCsv(tally: Tally, { sessions, serviceName }: Naming): string {
  const age = (code: string) => codes.wordFor(codes.ageBand, code) ?? code
  return csvOf([
    ['Table', 'What', 'Number'],
    ['Drop-ins', '', String(sessions)],
    ...rows('All', [
      { name: 'People', count: tally.people },
      { name: 'Passed on to a co-ordinator', count: tally.passedOn },
      { name: 'Nothing fitted', count: tally.gaps },
    ]),
    ...rows('Asked for', tally.needs, (code) => needsWords([code])),
    ...rows('Told about', tally.given, serviceName),
    ...adding('Age, where it was said', tally.ages, age),
    ...adding('Postcode district, where it was said', tally.districts),
    ...adding('Hour', tally.hours, hourWords),
    ['Note', 'Numbers under 5 are not told, nor one that would give such a number away.', ''],
  ])
}

function rows(table: string, counts: readonly Count[], label?: (name: string) => string): string[][] {
  return lines(
    table,
    counts,
    counts.map(({ count }) => told(count)),
    label,
  )
}

/** Of parts that add up to all who came. */
function adding(table: string, counts: readonly Count[], label?: (name: string) => string): string[][] {
  return lines(table, counts, toldTogether(counts.map(({ count }) => count)), label)
}

function lines(
  table: string,
  counts: readonly Count[],
  numbers: readonly (number | null)[],
  label = (name: string) => name,
): string[][] {
  return counts.map(({ name }, at) => [table, label(name), numbers[at]?.toString() ?? 'not told'])
}
