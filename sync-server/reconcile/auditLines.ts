import type { Change, Edit } from '#domain/change/change.ts'
import { auditBody } from '#domain/audit/audit.ts'
import { momentOf } from '#domain/audit/moment.ts'
import { isKindName } from '#domain/kind/kinds.ts'
import { chunksOf, forIds } from '../store/chunks.ts'
import type { AuditLineRow, Tx } from '../store/tables.ts'
import type { Incoming } from './readChange.ts'
import { RETURNED_BEGINS } from './historyContent.ts'

interface Taken {
  seq: number
  incoming: Incoming
}

interface Place {
  tenant: string
  staff: string
  received: string
}

/** Writes down which files were touched, and what was added to the log: what the audit is read from. */
export async function writeAuditLines(tx: Tx, taken: readonly Taken[], place: Place): Promise<void> {
  const changes = taken.flatMap(({ seq, incoming: { change, content } }) =>
    change.ok ? [{ seq, change: change.value, returned: content.startsWith(RETURNED_BEGINS) }] : [],
  )
  const files = await filesOf(
    tx,
    place.tenant,
    changes.flatMap(({ change }) => change.edits),
  )
  const rows = changes.flatMap(({ seq, change, returned }): AuditLineRow[] =>
    linesOf(change, returned, (id) => files.get(id) ?? null).map((line, i) => ({
      tenant: place.tenant,
      seq,
      line: i,
      said: momentOf(change.at, place.received),
      by: place.staff,
      ...line,
    })),
  )
  for (const portion of chunksOf(rows, 9)) await tx.insertInto('audit_lines').values(portion).execute()
}

/** Every edit of a change names a record; in which file that is, only its creation says. */
async function filesOf(tx: Tx, tenant: string, edits: readonly Edit[]): Promise<Map<string, string | null>> {
  const created = edits.flatMap((edit) => (edit.op === 'create' ? [[edit.id, edit.file] as const] : []))
  const known = new Map<string, string | null>(created)
  const others = edits.map(({ id }) => id).filter((id) => !known.has(id))
  const rows = await forIds(others, (portion) =>
    tx
      .selectFrom('records')
      .select(['id', 'file'])
      .where('tenant', '=', tenant)
      .where('id', 'in', portion)
      .execute(),
  )
  return new Map([...known, ...rows.map(({ id, file }) => [id, file] as const)])
}

type Line = Pick<AuditLineRow, 'act' | 'file' | 'record' | 'kinds'>

/** One line for each file that a change has touched, and one for each thing that it adds to the log. */
function linesOf(
  { edits }: Pick<Change, 'edits'>,
  returned: boolean,
  fileOf: (record: string) => string | null,
): Line[] {
  const files = Map.groupBy(
    edits.filter((edit) => !isLine(edit)),
    (edit) => fileOf(edit.id),
  )
  const touched = [...files].map(([file, own]): Line => ({
    act: returned ? 'returned' : 'changed',
    file,
    record: own.length === 1 ? (own[0]?.id ?? null) : null,
    kinds: [...new Set(own.map(({ kind }) => (isKindName(kind) ? kind : 'other')))].toSorted().join(','),
  }))
  return [...touched, ...edits.flatMap((edit) => (isLine(edit) ? logged(edit) : []))]
}

function isLine({ op, kind }: Edit): boolean {
  return op === 'create' && kind === 'audit'
}

function logged(edit: Edit): Line[] {
  const line = edit.op === 'create' ? auditBody.safeParse(edit.body).data : undefined
  if (!line) return []
  const { act, about } = line
  return [{ act, file: about?.client ?? null, record: about?.record ?? null, kinds: about?.kind ?? '' }]
}
