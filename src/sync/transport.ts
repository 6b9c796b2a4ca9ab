import type { Result } from '#domain/result.ts'
import type { DraftsReply, PutDrafts, PutDraftsReply } from '#protocol/drafts.ts'
import type { ReturnsReply } from '#protocol/returns.ts'
import type { Checkpoint, FetchReply, Manifest, PullReply, PushReply } from '#protocol/sync.ts'

/**
 * - `offline`: no answer came; whether the server acted on the request is unknown
 * - `signIn`: the session has ended
 * - `tooOld`: the server gives records to newer apps only
 * - `serverOlder`: the server does not know yet what this app says
 * - `busy`: the server asks to come again later
 * - `fault`: an answer came that is not right
 */
export type TransportFault = 'offline' | 'signIn' | 'tooOld' | 'serverOlder' | 'busy' | 'fault'

/** The calls of the sync protocol, as a device sees them. */
export interface Transport {
  /** `epoch`: the one that the changes are meant for; a server that is in another takes none of them. */
  push(device: string, changes: unknown[], epoch?: string): Promise<Result<PushReply, TransportFault>>
  pull(from: Checkpoint | null): Promise<Result<PullReply, TransportFault>>
  manifest(): Promise<Result<Manifest, TransportFault>>
  fetch(ids: string[]): Promise<Result<FetchReply, TransportFault>>
  /** After a restore: records, and settled changes, that the server may have lost. */
  giveBack(
    from: Checkpoint,
    records: unknown[],
    changes: unknown[],
  ): Promise<Result<ReturnsReply, TransportFault>>
  /** This person's drafts at the service; `held` lines, `known` marks (see `draftsQuerySchema`). */
  drafts(held: string[], known: string[]): Promise<Result<DraftsReply, TransportFault>>
  putDrafts(put: PutDrafts): Promise<Result<PutDraftsReply, TransportFault>>
  /** The key that seals this person's drafts, in base64. */
  draftKey(): Promise<Result<{ key: string }, TransportFault>>
  ready(): Promise<Result<FetchReply, TransportFault>>
  /** Calls back whenever there may be something to pull. Answers how to stop. */
  pokes(onPoke: () => void): () => void
}
