import type { DraftsReply, ServiceCopy } from '#protocol/drafts.ts'
import type { Viewer } from '../scopes/standing.ts'
import type { Database } from '../store/tables.ts'

/** The open drafts of one person, and which lines have ended. What the device knows is named and not sent again. */
export async function readDrafts(
  tx: Database,
  { tenant, staff }: Viewer,
  { held, known }: { held: readonly string[]; known: readonly string[] },
): Promise<DraftsReply> {
  const rows = await tx
    .selectFrom('drafts')
    .select(['draft as line', 'device', 'mark', 'received'])
    .where('tenant', '=', tenant)
    .where('staff', '=', staff)
    .orderBy('draft')
    .orderBy('device')
    .execute()
  const sealed = await readSealed(
    tx,
    { tenant, staff },
    rows.map(({ mark }) => mark).filter((mark) => !known.includes(mark)),
  )
  const copies = rows.map((row): ServiceCopy => ({ ...row, sealed: sealed.get(row.mark) ?? null }))
  return { copies, ended: await readEnded(tx, { tenant, staff }, [...held, ...rows.map(({ line }) => line)]) }
}

async function readSealed(
  tx: Database,
  { tenant, staff }: Viewer,
  marks: readonly string[],
): Promise<Map<string, string>> {
  if (marks.length === 0) return new Map()
  const rows = await tx
    .selectFrom('drafts')
    .select(['mark', 'sealed'])
    .where('tenant', '=', tenant)
    .where('staff', '=', staff)
    .where('mark', 'in', marks)
    .execute()
  return new Map(rows.map(({ mark, sealed }) => [mark, sealed]))
}

async function readEnded(
  tx: Database,
  { tenant, staff }: Viewer,
  lines: readonly string[],
): Promise<DraftsReply['ended']> {
  if (lines.length === 0) return []
  return tx
    .selectFrom('drafts_ended')
    .select(['draft as line', 'device', 'sealed'])
    .where('tenant', '=', tenant)
    .where('staff', '=', staff)
    .where('draft', 'in', lines)
    .orderBy('draft')
    .orderBy('device')
    .execute()
}
