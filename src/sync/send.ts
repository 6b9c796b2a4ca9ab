import type { Change } from '#domain/change/change.ts'
import { isAskedAfter, type Receipt } from '#domain/change/receipt.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { PUSH_LIMITS } from '#protocol/sync.ts'
import type { Keeper } from '#store/keeper.ts'
import type { RoundDeps, RoundFault } from './round.ts'

/**
 * Everything that waits went up; or the server is in another epoch and took nothing; or it is older than this app and
 * does not understand some of it yet, which waits, together with what comes after.
 */
export type Sent = 'sent' | 'elsewhere' | 'waits'

/**
 * Sends what waits, in the order of saving, until nothing does.
 *
 * @param epoch the one that the changes are meant for; without it they are taken in any
 */
export async function sendAll(
  { keeper, transport, device }: RoundDeps,
  epoch: string | undefined,
): Promise<Result<Sent, RoundFault>> {
  for (let waiting = pendingChanges(keeper); waiting.length > 0; waiting = pendingChanges(keeper)) {
    const { batch, tooLarge } = nextBatch(waiting)
    const refused = await keeper.keepReceipts(tooLarge.map(refusedAsTooLarge))
    if (!refused.ok) return refused
    if (batch.length === 0) continue
    const reply = await transport.push(device, batch, epoch)
    if (!reply.ok) return reply
    const there = reply.value.epoch ?? epoch
    if (epoch !== undefined && there !== epoch) return ok('elsewhere')
    const sent = new Set(batch.map((change) => change.id))
    const receipts = reply.value.receipts.filter((receipt) => sent.has(receipt.change))
    const waits = (reply.value.waiting ?? []).some((id) => sent.has(id))
    if (receipts.length === 0) return waits ? ok('waits') : err('fault')
    const kept = await keeper.keepReceipts(receipts, there)
    if (!kept.ok) return kept
    if (waits) return ok('waits')
  }
  return ok('sent')
}

/**
 * Asks after the changes whose answer may turn (`isAskedAfter`), by sending them once more: each gets the same answer,
 * or the one that it has turned to.
 */
export async function askAgain(
  { keeper, transport, device }: RoundDeps,
  epoch: string | undefined,
): Promise<Result<void, RoundFault>> {
  let asked = keeper.outbox().flatMap(({ change, receipt, state }) => {
    return state === 'refused' && receipt && isAskedAfter(receipt) ? [change] : []
  })
  while (asked.length > 0) {
    const { batch } = nextBatch(asked)
    const reply = await transport.push(device, batch, epoch)
    if (!reply.ok) return reply
    // What another epoch answers is asked for once the device is there.
    const there = reply.value.epoch ?? epoch
    if (epoch !== undefined && there !== epoch) return ok(undefined)
    const kept = await keeper.keepReceipts(reply.value.receipts, there)
    if (!kept.ok) return kept
    const done = new Set(batch.map((change) => change.id))
    asked = asked.filter((change) => !done.has(change.id))
  }
  return ok(undefined)
}

export function pendingChanges(keeper: Keeper): Change[] {
  return keeper
    .outbox()
    .filter((entry) => entry.state === 'pending')
    .map((entry) => entry.change)
}

/** As many changes as one push may hold, in order. One that no push can hold is refused here, and said. */
function nextBatch(waiting: Change[]): { batch: Change[]; tooLarge: Change[] } {
  const batch: Change[] = []
  const tooLarge: Change[] = []
  let bytes = 0
  for (const change of waiting) {
    const size = bytesOf(change)
    if (size > PUSH_LIMITS.changeBytes) tooLarge.push(change)
    else if (batch.length === PUSH_LIMITS.changes || bytes + size > PUSH_LIMITS.bytes) break
    else {
      batch.push(change)
      bytes += size
    }
  }
  return { batch, tooLarge }
}

/** What it takes on the wire. */
export function bytesOf(sent: object): number {
  return new TextEncoder().encode(JSON.stringify(sent)).length
}

function refusedAsTooLarge(change: Change): Receipt {
  return { change: change.id, outcome: 'refused', seq: 0, reason: 'tooLarge' }
}
