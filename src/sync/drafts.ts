import { err, ok, type Result } from '#domain/result.ts'
import { DRAFT_LIMITS, type DraftsReply, type PutDrafts, type ServiceCopy } from '#protocol/drafts.ts'
import { type Aside, type AsideOf, nameOf } from '#store/draftAsides.ts'
import { meet, type Outcome, type RemoteCopy, type RemoteEnd } from '#store/draftMeeting.ts'
import { type DraftSealer, draftSealer } from '#store/draftSeal.ts'
import type { DraftShelf } from '#store/draftShelf.ts'
import { compareVersions } from '#store/draftVersions.ts'
import type { Writes } from '#store/kept.ts'
import type { RoundDeps, RoundFault } from './round.ts'

/**
 * Meets the copies of this person's drafts at the service: takes in what is only there, and brings what is only here.
 * Runs beside the work, after it; whatever goes wrong with a draft, it stays on this device and the round goes on.
 */
export async function exchangeDrafts(deps: RoundDeps): Promise<Result<void, RoundFault>> {
  const { keeper, transport } = deps
  const { drafts } = keeper
  const held = [...drafts.drafts.values()].map(({ line }) => line).slice(0, DRAFT_LIMITS.named)
  const listed = await transport.drafts(held, [...drafts.seen.keys()].slice(0, DRAFT_LIMITS.named))
  if (!listed.ok) return listed
  if (isNothing(drafts, listed.value)) return ok(undefined)
  const sealer = await sealerOf(deps)
  if (!sealer.ok) return sealer
  const copies = await openCopies(drafts, sealer.value, listed.value.copies)
  const ends = await openEnds(sealer.value, listed.value.ended)
  let covered: RemoteCopy[] = []
  const met = await keeper.keepDrafts(async (now) => {
    const outcome = meetAll(now, copies, ends)
    covered = outcome.covered
    return asWrites(now, outcome, listed.value.copies)
  })
  return met.ok ? sendDrafts(deps, sealer.value, covered) : met
}

function isNothing(drafts: DraftShelf, { copies, ended }: DraftsReply): boolean {
  return drafts.drafts.size + drafts.asides.length + copies.length + ended.length === 0
}

/** The key is asked for once, and again after a restore, when the server may have made another. */
async function sealerOf({ keeper, transport }: RoundDeps): Promise<Result<DraftSealer, RoundFault>> {
  const [known] = keeper.drafts.asidesOf('key')
  const epoch = keeper.checkpoint?.epoch ?? null
  if (known && known.epoch === epoch) return ok(await draftSealer(known.key))
  const asked = await transport.draftKey()
  if (!asked.ok) return asked
  const { key } = asked.value
  const kept = await keeper.keepDrafts(async (drafts) => {
    const stale = known && known.key !== key ? drafts.asidesOf('sent').map(nameOf) : []
    return { asidePut: await drafts.put([{ is: 'key', key, epoch }]), asideDrop: stale }
  })
  if (known?.key !== key) keeper.drafts.seen.clear()
  return kept.ok ? ok(await draftSealer(key)) : kept
}

async function openCopies(
  { seen }: DraftShelf,
  sealer: DraftSealer,
  copies: readonly ServiceCopy[],
): Promise<RemoteCopy[]> {
  for (const mark of [...seen.keys()].filter((known) => !copies.some((copy) => copy.mark === known)))
    seen.delete(mark)
  for (const { line, device, mark, received, sealed } of copies) {
    if (sealed === null) continue
    const opened = await sealer.open({ line, device }, sealed)
    seen.set(mark, opened && { ...opened, line, device, mark, received })
  }
  return copies.flatMap(({ mark }) => seen.get(mark) ?? [])
}

async function openEnds(sealer: DraftSealer, ended: DraftsReply['ended']): Promise<RemoteEnd[]> {
  const opened = ended.map(async ({ line, device, sealed }) => {
    const end = await sealer.openEnd({ line, device }, sealed)
    return end ? [{ line, ...end }] : []
  })
  return (await Promise.all(opened)).flat()
}

function meetAll(drafts: DraftShelf, copies: readonly RemoteCopy[], ends: readonly RemoteEnd[]): Outcome {
  const mine = [...drafts.drafts.values()]
  return meet({ mine, copies, ends: [...ends, ...drafts.asidesOf('ended')] })
}

/** What a meeting leads to on the disk; nothing where all is as it was. */
async function asWrites(
  drafts: DraftShelf,
  { takes, leaves, offers, closed }: Outcome,
  listed: readonly ServiceCopy[],
): Promise<Writes> {
  const taken = new Set(takes.map(({ draft }) => draft.id))
  const swaps = await Promise.all([
    ...leaves.filter(({ draft }) => !taken.has(draft.id)).map(({ draft }) => drafts.swap(draft.id, null)),
    ...takes.map((copy) => drafts.swap(copy.draft.id, copy)),
  ])
  const unreadable = listed.filter(({ mark }) => drafts.seen.get(mark) === null).length
  const wanted: Aside[] = [
    ...takes.map(({ line, versions, device, mark }) => ({
      is: 'sent' as const,
      line,
      versions,
      device,
      mark,
    })),
    ...closed.map((each) => ({ is: 'closed' as const, ...each })),
    ...offers.map(asOffer),
    ...(unreadable > 0 ? [{ is: 'unreadable' as const, copies: unreadable }] : []),
  ]
  const names = new Set(wanted.map(nameOf))
  const stale = drafts.asides.filter(
    (aside) => !names.has(nameOf(aside)) && isStale(aside, drafts, leaves, listed),
  )
  const fresh = wanted.filter((aside) => !isThere(aside, drafts.asides))
  return {
    ...(swaps.length > 0 && { draftSwap: swaps }),
    ...(fresh.length > 0 && { asidePut: await drafts.put(fresh) }),
    ...(stale.length > 0 && { asideDrop: stale.map(nameOf) }),
  }
}

function asOffer({ line, device, versions, draft }: RemoteCopy): AsideOf<'copy'> {
  return { is: 'copy', line, device, versions, draft, setAside: false }
}

/** What was remembered and is not true any more. A copy that was set aside stays as long as its draft is open. */
function isStale(
  aside: Aside,
  drafts: DraftShelf,
  leaves: Outcome['leaves'],
  listed: readonly ServiceCopy[],
): boolean {
  const left = new Set(leaves.map(({ draft }) => draft.id))
  const lines = new Set(
    [...drafts.drafts.values()].filter(({ draft }) => !left.has(draft.id)).map(({ line }) => line),
  )
  switch (aside.is) {
    case 'key':
    case 'ended':
      return false
    case 'unreadable':
      return true
    case 'closed':
      return !lines.has(aside.line)
    case 'sent':
      return !lines.has(aside.line) || !listed.some((copy) => isAsSent(copy, aside))
    case 'copy':
      return !aside.setAside || left.has(aside.draft.id) || !drafts.drafts.has(aside.draft.id)
  }
}

/** After a restore, or when a late request overtook a newer one, the service has not what was sent: it goes again. */
function isAsSent({ line, device, mark }: ServiceCopy, sent: AsideOf<'sent'>): boolean {
  return line === sent.line && device === sent.device && mark === sent.mark
}

function isThere(aside: Aside, known: readonly Aside[]): boolean {
  const there = known.find((each) => nameOf(each) === nameOf(aside))
  if (aside.is === 'copy' && there?.is === 'copy')
    return compareVersions(there.versions, aside.versions) === 'same'
  return JSON.stringify(there) === JSON.stringify(aside)
}

/** Brings up what altered since it was last brought, as much as a request holds at a time. */
async function sendDrafts(
  { keeper, transport, device }: RoundDeps,
  sealer: DraftSealer,
  covered: readonly RemoteCopy[],
): Promise<Result<void, RoundFault>> {
  const { drafts } = keeper
  const epoch = keeper.checkpoint?.epoch ?? null
  const ended = endsToTell(drafts, epoch).slice(0, DRAFT_LIMITS.named)
  const sealedEnds = ended.map(async ({ line, how, versions }) => ({
    line,
    sealed: await sealer.sealEnd({ line, device }, { how, versions }),
  }))
  const dropped = covered.map(({ line, device: of, mark }) => ({ line, device: of, mark }))
  const first = {
    device,
    ended: await Promise.all(sealedEnds),
    dropped: dropped.slice(0, DRAFT_LIMITS.named),
  }
  for (const [i, batch] of (await batches(drafts, sealer, device)).entries()) {
    const besides = i === 0 ? first : { device, ended: [], dropped: [] }
    const put: PutDrafts = { ...besides, drafts: batch.map(({ line, sealed }) => ({ line, sealed })) }
    if (put.drafts.length + put.ended.length + put.dropped.length === 0) continue
    const reply = await transport.putDrafts(put)
    if (!reply.ok) return err(reply.error)
    const sent = batch.flatMap(({ line, versions }): Aside[] => {
      const mark = reply.value.kept.find((kept) => kept.line === line)?.mark
      return mark === undefined ? [] : [{ is: 'sent', line, versions, device, mark }]
    })
    const told = i === 0 ? ended.map((end) => ({ ...end, told: epoch })) : []
    const kept = await keeper.keepDrafts(async (now) => ({
      asidePut: await now.put([...sent, ...told]),
      asideDrop: oldEnds(now).map(nameOf),
    }))
    if (!kept.ok) return kept
  }
  return ok(undefined)
}

/** So many endings a device remembers for a server that may have been restored, the latest. */
const MOST_ENDED = 50

function endsToTell(drafts: DraftShelf, epoch: string | null): AsideOf<'ended'>[] {
  return drafts.asidesOf('ended').filter(({ told }) => told === null || told !== epoch)
}

function oldEnds(drafts: DraftShelf): AsideOf<'ended'>[] {
  const told = drafts.asidesOf('ended').filter((end) => end.told !== null)
  // Lines are named by the time at which they began (UUIDv7).
  return told.toSorted((a, b) => b.line.localeCompare(a.line)).slice(MOST_ENDED)
}

interface Outgoing extends Pick<AsideOf<'sent'>, 'line' | 'versions'> {
  sealed: string
}

/** Drafts that the service has not in their present state. One that no request can hold stays here. At least one batch. */
async function batches(drafts: DraftShelf, sealer: DraftSealer, device: string): Promise<Outgoing[][]> {
  const changed = [...drafts.drafts.values()].filter((kept) => !drafts.isAtService(kept))
  const all: Outgoing[][] = [[]]
  let length = 0
  for (const kept of changed.slice(0, DRAFT_LIMITS.named)) {
    const { line, versions } = kept
    const sealed = await sealer.seal({ line, device }, kept)
    if (sealed.length > DRAFT_LIMITS.sealed) continue
    length += sealed.length
    if (length > DRAFT_LIMITS.sealed) {
      all.push([])
      length = sealed.length
    }
    all.at(-1)?.push({ line, versions, sealed })
  }
  return all
}
