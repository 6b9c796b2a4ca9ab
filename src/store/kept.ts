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

export interface DraftRow {
  id: string
  sealed: Bytes
}

/** What one commit writes. All of it becomes durable together, or none of it. */
export interface Writes {
  pages?: Omit<PageRow, 'stamp'>[]
  checkpoint?: Checkpoint
  outboxAdd?: Omit<OutboxRow, 'order'>[]
  outboxPut?: OutboxRow[]
  outboxDrop?: number[]
  draftPut?: DraftRow[]
  draftDrop?: string[]
}

/** What has been kept since a stamp, and everything that is always small. */
export interface Reading {
  stamp: number
  pages: PageRow[]
  outbox: OutboxRow[]
  drafts: DraftRow[]
  checkpoint: Checkpoint | null
}

/**
 * The durable storage of one person on one device. Everything that must not be lost passes through `commit`.
 * @throws KeepError from every call
 */
export interface Kept {
  /** One consistent view of everything kept; of the pages only those committed after `stamp`. */
  read(stamp: number): Promise<Reading>
  /** One transaction, on the disk when it resolves. Answers the orders given to `outboxAdd`, in turn. */
  commit(writes: Writes): Promise<number[]>
  /** Called when another tab has committed. */
  onElsewhere(listener: () => void): () => void
  close(): void
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
