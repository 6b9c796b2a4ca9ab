import { forIds } from '../store/chunks.ts'
import type { Database } from '../store/tables.ts'
import { checkpointOf } from './pull.ts'
import { shownTo } from './shown.ts'
import { type Standing, standingOf, type Viewer } from './standing.ts'
import { wholeFiles } from './wholeFiles.ts'

/** Id and rev of everything that a person may see, as JSON text (`manifestSchema`). */
export async function readManifest(tx: Database, viewer: Viewer): Promise<string> {
  const standing = await standingOf(tx, viewer)
  const { tenant, scopes } = standing
  const rows =
    scopes.length === 0
      ? []
      : await tx
          .selectFrom('visibility as v')
          .innerJoin('records as r', (join) =>
            join.onRef('r.tenant', '=', 'v.tenant').onRef('r.id', '=', 'v.record'),
          )
          .select(['r.id', 'r.rev'])
          .distinct()
          .where('v.tenant', '=', tenant)
          .where('v.scope', 'in', scopes)
          .orderBy('r.id')
          .execute()
  const records = rows.map(({ id, rev }) => [id, rev])
  return JSON.stringify({ checkpoint: checkpointOf(standing), records })
}

/** The named records that a person may see, as JSON text (`fetchReplySchema`). */
export async function readNamed(tx: Database, viewer: Viewer, ids: string[]): Promise<string> {
  return recordsText(await visibleOf(tx, await standingOf(tx, viewer), 'id', ids))
}

/** Calendar days at the service, `YYYY-MM-DD`, both included. */
export interface Days {
  from: string
  to: string
}

/**
 * The whole files of the clients whom this person is to visit on these days, with all that was merged into them, as
 * JSON text (`fetchReplySchema`).
 */
export async function readReady(tx: Database, viewer: Viewer, { from, to }: Days): Promise<string> {
  const standing = await standingOf(tx, viewer)
  const visits = await tx
    .selectFrom('records')
    .select('file')
    .distinct()
    .where('tenant', '=', standing.tenant)
    .where('due_for', '=', standing.staff)
    .where('due_on', '>=', from)
    .where('due_on', '<=', to)
    .execute()
  const files = visits.flatMap(({ file }) => (file === null ? [] : [file]))
  return recordsText(await visibleOf(tx, standing, 'file', await wholeFiles(tx, standing.tenant, files)))
}

async function visibleOf(
  tx: Database,
  { tenant, role, scopes }: Standing,
  by: 'id' | 'file',
  values: string[],
): Promise<string[]> {
  if (scopes.length === 0) return []
  const rows = await forIds(values, (portion) =>
    tx
      .selectFrom('records as r')
      .select('r.wire')
      .where('r.tenant', '=', tenant)
      .where(by === 'id' ? 'r.id' : 'r.file', 'in', portion)
      .where((where) =>
        where.exists(
          where
            .selectFrom('visibility as v')
            .select('v.record')
            .where('v.tenant', '=', tenant)
            .where('v.scope', 'in', scopes)
            .whereRef('v.record', '=', 'r.id'),
        ),
      )
      .orderBy('r.seq')
      .execute(),
  )
  return rows.map(({ wire }) => shownTo(role, wire))
}

function recordsText(records: string[]): string {
  return `{"records":[${records.join(',')}]}`
}
