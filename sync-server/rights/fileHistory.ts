import type { Edit } from '#domain/change/change.ts'
import { type Json, jsonSchema } from '#domain/json.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import type { FileHistory } from '#protocol/rights.ts'
import { readDeed } from '../reconcile/historyContent.ts'
import { forIds } from '../store/chunks.ts'
import type { Database } from '../store/tables.ts'
import { filesOf } from './files.ts'

/** Every change of a person's files, oldest first, without what the same changes did elsewhere; null where there is no file. */
export async function readFileHistory(
  database: Database,
  tenant: string,
  client: string,
): Promise<FileHistory | null> {
  const files = await filesOf(database, tenant, client)
  if (files === null) return null
  const ids = new Set([...files.clients.map(({ id }) => id), ...files.records.map(({ id }) => id)])
  const lines = await database
    .selectFrom('audit_lines')
    .select('seq')
    .distinct()
    .where('tenant', '=', tenant)
    .where(
      'file',
      'in',
      files.clients.map(({ id }) => id),
    )
    .where('act', 'in', ['changed', 'returned'])
    .execute()
  const rows = await forIds(
    lines.map(({ seq }) => String(seq)),
    (portion) =>
      database
        .selectFrom('history as h')
        .leftJoin('members as m', (join) =>
          join.onRef('m.tenant', '=', 'h.tenant').onRef('m.staff', '=', 'h.by'),
        )
        .select(['h.seq', 'h.at', 'h.received', 'h.by', 'h.content', 'm.name'])
        .where('h.tenant', '=', tenant)
        .where('h.seq', 'in', portion.map(Number))
        .execute(),
  )
  return {
    changes: rows
      .toSorted((a, b) => a.seq - b.seq)
      .map(({ at, received, by, name, content }) => ({
        at,
        received,
        by,
        byName: name,
        edits: editsOf(content, ids),
      })),
  }
}

function editsOf(content: string, ids: ReadonlySet<string>): Json[] {
  const deed = readDeed(content)
  switch (deed?.deed) {
    case 'change':
    case 'shown':
      return deed.change.edits.filter(({ id }) => ids.has(id)).map(plain)
    case 'returned':
      return [plain(deed.returned.record)]
    case 'destroyed':
    case 'erased':
    case undefined:
      return []
  }
}

function plain(value: Edit | StoredRecord): Json {
  return jsonSchema.parse(JSON.parse(JSON.stringify(value)))
}
