import type { Checkpoint } from '#protocol/sync.ts'
import type { Bytes } from '#vault/bytes.ts'
import type { KeepFault } from './faults.ts'

/** About a hundred records sealed together. `stamp` counts commits: a tab sees by it what it has not read yet. */
export interface PageRow {
  page: number
  stamp: number
  sealed: Bytes
}

/**
 * One change on its way up. `order` is the order of saving, over all tabs. `sealed` holds the change and, once
 * there is one, its receipt; `seq` is the receipt's.
 */
export interface OutboxRow {
  order: number
  id: string
  state: 'pending' | 'answered' | 'refused'
  seq: number | null
  sealed: Bytes
}

/** A settled change, under the order it had in the outbox. Kept for the day on which the server may have lost it. */
export type SentRow = Pick<OutboxRow, 'order' | 'id' | 'sealed'> & { seq: number }

/** So many settled changes are kept, the newest by order of saving: a megabyte or two of sealed rows. */
export const MOST_SENT = 1_000

export interface DraftRow {
  id: string
  sealed: Bytes
}

/** Something small that is remembered beside the work, sealed, under a name that says nothing of it. */
export interface AsideRow {
  name: string
  sealed: Bytes
}

/** Puts a draft in another's place, or takes it away (`to` null), if what lies there is still what it was. */
export interface DraftSwap {
  id: string
  was: Bytes | null
  to: Bytes | null
}

/** What one commit writes. All of it becomes durable together, or none of it. */
export interface Writes {
  pages?: Omit<PageRow, 'stamp'>[]
  checkpoint?: Checkpoint
  outboxAdd?: Omit<OutboxRow, 'order'>[]
  outboxPut?: OutboxRow[]
  outboxDrop?: number[]
  /** What is beyond `MOST_SENT` goes, the oldest first. */
  sentPut?: SentRow[]
  sentDrop?: number[]
  draftPut?: DraftRow[]
  draftDrop?: string[]
  draftSwap?: DraftSwap[]
  asidePut?: AsideRow[]
  asideDrop?: string[]
}

/** What has been kept since a stamp, and everything that is always small. */
export interface Reading {
  stamp: number
  pages: PageRow[]
  outbox: OutboxRow[]
  drafts: DraftRow[]
  asides: AsideRow[]
  checkpoint: Checkpoint | null
}

/**
 * The durable storage of one person on one device. Everything that must not be lost passes through `commit`.
 * @throws KeepError from every call
 */
export interface Kept {
  /** One consistent view of everything kept; of the pages only those committed after `stamp`. */
  read(stamp: number): Promise<Reading>
  /** The settled changes, in the order of saving. Not part of `read`: needed after a restore of the server only. */
  readSent(): Promise<SentRow[]>
  /** One transaction, on the disk when it resolves. Answers the orders given to `outboxAdd`, in turn. */
  commit(writes: Writes): Promise<number[]>
  /** Called when another tab has committed. */
  onElsewhere(listener: () => void): () => void
  close(): void
}

/** Whether a draft still lies as it was when a swap was decided. */
export function isAsItWas(now: Bytes | undefined, was: Bytes | null): boolean {
  return now === undefined || was === null ? now === undefined && was === null : sameBytes(now, was)
}

export function sameBytes(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a !== undefined && a.length === b.length && a.every((byte, i) => byte === b[i])
}

/** The one error that storage throws for what can happen to a healthy program. */
export class KeepError extends Error {
  readonly fault: KeepFault

  constructor(fault: KeepFault, cause?: unknown) {
    super(`The device cannot keep this: ${fault}`, { cause })
    this.name = 'KeepError'
    this.fault = fault
  }
}
