import type { Observable } from 'rxjs'
import type { Change, Edit } from '#domain/change/change.ts'
import type { Receipt } from '#domain/change/receipt.ts'
import type { Json } from '#domain/json.ts'
import type { KindName } from '#domain/kind/kinds.ts'
import type { Result } from '#domain/result.ts'
import type { Person } from '#protocol/account.ts'
import type { KeepFault } from './faults.ts'
import type { View } from './view.ts'

/** A change on its way: saved here, not settled on the server yet, or refused there. */
export interface OutboxEntry {
  change: Change
  state: 'pending' | 'answered' | 'refused'
  receipt: Receipt | null
}

/** One person's open, unlocked work on this device. Everything in it is in the clear only in memory. */
export interface Workspace {
  readonly person: Person
  readonly device: string

  /** Saves edits as one change. Once it is `ok` the change is on the disk and will not be lost. */
  save(edits: Edit[]): Promise<Result<Change, KeepFault>>

  /**
   * Live views. `file` narrows to one case file, with all that was merged into it. Removed records, and clients whose
   * file was merged into another, are left out unless asked for; by its id a merged client can be read.
   */
  records$<Name extends KindName>(kind: Name, where?: Where): Observable<View<Name>[]>
  record$<Name extends KindName>(kind: Name, id: string): Observable<View<Name> | null>
  /** Everything of one case file, of every kind, with what lies in the files that were merged into it. */
  file$(file: string): Observable<View[]>
  /** Every record on which a person has to choose. */
  questions$: Observable<View[]>
  outbox$: Observable<OutboxEntry[]>

  drafts: Drafts

  /** `work` is run, and waited for, before the vault is locked: the last letters typed reach their draft. */
  beforeLock(work: () => Promise<void>): () => void

  /** Takes a refused change out of the outbox, by a deliberate act, and notes it in the service's log. */
  discard(change: string): Promise<Result<void, KeepFault>>
  /** Puts a refused change's edits into a new change and lets go of the refused one, in one step. */
  sendAgain(change: string, edits: Edit[]): Promise<Result<Change, KeepFault>>
}

export interface Where {
  file?: string
  removed?: boolean
  merged?: boolean
}

/** Work begun and not finished: sealed, autosaved, this person's alone. */
export interface Drafts {
  list$: Observable<Draft[]>
  /** How each draft stands beyond this device, by the draft's id. */
  standing$: Observable<ReadonlyMap<string, DraftStanding>>
  /** How many copies lie at the service that do not open. */
  unreadable$: Observable<number>
  read(id: string): Promise<Draft | null>
  /** Resolves once the draft is on the disk. */
  write(draft: Draft): Promise<Result<void, KeepFault>>
  /** Saves the edits and takes the draft away in one step: nothing lies between. */
  finish(id: string, edits: Edit[]): Promise<Result<Change, KeepFault>>
  discard(id: string): Promise<Result<void, KeepFault>>
  /** Goes on with a copy from another device, or with the one here; the other one is set aside until the end. */
  choose(
    id: string,
    copy: Pick<OtherCopy, 'line' | 'device'>,
    take: 'copy' | 'mine',
  ): Promise<Result<void, KeepFault>>
}

/**
 * - `atService`: the service has this very state of it too, sealed for its author
 * - `closed`: it was ended on another device, while this one holds more than was ended there
 * - `others`: copies that went another way than this one
 */
export interface DraftStanding {
  atService: boolean
  closed: 'finished' | 'discarded' | null
  others: OtherCopy[]
}

/** `setAside`: the person has chosen to go on without it. */
export interface OtherCopy {
  line: string
  device: string
  draft: Draft
  setAside: boolean
}

/** `id` is the id of what the draft is about (a visit); `begunAt` and `savedAt` are for display. */
export interface Draft {
  id: string
  about: string
  begunAt: string
  savedAt: string
  content: { [key: string]: Json }
}
