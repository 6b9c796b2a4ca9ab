import type { Held } from '../record/held.ts'
import type { NoteBody } from './note.ts'

export interface NoteThread {
  note: Held<NoteBody>
  /** What was put right later, the earliest first. */
  amendments: Held<NoteBody>[]
}

/**
 * Notes, the latest first, each with everything that was written to put it right. An amendment of an amendment
 * belongs to the note that began it; one whose note is not on this device stands by itself.
 */
export function noteThreads(notes: readonly Held<NoteBody>[]): NoteThread[] {
  const byId = new Map(notes.map((note) => [note.id, note]))
  const threads = new Map<string, NoteThread>()
  const inOrder = notes.toSorted((a, b) => a.body.at.localeCompare(b.body.at))
  for (const note of inOrder) {
    if (rootOf(note, byId) === note) threads.set(note.id, { note, amendments: [] })
  }
  for (const note of inOrder) {
    const root = rootOf(note, byId)
    if (root !== note) threads.get(root.id)?.amendments.push(note)
  }
  return [...threads.values()].toReversed()
}

function rootOf(note: Held<NoteBody>, byId: ReadonlyMap<string, Held<NoteBody>>): Held<NoteBody> {
  const passed = new Set([note.id])
  let root = note
  for (;;) {
    const before = root.body.amends === undefined ? undefined : byId.get(root.body.amends)
    if (!before || passed.has(before.id)) return root
    passed.add(before.id)
    root = before
  }
}
