import type { z } from 'zod'
import type { Json } from '../json.ts'
import { readJson, type TextPlace } from '../jsonPlaces.ts'
import { err, ok, type Result } from '../result.ts'
import { packSchema, type Pack } from './pack.ts'
import { packFaults } from './packFaults.ts'

/** `where`: in words that lead there, empty for the document itself. `mend`: what to do about it. */
export interface FileFault extends TextPlace {
  readonly where: string
  readonly what: string
  readonly mend: string
}

/** The text of an instrument pack; or everything that is wrong with it, in the order of the text. */
export function readPackFile(text: string): Result<Pack, FileFault[]> {
  const json = readJson(text.replace(/^\uFEFF/u, ''))
  if (!json.ok) return err([{ where: '', ...json.error }])
  const parsed = packSchema.safeParse(json.value.value)
  const faults = parsed.success
    ? packFaults(parsed.data)
    : parsed.error.issues.flatMap((issue) => issueFaults(issue, isThere(json.value.value, issue.path)))
  if (parsed.success && faults.length === 0) return ok(parsed.data)
  const placed = faults.map(({ at, what, mend }) => ({
    ...json.value.placeOf(at),
    where: pathWords(at),
    what,
    mend,
  }))
  return err(placed.toSorted((a, b) => a.line - b.line || a.column - b.column))
}

/** `items, 3, words`: as one would find it with the finger; entries of a list count from 1. */
function pathWords(path: readonly PropertyKey[]): string {
  return path.map((step) => (typeof step === 'number' ? String(step + 1) : String(step))).join(', ')
}

interface Found {
  at: readonly PropertyKey[]
  what: string
  mend: string
}

function issueFaults(issue: z.core.$ZodIssue, present: boolean): Found[] {
  const at = issue.path
  const name = String(at.at(-1) ?? 'The document')
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        at: [...at, key],
        what: `“${key}” is not known here`,
        mend: 'Is it misspelt? Otherwise take it out',
      }))
    case 'invalid_type':
      return present
        ? [{ at, what: `“${name}” is not ${kindWords(issue.expected)}`, mend: 'Write it as in the example' }]
        : [missing(at, name)]
    case 'invalid_value':
      if (!present) return [missing(at, name)]
      return [
        { at, what: `“${name}” cannot be this`, mend: `Write ${issue.values.map(String).join(' or ')}` },
      ]
    default:
      return [{ at, what: `“${name}”: ${issue.message}`, mend: 'Write it as in the example' }]
  }
}

function missing(at: readonly PropertyKey[], name: string): Found {
  return { at, what: `“${name}” is missing`, mend: 'Add it; the example shows how' }
}

function isThere(value: Json, path: readonly PropertyKey[]): boolean {
  const [step, ...rest] = path
  if (step === undefined) return true
  if (typeof value !== 'object' || value === null) return false
  const part = new Map<string, Json>(Object.entries(value)).get(String(step))
  return part !== undefined && isThere(part, rest)
}

function kindWords(expected: string): string {
  const words: Readonly<Record<string, string>> = {
    string: 'a text in quotation marks',
    number: 'a number without quotation marks',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list in [ ]',
    object: 'a part in { }',
    record: 'a table in { }',
  }
  return words[expected] ?? expected
}
