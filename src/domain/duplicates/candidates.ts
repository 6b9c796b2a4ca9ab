import type { ClientBody } from '../client/client.ts'
import {
  dayMonthSwapped,
  type DuplicateReason,
  type Features,
  featuresOf,
  type Known,
  reasonsFor,
  weightOf,
} from './reasons.ts'

/** A file as it is compared: a view of a device, a row of a server. */
export interface ComparedFile {
  id: string
  body: ClientBody
}

export interface Candidate<File extends ComparedFile = ComparedFile> {
  file: File
  reasons: DuplicateReason[]
}

export interface Pair<File extends ComparedFile = ComparedFile> {
  a: File
  b: File
  reasons: DuplicateReason[]
}

/**
 * The files that may be of this person, the likeliest first. `known` may be what somebody is typing: then `id` and
 * `notSameAs` are left out.
 */
export function candidatesFor<File extends ComparedFile>(
  known: Known & Pick<ClientBody, 'notSameAs'> & { id?: string },
  files: readonly File[],
): Candidate<File>[] {
  const features = featuresOf(known)
  return files
    .filter(({ id, body }) => id !== known.id && !saidOther(known, { id, body }))
    .map((file) => ({ file, reasons: reasonsFor(features, prepared(file.body)) }))
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted((x, y) => weightOf(y.reasons) - weightOf(x.reasons) || inOrder(x.file, y.file))
}

/**
 * All pairs that may be of one person, the likeliest first. Only files that share a key are compared: an NHS number,
 * a birth date (or one with day and month swapped), or the sound of their names.
 */
export function duplicatePairs<File extends ComparedFile>(files: readonly File[]): Pair<File>[] {
  const pairs: Pair<File>[] = []
  const earlier = new Map<string, { at: number; file: File }[]>()
  const compared = new Map<number, number>()
  for (const [at, file] of files.entries()) {
    const features = prepared(file.body)
    for (const key of keysOf(features)) {
      const met = earlier.get(key)
      if (met === undefined) {
        earlier.set(key, [{ at, file }])
        continue
      }
      for (const other of met) {
        if (other.at === at || compared.get(other.at) === at) continue
        compared.set(other.at, at)
        const reasons = reasonsFor(prepared(other.file.body), features)
        if (reasons.length > 0 && !isKnownOther(other.file, file)) {
          pairs.push({ ...ordered(other.file, file), reasons })
        }
      }
      met.push({ at, file })
    }
  }
  return pairs.toSorted((x, y) => weightOf(y.reasons) - weightOf(x.reasons) || inOrder(x.a, y.a))
}

/** By the id, which for one made on a device grows with time: the file that was begun first is the first. */
export function ordered<File extends { id: string }>(one: File, other: File): { a: File; b: File } {
  return one.id < other.id ? { a: one, b: other } : { a: other, b: one }
}

/** Whether somebody has looked at both and found two people. */
function isKnownOther(a: ComparedFile, b: ComparedFile): boolean {
  return saidOther({ ...a.body, id: a.id }, b)
}

function saidOther(
  known: Pick<ClientBody, 'notSameAs'> & { id?: string },
  { id, body }: ComparedFile,
): boolean {
  return (
    known.notSameAs?.includes(id) === true ||
    (known.id !== undefined && body.notSameAs?.includes(known.id) === true)
  )
}

/**
 * Who shares none of these keys cannot be likely (see `reasonsFor`), save somebody whose name and whose birth date are
 * both mistaken, so that the name sounds otherwise too: that would mean comparing everybody with everybody.
 */
function keysOf({ nhsNumber, birthDate, first, preferred, family }: Features): string[] {
  const keys = [`sound ${unordered(first.sound, family.sound)}`]
  if (preferred.letters !== '') keys.push(`sound ${unordered(preferred.sound, family.sound)}`)
  if (nhsNumber !== '') keys.push(`nhs ${nhsNumber}`)
  if (birthDate !== '') keys.push(`born ${unordered(birthDate, dayMonthSwapped(birthDate))}`)
  return keys
}

function unordered(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

const made = new WeakMap<ClientBody, Features>()

/** Bodies are never written to, so what was made of one stays true. */
function prepared(body: ClientBody): Features {
  const known = made.get(body)
  if (known) return known
  const features = featuresOf(body)
  made.set(body, features)
  return features
}

function inOrder(a: ComparedFile, b: ComparedFile): number {
  return a.id < b.id ? -1 : 1
}
