import type { AuditLine } from '#protocol/rights.ts'
import { auditAct } from '#words/codes.ts'
import { kindWords, unknownKind } from '#words/records/kinds.ts'
import { isKindName } from '#domain/kind/kinds.ts'
import { csvOf } from '#ui/csv.ts'
import { formatMoment } from '#ui/dates.ts'

/** What the audit can be narrowed to, in the order in which it is offered. */
export const actsOffered = [
  'opened',
  'changed',
  'exported',
  'printed',
  'destroyed',
  'takenIn',
  'declined',
  'reopened',
  'discarded',
  'putAway',
  'returned',
] as const

const acts: Readonly<Record<string, string>> = {
  ...auditAct,
  changed: 'Changed',
  returned: 'Given back after a restore',
  discarded: 'Discarded what was refused',
  putAway: 'Put away their copy',
  takenIn: 'Took in held work',
  declined: 'Left out held work',
  reopened: 'Looked again at work left out',
}

export function actWords(act: string): string {
  return acts[act] ?? act
}

/** Whose file it is, by its id: null where this device does not hold it. */
export type FileName = (file: string) => string | null

/** 'Changed: note, visit' */
export function whatWords({ act, kinds }: AuditLine): string {
  const said = kinds.map((kind) => (isKindName(kind) ? kindWords[kind] : unknownKind).noun)
  const needless = act === 'opened' && kinds.every((kind) => kind === 'client')
  return said.length === 0 || needless ? actWords(act) : `${actWords(act)}: ${said.join(', ')}`
}

export function fileWords({ file, act }: AuditLine, nameOf: FileName): string {
  if (file === null)
    return act === 'printed' || act === 'exported' ? 'The audit itself' : 'The directory and the service'
  return nameOf(file) ?? 'A file that is not here any more'
}

/** As a table for a spreadsheet. */
export function auditCsv(lines: readonly AuditLine[], nameOf: FileName): string {
  const rows = lines.map((line) => [
    line.at,
    line.byName ?? line.by,
    whatWords(line),
    fileWords(line, nameOf),
    line.file ?? '',
  ])
  return csvOf([['When', 'Who', 'What', 'Whose file', 'Number of the file'], ...rows])
}

export function whenWords({ at }: AuditLine): string {
  return formatMoment(at)
}
