import { setImmediate } from 'node:timers/promises'
import { upcastBody } from '#domain/kind/kind.ts'
import { kinds } from '#domain/kind/kinds.ts'
import { FactCollector, type FactKind, type Facts } from '#domain/report/facts.ts'
import type { JsonObject } from '#domain/json.ts'
import type { Database } from '../store/tables.ts'

/** Rows in one go. Of each only what is counted is kept, so the records themselves are never all in memory. */
const PAGE = 1_000

/**
 * What the records of these kinds say, as of one moment: call it within `readTogether`. Others are served between two
 * pages, and `stopped` ends it there.
 */
export async function readFacts(
  tx: Database,
  tenant: string,
  wanted: readonly FactKind[],
  stopped: AbortSignal,
): Promise<Facts> {
  const collector = new FactCollector()
  for (const kind of wanted) await readKind(tx, tenant, kind, collector, stopped)
  return collector.facts()
}

async function readKind(
  tx: Database,
  tenant: string,
  kind: FactKind,
  collector: FactCollector,
  stopped: AbortSignal,
): Promise<void> {
  for (let after = { seq: -1, id: '' }; ;) {
    const rows = await page(tx, tenant, kind, after)
    for (const row of rows) collector.take({ ...row, kind, deleted: null, body: bodyOf(kind, row.wire) })
    const last = rows.at(-1)
    if (last === undefined || rows.length < PAGE) return
    after = last
    await setImmediate()
    stopped.throwIfAborted()
  }
}

function page(tx: Database, tenant: string, kind: string, { seq, id }: { seq: number; id: string }) {
  return tx
    .selectFrom('records')
    .select(['id', 'file', 'seq', 'wire'])
    .where('tenant', '=', tenant)
    .where('kind', '=', kind)
    .where((where) =>
      where.or([where('seq', '>', seq), where.and([where('seq', '=', seq), where('id', '>', id)])]),
    )
    .where('deleted', '=', 0)
    .orderBy('seq')
    .orderBy('id')
    .limit(PAGE)
    .execute()
}

/** The collector looks at every field that it keeps, so the record is not checked as a whole a second time. */
function bodyOf(kind: FactKind, wire: string): JsonObject {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by `toRow`, and read field by field
  const { body, version } = JSON.parse(wire) as { body: JsonObject; version: number }
  return upcastBody(kinds[kind], body, version)
}
