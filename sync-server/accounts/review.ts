import { aboutChange } from '#domain/audit/aboutChange.ts'
import type { AuditBody } from '#domain/audit/audit.ts'
import { type Change, changeSchema } from '#domain/change/change.ts'
import { type Receipt, receiptSchema } from '#domain/change/receipt.ts'
import { createRecord } from '#domain/change/write.ts'
import { err, ok, type Result } from '#domain/result.ts'
import {
  type Decided,
  type Decision,
  type ReviewItem,
  type ReviewList,
  type ReviewQuery,
  reviewStates,
} from '#protocol/review.ts'
import { lockCounter } from '../reconcile/load.ts'
import { rethrow, writeOwn } from '../reconcile/ownChange.ts'
import { reconcile } from '../reconcile/reconcile.ts'
import type { Database, RefusedRow, Tx } from '../store/tables.ts'
import type { Ground } from './ground.ts'

/** What was refused or is held, the newest first. `before` is the `cursorOf` the last one seen. */
export async function listRefused(
  database: Database,
  tenant: string,
  { state, before, limit }: ReviewQuery,
): Promise<ReviewList> {
  const [received = '', hash = ''] = before?.split(' ') ?? []
  const rows = await database
    .selectFrom('refused')
    .selectAll()
    .where('tenant', '=', tenant)
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
    .$if(before !== undefined, (query) =>
      query.where((row) =>
        row.or([
          row('received', '<', received),
          row.and([row('received', '=', received), row('content_hash', '<', hash)]),
        ]),
      ),
    )
    .orderBy('received', 'desc')
    .orderBy('content_hash', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map(itemOf)
  return { items, waiting: await countHeld(database, tenant), more: rows.length > limit }
}

/** One of them by the hash of its content; null where there is none. */
export async function readRefused(
  database: Database,
  tenant: string,
  hash: string,
): Promise<ReviewItem | null> {
  const row = await findRefused(database, { tenant, hash })
  return row ? itemOf(row) : null
}

async function countHeld(database: Database, tenant: string): Promise<number> {
  const { count } = await database
    .selectFrom('refused')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('tenant', '=', tenant)
    .where('state', '=', 'held')
    .executeTakeFirstOrThrow()
  return Number(count)
}

type Row = Pick<
  RefusedRow,
  'content_hash' | 'reason' | 'content' | 'by' | 'received' | 'reviewed_by' | 'reviewed_at' | 'note'
> & { state: string }

function itemOf(row: Row): ReviewItem {
  const { content_hash: hash, reason, content, by, received, note } = row
  const reviewed = { reviewedBy: row.reviewed_by, reviewedAt: row.reviewed_at }
  return {
    hash,
    state: asState(row.state),
    reason,
    by,
    received,
    ...reviewed,
    note,
    change: changeOf(content),
    content,
  }
}

function asState(state: string): ReviewItem['state'] {
  const known = reviewStates.find((name) => name === state)
  if (!known) throw new Error(`A refused change is in the unknown state ${state}`)
  return known
}

function changeOf(content: string): Change | null {
  const change = changeSchema.safeParse(JSON.parse(content))
  return change.success ? change.data : null
}

export type ReviewFault = 'unknownItem' | 'alreadyDecided'

interface Deciding extends Decision {
  tenant: string
  /** The manager who decides. */
  by: string
  hash: string
}

/**
 * Carries out what a manager decided about a held change, in one transaction: the change itself, the answer that its
 * author's device will get, what is kept of it, and a line in the log. Nothing of it is ever thrown away.
 */
export async function decide(
  { database, now, newId }: Ground,
  deciding: Deciding,
): Promise<Result<Decided & { seq: number }, ReviewFault>> {
  const at = now().toISOString()
  try {
    return await database.transaction().execute(async (tx) => {
      const seq = await lockCounter(tx, deciding.tenant)
      const row = await findRefused(tx, deciding)
      const change = row && changeOf(row.content)
      if (!row || !change) return err('unknownItem')
      if (!isOpenTo(deciding.decision, row.state)) return err('alreadyDecided')
      const state = await carryOut(tx, row, change, deciding, { seq, at })
      const reviewed = await keepDecision(tx, row, deciding, state, at)
      const log = { tenant: deciding.tenant, id: newId(), staff: deciding.by, received: at }
      const line = logLine(change, deciding, await fileOfFirst(tx, deciding.tenant, change), at)
      const last = await writeOwn(tx, log, [createRecord('audit', newId(), null, line)])
      return ok({ item: itemOf(reviewed), notTaken: null, seq: last })
    })
  } catch (fault) {
    if (!(fault instanceof NotTaken)) throw fault
    const row = await findRefused(database, deciding)
    return row ? ok({ item: itemOf(row), notTaken: fault.reason, seq: fault.seq }) : err('unknownItem')
  }
}

/** Thrown to undo all of a decision that cannot be carried out. */
class NotTaken extends Error {
  readonly reason: string
  readonly seq: number

  constructor({ reason = '', seq }: Receipt) {
    super(`Not taken: ${reason}`)
    this.reason = reason
    this.seq = seq
  }
}

function findRefused(database: Database, { tenant, hash }: Pick<Deciding, 'tenant' | 'hash'>) {
  return database
    .selectFrom('refused')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('content_hash', '=', hash)
    .executeTakeFirst()
}

/** Taken in is final, since others see it and go on from it. Left out is not. */
function isOpenTo(decision: Decision['decision'], state: string): boolean {
  switch (decision) {
    case 'take':
      return state === 'held' || state === 'declined'
    case 'decline':
      return state === 'held'
    case 'reopen':
      return state === 'declined'
  }
}

type FoundRow = NonNullable<Awaited<ReturnType<typeof findRefused>>>

async function carryOut(
  tx: Tx,
  row: FoundRow,
  change: Change,
  { decision, note }: Deciding,
  { seq, at }: { seq: number; at: string },
): Promise<ReviewItem['state']> {
  const refused = { change: change.id, outcome: 'refused' as const, seq }
  switch (decision) {
    case 'take':
      await takeIn(tx, row, at)
      return 'taken'
    case 'decline':
      await turnReceipt(tx, row, { ...refused, reason: 'declined', ...(note && { detail: note }) })
      return 'declined'
    case 'reopen':
      await turnReceipt(tx, row, { ...refused, reason: 'held' })
      return 'held'
  }
}

/** Reconciled anew as its author's, under its own id, by the authority of whoever decided. */
async function takeIn(tx: Tx, { tenant, change, content, by, device }: FoundRow, at: string): Promise<void> {
  await tx.deleteFrom('receipts').where('tenant', '=', tenant).where('change', '=', change).execute()
  const raw: unknown = JSON.parse(content)
  const author = { staff: by, role: 'manager', team: null, active: true } as const
  const push = { tenant, device: device ?? tenant, received: at, changes: [raw] }
  const { receipts } = await reconcile(tx, push, async () => author, rethrow)
  const receipt = receiptSchema.parse(receipts[0])
  if (receipt.outcome === 'refused') throw new NotTaken(receipt)
}

async function turnReceipt(tx: Tx, { tenant, change }: FoundRow, receipt: Receipt): Promise<void> {
  await tx
    .updateTable('receipts')
    .set({ receipt: JSON.stringify(receipt) })
    .where('tenant', '=', tenant)
    .where('change', '=', change)
    .execute()
}

async function keepDecision(
  tx: Tx,
  row: FoundRow,
  { by, note, decision }: Deciding,
  state: ReviewItem['state'],
  at: string,
): Promise<FoundRow> {
  const undone = decision === 'reopen'
  const reviewed = {
    state,
    reviewed_by: undone ? null : by,
    reviewed_at: undone ? null : at,
    note: undone ? null : note,
  }
  await tx
    .updateTable('refused')
    .set(reviewed)
    .where('tenant', '=', row.tenant)
    .where('content_hash', '=', row.content_hash)
    .execute()
  return { ...row, ...reviewed }
}

async function fileOfFirst(tx: Tx, tenant: string, { edits }: Change): Promise<string | null> {
  const row = await tx
    .selectFrom('records')
    .select('file')
    .where('tenant', '=', tenant)
    .where('id', '=', edits[0]?.id ?? '')
    .executeTakeFirst()
  return row?.file ?? null
}

const acts = { take: 'takenIn', decline: 'declined', reopen: 'reopened' } as const

function logLine(
  change: Change,
  { by, note, decision }: Deciding,
  file: string | null,
  at: string,
): AuditBody {
  return {
    act: acts[decision],
    at,
    by,
    about: aboutChange(change, () => file),
    ...(note && { reason: note }),
  }
}
