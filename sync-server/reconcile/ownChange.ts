import type { Receipt } from '#domain/change/receipt.ts'
import type { Edit } from '#domain/change/change.ts'
import type { Tx } from '../store/tables.ts'
import { reconcile } from './reconcile.ts'

interface OwnChange {
  tenant: string
  id: string
  /** On whose behalf the server writes. */
  staff: string
  received: string
}

/**
 * Writes edits that the server itself makes on somebody's behalf, so that they have their place in the order like
 * anybody's. Its own place as a device is the tenant's id. Answers the order's new state.
 */
export async function writeOwn(
  tx: Tx,
  { tenant, id, staff, received }: OwnChange,
  edits: Edit[],
): Promise<number> {
  const author = { staff, role: 'manager', team: null, active: true } as const
  const { receipts, seq } = await reconcile(
    tx,
    {
      tenant,
      device: tenant,
      received,
      changes: [{ id, device: tenant, at: received, app: 'server', edits }],
    },
    async () => author,
    rethrow,
  )
  const [receipt] = receipts
  if (!receipt || receipt.outcome === 'refused')
    throw new Error(`The server’s own change was ${wordOf(receipt)}`)
  return seq
}

/** The server's own changes must not fail quietly. */
export function rethrow(_change: string, fault: unknown): never {
  throw fault
}

function wordOf(receipt: Receipt | undefined): string {
  return receipt
    ? [receipt.outcome, receipt.reason, receipt.detail].filter(Boolean).join(' ')
    : 'not answered'
}
