import { hidesItsBody } from '#domain/merge/mergeReturned.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { RETURN_LIMITS, type ReturnsReply } from '#protocol/returns.ts'
import { type Checkpoint, PULL_PAGE } from '#protocol/sync.ts'
import type { Queued } from '#store/outbox.ts'
import type { RoundDeps, RoundFault } from './round.ts'
import { bytesOf, sendAll } from './send.ts'
import { isStillIn } from './stillIn.ts'

type Answer<T> = Promise<Result<T, RoundFault>>

/** The server was restored once more while the device was at it: everything from the beginning. */
const AGAIN = 'again'
/** A server that is restored again and again is not there to be caught up with. */
const MOST_ATTEMPTS = 3

/** `from`: where the device stands; `since`: up to here it has the same past as the server, which is in `epoch`. */
interface Ground {
  deps: RoundDeps
  from: Checkpoint
  epoch: string
  since: number
}

/**
 * The server was restored from a backup and has lost what came after it. Nothing that it acknowledged may be lost by
 * that, so the device, which moves its checkpoint last, gives back what it holds:
 *
 * 1. the records from beyond the common past. With them every value is there again as it was, whoever wrote it. Not
 *    those that were removed, which it holds without their body: they follow from the changes
 * 2. its person's settled changes whose outcome those records show: into the history
 * 3. settled changes of which it holds no record any more, or a removed one: they wait in the outbox again, in their
 *    old order, as does what was answered and not yet pulled
 * 4. all that waits, as ever. Only now: it builds on what came back
 *
 * Then it takes over what the server holds. Each step may be taken twice, and by any number of devices.
 */
export async function bringBack(deps: RoundDeps, from: Checkpoint): Answer<void> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const end = await bringBackOnce(deps, from)
    if (!end.ok) return end
    if (end.value !== AGAIN) return ok(undefined)
  }
  return err('busy')
}

async function bringBackOnce(deps: RoundDeps, from: Checkpoint): Answer<typeof AGAIN | 'done'> {
  const asked = await deps.transport.giveBack(from, [], [])
  if (!asked.ok) return asked
  const ground: Ground = { deps, from, epoch: asked.value.epoch, since: asked.value.since }
  const refused = await giveRecords(ground)
  if (!refused.ok) return refused
  if (refused.value === AGAIN) return ok(AGAIN)
  const given = await giveSettled(ground, refused.value)
  if (!given.ok) return given
  if (given.value === AGAIN) return ok(AGAIN)
  const sent = await sendAll(deps, ground.epoch)
  if (!sent.ok) return sent
  return sent.value === 'elsewhere' ? ok(AGAIN) : takeOver(ground)
}

/** Gives back the records from beyond the common past; answers the ids that the server would not have from here. */
async function giveRecords(ground: Ground): Answer<typeof AGAIN | Set<string>> {
  const { deps, from, epoch, since } = ground
  const refused = new Set<string>()
  for (const page of pagesOf(lostRecords(deps, since), RETURN_LIMITS.records)) {
    const reply = await deps.transport.giveBack(from, page, [])
    if (!reply.ok) return reply
    if (reply.value.epoch !== epoch) return ok(AGAIN)
    for (const { id, outcome } of reply.value.records) if (outcome === 'refused') refused.add(id)
  }
  return ok(refused)
}

/** Clients first: what is in a file needs its client to be there. */
function lostRecords({ keeper }: RoundDeps, since: number): StoredRecord[] {
  const isOfClient = (record: StoredRecord) => (record.kind === 'client' ? 0 : 1)
  return [...keeper.recordIds]
    .flatMap((id) => keeper.record(id) ?? [])
    .filter((record) => record.seq > since && !hidesItsBody(record))
    .toSorted((a, b) => isOfClient(a) - isOfClient(b) || a.seq - b.seq)
}

async function giveSettled(ground: Ground, refused: Set<string>): Answer<typeof AGAIN | 'given'> {
  const { keeper } = ground.deps
  const sent = await keeper.sentAfter(ground.since)
  if (!sent.ok) return sent
  const lost = sent.value.filter((entry) => entry.epoch !== ground.epoch)
  const isShown = (id: string) => {
    const record = keeper.record(id)
    return record !== null && !hidesItsBody(record) && !refused.has(id)
  }
  const shown = lost.filter(({ change }) => change.edits.every((edit) => isShown(edit.id)))
  const rejected = await giveHistory(ground, shown)
  if (!rejected.ok) return rejected
  if (rejected.value === AGAIN) return ok(AGAIN)
  const unshown = [...lost.filter((entry) => !shown.includes(entry)), ...rejected.value]
  const waiting = await keeper.sendLostAgain(unshown, ground.epoch)
  return waiting.ok ? ok('given') : waiting
}

/** Puts changes into the history whose outcome is there; answers those that the server would not take that way. */
async function giveHistory(ground: Ground, shown: Queued[]): Answer<typeof AGAIN | Queued[]> {
  const { deps, from, epoch } = ground
  const rejected: Queued[] = []
  for (const page of pagesOf(shown, RETURN_LIMITS.changes)) {
    const reply = await deps.transport.giveBack(
      from,
      [],
      page.map((entry) => entry.change),
    )
    if (!reply.ok) return reply
    if (reply.value.epoch !== epoch) return ok(AGAIN)
    const taken = takenOf(reply.value)
    const kept = await deps.keeper.keepSentAgain(page, taken, epoch)
    if (!kept.ok) return kept
    const ids = new Set(taken.map((receipt) => receipt.change))
    rejected.push(...page.filter((entry) => !ids.has(entry.change.id)))
  }
  return ok(rejected)
}

function takenOf({ receipts }: ReturnsReply) {
  return receipts.filter((receipt) => receipt.outcome !== 'refused')
}

/**
 * What the device holds from beyond the common past is fetched even where its revision reads the same: numbers given
 * out before and after the restore say nothing about one another. All of it is kept at once, so that the device never
 * holds a mixture of two pasts.
 */
async function takeOver({ deps, epoch, since }: Ground): Answer<typeof AGAIN | 'done'> {
  const { keeper, transport } = deps
  const manifest = await transport.manifest()
  if (!manifest.ok) return manifest
  if (manifest.value.checkpoint.epoch !== epoch) return ok(AGAIN)
  const revs = new Map(manifest.value.records)
  const isAsThere = (id: string, rev: number) => {
    const held = keeper.record(id)
    return held !== null && held.rev === rev && held.seq <= since
  }
  const wanted = [...revs].filter(([id, rev]) => !isAsThere(id, rev)).map(([id]) => id)
  const fetched = await fetchAll(deps, wanted)
  if (!fetched.ok) return fetched
  const still = await isStillIn(transport, manifest.value.checkpoint)
  if (!still.ok) return still
  if (!still.value) return ok(AGAIN)
  const came = new Set(fetched.value.map(({ id }) => id))
  // What is on the list and does not come has left the person's sight in between.
  const left = wanted.filter((id) => !came.has(id))
  const gone = [...keeper.recordIds].filter((id) => !revs.has(id)).concat(left)
  const kept = await keeper.keepRecords(fetched.value, gone, manifest.value.checkpoint)
  return kept.ok ? ok('done') : kept
}

async function fetchAll({ transport, onReceived }: RoundDeps, ids: string[]): Answer<StoredRecord[]> {
  const records: StoredRecord[] = []
  for (let at = 0; at < ids.length; at += PULL_PAGE) {
    const fetched = await transport.fetch(ids.slice(at, at + PULL_PAGE))
    if (!fetched.ok) return fetched
    records.push(...fetched.value.records)
    onReceived?.(records.length)
  }
  return ok(records)
}

/** Portions that one request can hold, in order. What is too large for any other goes by itself. */
function pagesOf<Item extends object>(items: Item[], most: number): Item[][] {
  const pages: Item[][] = []
  let bytes = Infinity
  for (const item of items) {
    const size = bytesOf(item)
    const last = pages.at(-1)
    if (last && last.length < most && bytes + size <= RETURN_LIMITS.bytes) {
      last.push(item)
      bytes += size
    } else {
      pages.push([item])
      bytes = size
    }
  }
  return pages
}
