import type { Checkpoint, PullQuery } from '#protocol/sync.ts'
import type { Database } from '../store/tables.ts'
import { shownTo } from './shown.ts'
import { type Standing, standingOf, type Viewer } from './standing.ts'

/**
 * A page of what a person may see, as JSON text (`pullReplySchema`): stored records are passed through unparsed,
 * save to a provider (see `shownTo`).
 * To be read inside one transaction, so that all its parts are of one state.
 */
export async function readPage(tx: Database, viewer: Viewer, query: PullQuery): Promise<string> {
  const standing = await standingOf(tx, viewer)
  if (isElsewhere(query, standing)) return '{"kind":"compare"}'
  const after = query.epoch === undefined ? 0 : query.after
  const [until, more] = await pageEnd(tx, standing, after, query.limit)
  const records = await visibleBetween(tx, standing, after, until)
  // From the beginning too: a device that begins may hold the files of the next visits (`readReady`), and they may
  // have left since.
  const gone = await goneBetween(tx, standing, after, until)
  return pageText({ ...checkpointOf(standing), seq: until }, records, gone, more)
}

/** The device's checkpoint belongs to another epoch or scope, or to an order that this database never reached. */
function isElsewhere({ epoch, scopeVersion, after }: PullQuery, standing: Standing): boolean {
  if (epoch === undefined) return false
  return epoch !== standing.epoch || scopeVersion !== standing.scopeVersion || after > standing.seq
}

export function checkpointOf({ epoch, scopeVersion, seq }: Standing): Checkpoint {
  return { epoch, scopeVersion, seq }
}

/**
 * Where a page ends. What happened at one `seq` is never split between pages: a checkpoint in its middle would
 * leave the rest behind for good. So a page may be short, and longer than asked where a single change is.
 */
async function pageEnd(
  tx: Database,
  standing: Standing,
  after: number,
  limit: number,
): Promise<[until: number, more: boolean]> {
  const seqs = await nextSeqs(tx, standing, after, limit + 1)
  const beyond = seqs[limit]
  if (beyond === undefined) return [standing.seq, false]
  const whole = seqs.findLast((seq) => seq < beyond) ?? beyond
  return [whole, true]
}

/** The next places in the order at which something awaits this person, ascending; one for each record. */
async function nextSeqs(tx: Database, standing: Standing, after: number, most: number): Promise<number[]> {
  const seqs: number[] = []
  for (const side of ['visibility', 'exits'] as const) {
    for (const scope of standing.scopes) {
      const rows = await tx
        .selectFrom(side)
        .select('seq')
        .where('tenant', '=', standing.tenant)
        .where('scope', '=', scope)
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(most)
        .execute()
      seqs.push(...rows.map(({ seq }) => seq))
    }
  }
  return seqs.toSorted((a, b) => a - b).slice(0, most)
}

/** The stored texts, in the server's order; a record in several scopes once. */
async function visibleBetween(
  tx: Database,
  { tenant, role, scopes }: Standing,
  after: number,
  until: number,
): Promise<string[]> {
  if (scopes.length === 0) return []
  const rows = await tx
    .selectFrom('visibility as v')
    .innerJoin('records as r', (join) =>
      join.onRef('r.tenant', '=', 'v.tenant').onRef('r.id', '=', 'v.record'),
    )
    .select(['v.record', 'r.wire'])
    .where('v.tenant', '=', tenant)
    .where('v.scope', 'in', scopes)
    .where('v.seq', '>', after)
    .where('v.seq', '<=', until)
    .orderBy('v.seq')
    .orderBy('v.record')
    .execute()
  return [...new Map(rows.map(({ record, wire }) => [record, shownTo(role, wire)])).values()]
}

/** Records that left one of the person's scopes and are not in another one. */
async function goneBetween(
  tx: Database,
  { tenant, scopes }: Standing,
  after: number,
  until: number,
): Promise<string[]> {
  if (scopes.length === 0) return []
  const rows = await tx
    .selectFrom('exits as e')
    .select('e.record')
    .distinct()
    .where('e.tenant', '=', tenant)
    .where('e.scope', 'in', scopes)
    .where('e.seq', '>', after)
    .where('e.seq', '<=', until)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('visibility as v')
            .select('v.record')
            .where('v.tenant', '=', tenant)
            .where('v.scope', 'in', scopes)
            .whereRef('v.record', '=', 'e.record'),
        ),
      ),
    )
    .execute()
  return rows.map(({ record }) => record)
}

function pageText(checkpoint: Checkpoint, records: string[], gone: string[], more: boolean): string {
  const head = `{"kind":"page","checkpoint":${JSON.stringify(checkpoint)},"records":[`
  return `${head}${records.join(',')}],"gone":${JSON.stringify(gone)},"more":${more}}`
}
