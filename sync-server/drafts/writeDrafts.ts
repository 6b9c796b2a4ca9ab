import { createHash } from 'node:crypto'
import { DRAFT_LIMITS, type PutDrafts, type PutDraftsReply } from '#protocol/drafts.ts'
import type { Viewer } from '../scopes/standing.ts'
import type { Tx } from '../store/tables.ts'

/** So many endings are remembered for each person, the latest: for devices that were away while a draft was finished. */
const MOST_ENDED = 2_000

/** Keeps a device's copies of its owner's drafts, and lets go of what has ended. The text means nothing to the server. */
export async function writeDrafts(
  tx: Tx,
  viewer: Viewer,
  { device, drafts, ended, dropped }: PutDrafts,
  received: string,
): Promise<PutDraftsReply> {
  for (const each of ended) await writeEnd(tx, viewer, { ...each, device, ended_at: received })
  for (const each of dropped) await dropCopy(tx, viewer, each)
  if (ended.length > 0) await forgetOldEnds(tx, viewer)
  const room = await findRoom(tx, viewer, device, drafts)
  for (const each of room) await writeCopy(tx, viewer, { ...each, device, received })
  return { kept: room.map(({ line, mark }) => ({ line, mark })) }
}

async function writeEnd(
  tx: Tx,
  { tenant, staff }: Viewer,
  { line: draft, ...end }: { line: string; device: string; sealed: string; ended_at: string },
): Promise<void> {
  await tx
    .insertInto('drafts_ended')
    .values({ tenant, staff, draft, ...end })
    .onConflict((clash) =>
      clash.columns(['tenant', 'staff', 'draft', 'device']).doUpdateSet({ sealed: end.sealed }),
    )
    .execute()
  await tx
    .deleteFrom('drafts')
    .where('tenant', '=', tenant)
    .where('staff', '=', staff)
    .where('draft', '=', draft)
    .where('device', '=', end.device)
    .execute()
}

async function dropCopy(
  tx: Tx,
  { tenant, staff }: Viewer,
  { line, device, mark }: PutDrafts['dropped'][number],
): Promise<void> {
  await tx
    .deleteFrom('drafts')
    .where('tenant', '=', tenant)
    .where('staff', '=', staff)
    .where('draft', '=', line)
    .where('device', '=', device)
    .where('mark', '=', mark)
    .execute()
}

async function forgetOldEnds(tx: Tx, { tenant, staff }: Viewer): Promise<void> {
  const first = await tx
    .selectFrom('drafts_ended')
    .select('ended_at')
    .where('tenant', '=', tenant)
    .where('staff', '=', staff)
    .orderBy('ended_at', 'desc')
    .limit(1)
    .offset(MOST_ENDED)
    .executeTakeFirst()
  if (!first) return
  await tx
    .deleteFrom('drafts_ended')
    .where('tenant', '=', tenant)
    .where('staff', '=', staff)
    .where('ended_at', '<=', first.ended_at)
    .execute()
}

type Marked = PutDrafts['drafts'][number] & { mark: string }

/** Those for which there is room: a copy in place of an older one always, a new one up to a number. */
async function findRoom(
  tx: Tx,
  { tenant, staff }: Viewer,
  device: string,
  drafts: PutDrafts['drafts'],
): Promise<Marked[]> {
  if (drafts.length === 0) return []
  const rows = await tx
    .selectFrom('drafts')
    .select(['draft', 'device'])
    .where('tenant', '=', tenant)
    .where('staff', '=', staff)
    .execute()
  const here = new Set(rows.filter((row) => row.device === device).map((row) => row.draft))
  let free = DRAFT_LIMITS.kept - rows.length
  return drafts.flatMap((each) => {
    const fits = here.has(each.line) || free > 0
    if (fits && !here.has(each.line)) free -= 1
    return fits ? [{ ...each, mark: markOf(each.sealed) }] : []
  })
}

async function writeCopy(
  tx: Tx,
  { tenant, staff }: Viewer,
  { line: draft, ...copy }: Marked & { device: string; received: string },
): Promise<void> {
  const { sealed, mark, received } = copy
  await tx
    .insertInto('drafts')
    .values({ tenant, staff, draft, ...copy })
    .onConflict((clash) =>
      clash.columns(['tenant', 'staff', 'draft', 'device']).doUpdateSet({ sealed, mark, received }),
    )
    .execute()
}

function markOf(sealed: string): string {
  return createHash('sha256').update(sealed).digest('hex').slice(0, 16)
}
