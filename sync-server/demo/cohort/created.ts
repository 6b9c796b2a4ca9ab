import type { Edit } from '#domain/change/change.ts'
import { createRecord } from '#domain/change/write.ts'
import { kinds, type BodyOf, type KindName } from '#domain/kind/kinds.ts'

export type Create = Extract<Edit, { op: 'create' }>

/** The first saying of a record; a body that its kind doesn't allow is a slip in the demo and throws. */
export function created<Name extends KindName>(
  kind: Name,
  id: string,
  file: string | null,
  body: BodyOf<Name>,
): Create {
  kinds[kind].body.parse(body)
  const edit = createRecord(kind, id, file, body)
  if (edit.op !== 'create') throw new Error(`A new ${kind} is not a create`)
  return edit
}
