import { kindNamed, kinds, type BodyOf, type KindName } from '../kind/kinds.ts'
import { type Json, type JsonObject, jsonObjectSchema } from '../json.ts'
import { diffBodies } from '../merge/diff.ts'
import { WHOLE_RECORD } from '../merge/path.ts'
import { type ContestedValue, openContested, openQuestions, type StoredRecord } from '../record/record.ts'
import type { Edit } from './change.ts'

/** A record as its author sees it on screen. */
export type Seen = Pick<StoredRecord, 'id' | 'kind' | 'version' | 'contested'> & { body: object }

/** The first saying of a record. A client's file is the client itself. */
export function createRecord<Name extends KindName>(
  kind: Name,
  id: string,
  file: string | null,
  body: BodyOf<Name>,
): Edit {
  return { op: 'create', kind, id, version: kinds[kind].version, file, body: asJson(body) }
}

/** What the author changed between the body they saw and the one they leave; null when that is nothing. */
export function editRecord(seen: Seen, after: object): Edit | null {
  const fields = diffBodies(asJson(seen.body), asJson(after))
  if (Object.keys(fields).length === 0) return null
  return { op: 'edit', ...target(seen), fields }
}

export function removeRecord(seen: Seen, reason: string): Edit {
  return { op: 'remove', ...target(seen), reason, seen: asJson(seen.body), knows: removalsDecided(seen) }
}

export function restoreRecord(seen: Seen): Edit {
  return { op: 'restore', ...target(seen) }
}

/** A person's choice at a contested path: `to` holds, and every value they saw there is decided. */
export function settleContested(seen: Seen, path: string, from: Json, to: Json): Edit {
  const settles = openContested(seen, path).map((value: ContestedValue) => value.change)
  return { op: 'edit', ...target(seen), fields: { [path]: { from, to, settles } } }
}

/** The undo of a settlement: the value goes back to what it was and the question is open again. */
export function reopenContested(seen: Seen, path: string, from: Json, to: Json, reopens: string[]): Edit {
  return { op: 'edit', ...target(seen), fields: { [path]: { from, to, reopens } } }
}

/** The undo of settling everything on a record at once: each open value that was seen is a question again. */
export function reopenEverything(seen: Seen): Edit {
  const fields = openQuestions(seen).map((path) => {
    const reopens = openContested(seen, path).map((value) => value.change)
    return [path, { from: null, to: null, reopens }] as const
  })
  return { op: 'edit', ...target(seen), fields: Object.fromEntries(fields) }
}

/** Carries out a contested removal after all, having seen what others wrote meanwhile. */
export function settleByRemoving(seen: Seen, reason: string): Edit {
  const settles = Object.keys(seen.contested).flatMap((path) =>
    openContested(seen, path).map((value) => value.change),
  )
  return {
    op: 'remove',
    ...target(seen),
    reason,
    seen: asJson(seen.body),
    knows: removalsDecided(seen),
    settles,
  }
}

/** Keeps the record although somebody wanted it removed. One that is removed already is kept by `restoreRecord`. */
export function settleByKeeping(seen: Seen): Edit {
  return settleContested(seen, WHOLE_RECORD, null, null)
}

function removalsDecided({ contested }: Seen): string[] {
  return (contested[WHOLE_RECORD] ?? []).filter(({ settled }) => settled).map(({ change }) => change)
}

/**
 * Of which record, and in the words of which version. An app that meets a record of a newer version than its own
 * still writes its own: what it changes are the fields that it knows, and who knows both brings them up.
 */
function target({ kind, id, version }: Seen) {
  return { kind, id, version: Math.min(version, kindNamed(kind)?.version ?? version) }
}

/** A typed body as it is stored: absent fields left out. */
function asJson(body: object): JsonObject {
  return jsonObjectSchema.parse(JSON.parse(JSON.stringify(body)))
}
