import { err, ok, type Result } from '#domain/result.ts'
import { PULL_PAGE, type Manifest } from '#protocol/sync.ts'
import type { KeepFault } from '#store/faults.ts'
import type { Keeper } from '#store/keeper.ts'
import { reportBug } from '#store/reportBug.ts'
import { bringBack } from './bringBack.ts'
import { exchangeDrafts } from './drafts.ts'
import { askAgain, pendingChanges, sendAll } from './send.ts'
import { isStillIn } from './stillIn.ts'
import type { Transport, TransportFault } from './transport.ts'

export type RoundFault = TransportFault | KeepFault
type Step = Promise<Result<void, RoundFault>>

export interface RoundDeps {
  keeper: Keeper
  transport: Transport
  device: string
  /** Called with the number of records that came so far in this round. */
  onReceived?: (received: number) => void
  /** Called when the person's access has changed: who they are to the service now. */
  onAccess?: () => Step
}

/**
 * One whole exchange with the server: everything waiting goes up, then everything new comes down. It is `ok` only
 * when at its end nothing was waiting and no page was left. Whatever happens in the middle, each step by itself
 * leaves the device in a state from which the next round goes on.
 */
export async function syncRound(deps: RoundDeps): Step {
  const end = await exchangeRecords(deps)
  // Not part of what is called sent: a draft is kept at every answer, and is nobody else's until it is finished.
  if (end.ok || !ENDS_CONTACT.has(end.error)) await exchangeDrafts(deps).catch(reportBug)
  return end
}

const ENDS_CONTACT: ReadonlySet<RoundFault> = new Set(['offline', 'signIn', 'locked', 'lost', 'outdated'])

async function exchangeRecords(deps: RoundDeps): Step {
  const current = await deps.keeper.refresh()
  if (!current.ok) return current
  const begun = deps.keeper.checkpoint ? ok(undefined) : await begin(deps)
  if (!begun.ok) return begun
  for (let first = true; first || pendingChanges(deps.keeper).length > 0; first = false) {
    const epoch = deps.keeper.checkpoint?.epoch
    const sent = await sendAll(deps, epoch)
    if (!sent.ok) return sent
    const asked = first && sent.value === 'sent' ? await askAgain(deps, epoch) : ok(undefined)
    if (!asked.ok) return asked
    const received = sent.value === 'elsewhere' ? await compare(deps) : await receiveAll(deps)
    if (!received.ok) return received
    if (sent.value === 'waits') return err('serverOlder')
  }
  return ok(undefined)
}

/**
 * On a new device the files of the next visits come early, so that it is ready for the road before the rest. One page
 * comes before them: with it the device stands somewhere in the order, and is told whatever leaves from there on. They
 * are kept once the next page shows that they are of the same order.
 */
async function begin({ keeper, transport }: RoundDeps): Step {
  const first = await transport.pull(null)
  if (!first.ok) return first
  if (first.value.kind === 'compare') return err('fault')
  const { records, gone, checkpoint, more } = first.value
  const kept = await keeper.keepRecords(records, gone, checkpoint, more)
  if (!kept.ok || !more) return kept
  const ready = await transport.ready()
  if (!ready.ok) return ready
  const next = await transport.pull(checkpoint)
  if (!next.ok) return next
  if (next.value.kind === 'compare') return ok(undefined)
  const early = await keeper.keepRecords(ready.value.records, [], null)
  if (!early.ok) return early
  const { records: later, gone: left, checkpoint: to } = next.value
  return keeper.keepRecords(later, left, to, next.value.more)
}

async function receiveAll(deps: RoundDeps): Step {
  const { keeper, transport, onReceived } = deps
  for (let received = 0; ;) {
    const reply = await transport.pull(keeper.checkpoint)
    if (!reply.ok) return reply
    if (reply.value.kind === 'compare') return compare(deps)
    const { records, gone, checkpoint, more } = reply.value
    if (movesNothing(keeper, checkpoint.seq) && more) return err('fault')
    const nothingNew = records.length + gone.length === 0 && sameCheckpoint(keeper, checkpoint)
    const done = nothingNew && !awaitsRecords(keeper)
    const kept = done ? ok(undefined) : await keeper.keepRecords(records, gone, checkpoint, more)
    if (!kept.ok) return kept
    received += records.length
    onReceived?.(received)
    if (!more) return ok(undefined)
  }
}

function movesNothing(keeper: Keeper, seq: number): boolean {
  return keeper.checkpoint !== null && keeper.checkpoint.seq >= seq
}

/** Whether a change has its answer, and goes once the records are all there that show it. */
function awaitsRecords(keeper: Keeper): boolean {
  return keeper.outbox().some(({ state }) => state === 'answered')
}

function sameCheckpoint({ checkpoint }: Keeper, next: Manifest['checkpoint']): boolean {
  return (
    checkpoint !== null &&
    checkpoint.seq === next.seq &&
    checkpoint.epoch === next.epoch &&
    checkpoint.scopeVersion === next.scopeVersion
  )
}

/**
 * After a change of access: what differs from the server's list is fetched, what is not on it goes, and only then the
 * checkpoint moves. Nobody starts from zero, and nothing unsent is touched. After a restore the device first gives back
 * what the server has lost.
 */
async function compare(deps: RoundDeps): Step {
  const { keeper, transport, onReceived } = deps
  const manifest = await transport.manifest()
  if (!manifest.ok) return manifest
  const { checkpoint, records } = manifest.value
  const here = keeper.checkpoint
  if (here && here.epoch !== checkpoint.epoch) return bringBack(deps, here)
  const revs = new Map(records)
  const wanted = [...revs].filter(([id, rev]) => keeper.record(id)?.rev !== rev).map(([id]) => id)
  // What is on the list and does not come has left the person's sight in between.
  const left = new Set(wanted)
  for (let at = 0; at < wanted.length; at += PULL_PAGE) {
    const fetched = await transport.fetch(wanted.slice(at, at + PULL_PAGE))
    if (!fetched.ok) return fetched
    const still = await isStillIn(transport, checkpoint)
    if (!still.ok) return still
    if (!still.value) return err('busy')
    const kept = await keeper.keepRecords(fetched.value.records, [], null)
    if (!kept.ok) return kept
    for (const { id } of fetched.value.records) left.delete(id)
    onReceived?.(at + fetched.value.records.length)
  }
  const learnt = here && here.scopeVersion !== checkpoint.scopeVersion ? await deps.onAccess?.() : undefined
  if (learnt && !learnt.ok) return learnt
  const gone = [...keeper.recordIds].filter((id) => !revs.has(id) || left.has(id))
  return keeper.keepRecords([], gone, checkpoint)
}
