import type { DraftEnd } from './draftAsides.ts'
import type { KeptDraft } from './drafts.ts'
import { compareVersions, covers, type Versions } from './draftVersions.ts'

/** A copy at the service, opened. */
export interface RemoteCopy extends KeptDraft {
  device: string
  mark: string
  received: string
}

export interface RemoteEnd {
  line: string
  versions: Versions
  how: DraftEnd
}

/** What a device holds, and what the service has. */
export interface Meeting {
  mine: readonly KeptDraft[]
  copies: readonly RemoteCopy[]
  /** Those of the service, and those of this device that it is not told of yet. */
  ends: readonly RemoteEnd[]
}

/**
 * What follows from a meeting.
 *
 * - `takes`: copies that come into a draft's place: nothing is there, or nothing that they do not hold
 * - `leaves`: drafts that go, since all of them was ended elsewhere
 * - `offers`: copies that went another way than the draft here: a person chooses
 * - `closed`: lines that were ended elsewhere while this device holds more
 * - `covered`: copies at the service that hold nothing beyond what was ended
 */
export interface Outcome {
  takes: RemoteCopy[]
  leaves: KeptDraft[]
  offers: RemoteCopy[]
  closed: { line: string; how: DraftEnd }[]
  covered: RemoteCopy[]
}

/**
 * Where the copies of a person's drafts meet. Nothing that only one device holds is ever replaced or let go:
 *
 * | here                              | at the service                  | then                                  |
 * |-----------------------------------|---------------------------------|---------------------------------------|
 * | not begun                         | a copy                          | it is taken in                        |
 * | a draft                           | a copy that holds it, and more  | the copy takes its place              |
 * | a draft                           | a copy that holds no more       | nothing                               |
 * | a draft                           | a copy that went another way    | both stay, and are offered            |
 * | another draft of the same form    | a copy                          | both stay, and are offered            |
 * | a draft, all of it ended          |                                 | it goes                               |
 * | a draft that holds more           | ended                           | it stays, and it is said              |
 * | not begun                         | a copy that holds more, ended   | it is taken in, and it is said        |
 */
export function meet({ mine, copies, ends }: Meeting): Outcome {
  const outcome: Outcome = { takes: [], leaves: [], offers: [], closed: [], covered: [] }
  const places = new Map(mine.map((kept) => [kept.draft.id, kept]))
  for (const kept of mine) meetEnd(kept, endsOf(ends, kept.line), outcome, places)
  const open = copies.filter((copy) => !isCovered(copy, ends))
  outcome.covered.push(...copies.filter((copy) => isCovered(copy, ends)))
  for (const ofLine of Map.groupBy(open, ({ line }) => line).values())
    meetCopies(ofLine, ends, outcome, places)
  return outcome
}

function meetEnd(
  kept: KeptDraft,
  ends: readonly RemoteEnd[],
  outcome: Outcome,
  places: Map<string, KeptDraft>,
): void {
  const [end] = ends
  if (!end) return
  if (isCovered(kept, ends)) {
    outcome.leaves.push(kept)
    places.delete(kept.draft.id)
  } else outcome.closed.push({ line: kept.line, how: end.how })
}

function meetCopies(
  copies: readonly RemoteCopy[],
  ends: readonly RemoteEnd[],
  outcome: Outcome,
  places: Map<string, KeptDraft>,
): void {
  const all = foremost(copies)
  const here = all[0] && places.get(all[0].draft.id)
  const best = all.find((copy) => here && isOvertaken(here, copy)) ?? all[0]
  if (!best) return
  const taken = !here || isOvertaken(here, best)
  const now = taken ? best : here
  places.set(best.draft.id, now)
  if (taken) outcome.takes.push(best)
  const [end] = endsOf(ends, best.line)
  if (!here && end) outcome.closed.push({ line: best.line, how: end.how })
  outcome.offers.push(...all.filter((copy) => isAnotherWay(copy, now)))
}

/** Those that no other holds, each once; the one first that the service received last. */
function foremost(copies: readonly RemoteCopy[]): RemoteCopy[] {
  const sorted = copies.toSorted(
    (a, b) => b.received.localeCompare(a.received) || a.device.localeCompare(b.device),
  )
  return sorted.filter(
    ({ versions }, i) =>
      !sorted.some((other) => compareVersions(other.versions, versions) === 'newer') &&
      !sorted.slice(0, i).some((other) => compareVersions(other.versions, versions) === 'same'),
  )
}

function isOvertaken(here: KeptDraft, copy: RemoteCopy): boolean {
  return here.line === copy.line && compareVersions(copy.versions, here.versions) === 'newer'
}

function isAnotherWay(copy: RemoteCopy, here: KeptDraft): boolean {
  return here.line !== copy.line || compareVersions(copy.versions, here.versions) === 'apart'
}

function isCovered(
  { line, versions }: Pick<KeptDraft, 'line' | 'versions'>,
  ends: readonly RemoteEnd[],
): boolean {
  return endsOf(ends, line).some((end) => covers(end.versions, versions))
}

function endsOf(ends: readonly RemoteEnd[], line: string): RemoteEnd[] {
  return ends.filter((end) => end.line === line)
}
