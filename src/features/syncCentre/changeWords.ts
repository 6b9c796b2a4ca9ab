import type { Change, Edit } from '#domain/change/change.ts'
import { isKindName } from '#domain/kind/kinds.ts'
import { kindWords, unknownKind } from '#words/records/kinds.ts'
import { subjectOf } from './wording/subject.ts'
import { isWholeRecord, type NameOf, wordsOfPath } from '#words/records/value.ts'

/** Finds the case file of a record; undefined where the device does not hold the record. */
export type FileOf = (id: string) => string | null | undefined

/** Whose file a change belongs to: the client's name, or the entry of the directory. */
export function subjectOfChange(
  { edits: [first] }: Pick<Change, 'edits'>,
  fileOf: FileOf,
  nameOf: NameOf,
): string {
  if (!first) return 'A change'
  const file = fileOfEdit(first, fileOf)
  const client = first.kind === 'client' ? first.id : file
  const named = client ? nameOf('client', client) : null
  if (named !== null) return named
  return newName(first) ?? subjectOf({ id: first.id, kind: first.kind, file: file ?? null }, nameOf)
}

/** What was done, in a few words: 'New note, changed phone number and 2 more'. */
export function changeWords({ edits }: Pick<Change, 'edits'>): string {
  const said = edits.slice(0, SHOWN).map(editWords).join(', ')
  const more = edits.length - SHOWN
  return capital(more > 0 ? `${said} and ${more} more` : said)
}

const SHOWN = 3

export function editWords(edit: Edit): string {
  const { noun } = isKindName(edit.kind) ? kindWords[edit.kind] : unknownKind
  switch (edit.op) {
    case 'create':
      return edit.kind === 'client' ? 'new client' : `new ${noun}`
    case 'edit':
      return `changed ${fieldsWords(edit) || noun}`
    case 'remove':
      return `removed: ${edit.kind === 'client' ? 'client' : noun}`
    case 'restore':
      return `brought back: ${edit.kind === 'client' ? 'client' : noun}`
  }
}

function fieldsWords({ kind, fields }: Extract<Edit, { op: 'edit' }>): string {
  const words = Object.keys(fields).map((path) =>
    isKindName(kind) && !isWholeRecord(path) ? wordsOfPath(kind, path, {}) : 'the record',
  )
  const [first, second, ...others] = words
  if (first === undefined) return ''
  if (second === undefined) return first
  return others.length > 0 ? `${first}, ${second} and ${others.length} more` : `${first} and ${second}`
}

function fileOfEdit(edit: Edit, fileOf: FileOf): string | null | undefined {
  return edit.op === 'create' ? edit.file : fileOf(edit.id)
}

/** A client who is made by this very change is not among the known names yet, if it was refused. */
function newName(edit: Edit): string | null {
  if (edit.op !== 'create' || edit.kind !== 'client') return null
  const { firstName, familyName } = edit.body
  return [firstName, familyName].filter((part) => typeof part === 'string').join(' ') || null
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
