import type { Sealer } from '#vault/seal.ts'
import { type Aside, type AsideOf, type DraftEnd, nameOf, openAside, sealAside } from './draftAsides.ts'
import type { RemoteCopy } from './draftMeeting.ts'
import { type KeptDraft, openDraft, sealDraft } from './drafts.ts'
import { compareVersions, joined, stepped } from './draftVersions.ts'
import { type AsideRow, type DraftRow, type DraftSwap, sameBytes, type Writes } from './kept.ts'
import type { Draft, DraftStanding } from './workspace.ts'

interface ShelfDeps {
  sealer: Sealer
  device: string
  clock: () => Date
  newId: () => string
}

type Copy = AsideOf<'copy'>
type Handle = Pick<KeptDraft, 'line' | 'versions'>

/**
 * The drafts of one person on this device, and what is remembered about them. Memory of what lies on the disk; every
 * step is planned here as writes, and kept by the keeper.
 */
export class DraftShelf {
  readonly #deps: ShelfDeps
  readonly #drafts = new Map<string, KeptDraft>()
  readonly #asides = new Map<string, Aside>()
  /** What this tab read or wrote last of a draft. What came from elsewhere meanwhile is not part of what it writes. */
  readonly #inHand = new Map<string, Handle | null>()
  /** Copies at the service that were opened already, by mark; null for those that do not open. */
  readonly seen = new Map<string, RemoteCopy | null>()
  #rows = new Map<string, DraftRow['sealed']>()
  #asideRows = new Map<string, AsideRow['sealed']>()

  constructor(deps: ShelfDeps) {
    this.#deps = deps
  }

  /** Takes what was read from the disk; answers whether anything is different. */
  async refresh(drafts: DraftRow[], asides: AsideRow[]): Promise<boolean> {
    const { sealer, device } = this.#deps
    const stale = drafts.filter((row) => !sameBytes(this.#rows.get(row.id), row.sealed))
    const staleAsides = asides.filter((row) => !sameBytes(this.#asideRows.get(row.name), row.sealed))
    const opened = await Promise.all(stale.map((row) => openDraft(sealer, row, device)))
    const openedAsides = await Promise.all(staleAsides.map((row) => openAside(sealer, row)))
    const left = keepOnly(this.#drafts, new Set(drafts.map((row) => row.id)))
    const leftAsides = keepOnly(this.#asides, new Set(asides.map((row) => row.name)))
    for (const kept of opened) this.#drafts.set(kept.draft.id, kept)
    for (const aside of openedAsides) this.#asides.set(nameOf(aside), aside)
    this.#rows = new Map(drafts.map((row) => [row.id, row.sealed]))
    this.#asideRows = new Map(asides.map((row) => [row.name, row.sealed]))
    return left + leftAsides + opened.length + openedAsides.length > 0
  }

  forget(): void {
    this.#drafts.clear()
    this.#asides.clear()
    this.#inHand.clear()
    this.seen.clear()
  }

  get drafts(): ReadonlyMap<string, KeptDraft> {
    return this.#drafts
  }

  list(): Draft[] {
    return [...this.#drafts.values()].map(({ draft }) => draft)
  }

  get asides(): Aside[] {
    return [...this.#asides.values()]
  }

  asidesOf<Is extends Aside['is']>(is: Is): AsideOf<Is>[] {
    return [...this.#asides.values()].filter((aside): aside is AsideOf<Is> => aside.is === is)
  }

  /** Whether the service has this very state of a draft. */
  isAtService({ line, versions }: Handle): boolean {
    return this.asidesOf('sent').some(
      (sent) => sent.line === line && compareVersions(sent.versions, versions) === 'same',
    )
  }

  standing(): Map<string, DraftStanding> {
    return new Map([...this.#drafts.values()].map((kept) => [kept.draft.id, this.#standingOf(kept)]))
  }

  /** The sealed rows of drafts whose present state the service has, by draft. */
  rowsAtService(): Map<string, DraftRow['sealed']> {
    return new Map([...this.#rows].filter(([id]) => this.#isSafe(id)))
  }

  /** Gives a draft into the hand of a screen. */
  read(id: string): Draft | null {
    const kept = this.#drafts.get(id)
    this.#inHand.set(id, kept ? handleOf(kept) : null)
    return kept?.draft ?? null
  }

  /** Notes what a screen has in hand once it is kept. */
  hold(id: string, handle: Handle | null): void {
    this.#inHand.set(id, handle)
  }

  /** A draft as a screen writes it: a step on from what that screen had in hand, and from nothing else. */
  written(draft: Draft): KeptDraft {
    const kept = this.#drafts.get(draft.id)
    const hand = this.#inHand.get(draft.id)
    const base = hand === undefined ? kept : hand
    const line = base?.line ?? this.#deps.newId()
    return { draft, line, versions: this.#step(line, base?.versions ?? {}) }
  }

  seal(kept: KeptDraft): Promise<DraftRow> {
    return sealDraft(this.#deps.sealer, kept)
  }

  /** Lets go of a draft; the service and other devices are told of what was in hand here, and of nothing beyond. */
  async ended(id: string, how: DraftEnd): Promise<Writes> {
    const hand = this.#inHand.get(id)
    const ending = hand === undefined ? this.#drafts.get(id) : hand
    const about = this.asidesOf('copy').filter((copy) => copy.draft.id === id)
    const lines = [ending?.line, this.#drafts.get(id)?.line].flatMap((line) => line ?? [])
    return {
      draftDrop: [id],
      asidePut: ending ? await this.put([{ is: 'ended', how, told: null, ...handleOf(ending) }]) : [],
      asideDrop: [
        ...about.map(nameOf),
        ...lines.flatMap((line) => [`draft sent ${line}`, `draft closed ${line}`]),
      ],
    }
  }

  /** The person has chosen: a copy from another device, or the one here. The other is set aside until the end. */
  async chosen(id: string, copy: { line: string; device: string }, take: 'copy' | 'mine'): Promise<Writes> {
    const mine = this.#drafts.get(id)
    const other = this.asidesOf('copy').find((c) => c.line === copy.line && c.device === copy.device)
    if (!mine || !other) return {}
    const next = this.#merged(mine, other, take)
    const left = take === 'copy' ? mine : other
    const gone = next.line === mine.line ? other : mine
    return {
      draftPut: [await this.seal(next)],
      asidePut: await this.put([
        asSetAside(left, take === 'copy' ? this.#deps.device : other.device),
        ...(gone.line === next.line ? [] : [asDiscarded(gone)]),
      ]),
      asideDrop: take === 'copy' ? [nameOf(other)] : [],
    }
  }

  put(asides: Aside[]): Promise<AsideRow[]> {
    return Promise.all(asides.map((aside) => sealAside(this.#deps.sealer, aside)))
  }

  /** What lies at a draft's place now goes for another, or for nothing, unless it has altered by then. */
  async swap(id: string, next: KeptDraft | null): Promise<DraftSwap> {
    return { id, was: this.#rows.get(id) ?? null, to: next ? (await this.seal(next)).sealed : null }
  }

  #standingOf(kept: KeptDraft): DraftStanding {
    const { id } = kept.draft
    return {
      atService: this.isAtService(kept),
      closed: this.asidesOf('closed').find(({ line }) => line === kept.line)?.how ?? null,
      others: this.asidesOf('copy')
        .filter(({ draft }) => draft.id === id)
        .map(({ line, device, draft, setAside }) => ({ line, device, draft, setAside })),
    }
  }

  #isSafe(id: string): boolean {
    const kept = this.#drafts.get(id)
    return kept !== undefined && this.isAtService(kept)
  }

  /** One line goes on with all that both had seen; of two beginnings one goes on, and the other ends. */
  #merged(mine: KeptDraft, other: Copy, take: 'copy' | 'mine'): KeptDraft {
    const { line, draft } = take === 'copy' ? other : mine
    const sameLine = mine.line === other.line
    const known = sameLine ? joined(mine.versions, other.versions) : (take === 'copy' ? other : mine).versions
    return { draft, line, versions: this.#step(line, known) }
  }

  #step(line: string, versions: KeptDraft['versions']): KeptDraft['versions'] {
    const { device, clock } = this.#deps
    const same = [...this.#drafts.values()].find((kept) => kept.line === line)
    return stepped(versions, device, same?.versions[device] ?? 0, clock().getTime())
  }
}

function handleOf({ line, versions }: Handle): Handle {
  return { line, versions }
}

function asDiscarded(gone: Handle): AsideOf<'ended'> {
  return { is: 'ended', how: 'discarded', told: null, ...handleOf(gone) }
}

function asSetAside({ draft, line, versions }: KeptDraft, device: string): Copy {
  return { is: 'copy', line, device, versions, draft, setAside: true }
}

function keepOnly(map: Map<string, unknown>, names: ReadonlySet<string>): number {
  const left = [...map.keys()].filter((name) => !names.has(name))
  for (const name of left) map.delete(name)
  return left.length
}
