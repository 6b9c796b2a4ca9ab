/**
 * What is true about this device's work, for the one quiet place in the header. Counts before phases: as long as
 * `waiting` or `needsYou` is not 0, or `checkedAt` is null, nothing may be called up to date.
 */
export interface SyncStatus {
  phase: SyncPhase
  /** Changes saved here and not yet settled on the server. */
  waiting: number
  /** Refused changes and contested records. */
  needsYou: { refused: number; contested: number }
  /** When the last complete round found everything sent and received; null before the first. Device clock. */
  checkedAt: string | null
  /** While a long pull runs: how many records came so far. */
  received: number
}

/**
 * - `resting`: nothing to do now
 * - `working`: sending or receiving
 * - `offline`: the server cannot be reached; tried again by itself
 * - `signIn`: the session has ended; the person has to sign in to go on
 * - `outdated`: the server wants a newer app for records; changes are still sent
 * - `full`, `lost`, `reload`: this device cannot keep records now (see `KeepFault`)
 * - `fault`: the server or a record is not right; the pull stopped without leaving a hole
 */
export const syncPhases = [
  'resting',
  'working',
  'offline',
  'signIn',
  'outdated',
  'full',
  'lost',
  'reload',
  'fault',
] as const
export type SyncPhase = (typeof syncPhases)[number]
