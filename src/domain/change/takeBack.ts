import type { Edit } from './change.ts'

/**
 * The edits that undo these, in the other order: what was changed goes back to what it was, what was begun is taken
 * away. A field that somebody else changed meanwhile becomes a question, like any other edit. For what was done a
 * moment ago, by the one who did it; a removal and a settlement have undoings of their own (`./write.ts`).
 */
export function takenBack(edits: readonly Edit[], reason: string): Edit[] {
  return edits.toReversed().map((edit) => {
    switch (edit.op) {
      case 'create':
        return { op: 'remove', kind: edit.kind, id: edit.id, version: edit.version, reason, seen: edit.body }
      case 'edit':
        return { ...edit, fields: swapped(edit.fields) }
      case 'remove':
      case 'restore':
        throw new Error(`A ${edit.op} is not taken back like this`)
    }
  })
}

type Fields = Extract<Edit, { op: 'edit' }>['fields']

function swapped(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([path, { from, to }]) => [path, { from: to, to: from }]),
  )
}
