import type { Reason, Suggestion } from '#domain/allocation/suggest.ts'

const reasons: Readonly<Record<Reason, string>> = {
  'fewest-files': 'Fewest open files',
  'fewest-visits': 'Fewest visits ahead',
  nearby: 'Knows the area',
}

export function reasonWords(reason: Reason): string {
  return reasons[reason]
}

/** "12 open files, 3 visits in the next 14 days, 2 of their clients live nearby" */
export function loadWords({ open, visits, nearby }: Suggestion): string {
  return [
    count(open, 'open file'),
    `${count(visits, 'visit')} in the next 14 days`,
    ...(nearby > 0 ? [`${nearby} of their clients ${nearby === 1 ? 'lives' : 'live'} nearby`] : []),
  ].join(', ')
}

export function allocatedWords(who: string, to: string): string {
  return `${who}: now with ${to}.`
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
}
