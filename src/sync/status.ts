import { isOnlyLines } from '#domain/audit/looks.ts'
import type { Keeper } from '#store/keeper.ts'
import { isWithManager } from '#store/outbox.ts'
import type { RoundFault } from './round.ts'

/**
 * What is true about this device's work, for the one quiet place in the header. Counts before phases: as long as
 * `waiting`, `lines` or `needsYou` is not 0, or `checkedAt` is null, nothing may be called up to date.
 */
export interface SyncStatus {
  phase: SyncPhase
  /** Changes saved here and not yet settled on the server. */
  waiting: number
  /** Those that only add to the service's log (which file was opened): nobody's work, and not settled either. */
  lines: number
  /** Refused changes and contested records. */
  needsYou: { refused: number; contested: number }
  /** Changes that were sent and are held until a manager has decided: nothing to do, and not settled either. */
  withManager: number
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
 * - `serverOlder`: the server does not understand yet what this app has to say; it waits here
 * - `full`, `lost`, `reload`: this device cannot keep records now (see `KeepFault`)
 * - `fault`: the server or a record is not right; the pull stopped without leaving a hole
 */
export const syncPhases = [
  'resting',
  'working',
  'offline',
  'signIn',
  'outdated',
  'serverOlder',
  'full',
  'lost',
  'reload',
  'fault',
] as const
export type SyncPhase = (typeof syncPhases)[number]

/**
 * What the header may say of this device's work: what stops the work comes first, then what waits for a person, then
 * what waits for the server. `allSent` is claimed only when nothing waits, nobody has to choose and a whole round has
 * been checked. Where only lines of the log wait, all work is sent, and no more is said.
 */
export type Standing =
  | { is: 'stopped'; by: 'full' | 'lost' | 'reload' | 'signIn'; waiting: number }
  | { is: 'needsYou'; count: number; waiting: number }
  | { is: 'outdated' }
  | { is: 'serverOlder'; waiting: number }
  | { is: 'waiting'; waiting: number; phase: 'working' | 'fault' | 'offline' | 'resting' }
  | { is: 'receiving'; received: number }
  | { is: 'unchecked'; phase: 'working' | 'fault' | 'offline' | 'resting' }
  | { is: 'withManager'; count: number }
  | { is: 'workSent'; phase: 'working' | 'fault' | 'offline' | 'resting' }
  | { is: 'allSent'; checkedAt: string; phase: 'working' | 'fault' | 'offline' | 'resting' }

export function standingOf(status: SyncStatus): Standing {
  const { phase, waiting, lines, needsYou, withManager, received, checkedAt } = status
  if (phase === 'full' || phase === 'lost' || phase === 'reload' || phase === 'signIn')
    return { is: 'stopped', by: phase, waiting }
  const count = needsYou.refused + needsYou.contested
  if (count > 0) return { is: 'needsYou', count, waiting }
  if (phase === 'outdated') return { is: 'outdated' }
  if (phase === 'serverOlder') return { is: 'serverOlder', waiting }
  if (waiting > 0) return { is: 'waiting', waiting, phase }
  if (phase === 'working' && (received >= MANY || checkedAt === null)) return { is: 'receiving', received }
  if (checkedAt === null) return { is: 'unchecked', phase }
  if (withManager > 0) return { is: 'withManager', count: withManager }
  return lines > 0 ? { is: 'workSent', phase } : { is: 'allSent', checkedAt, phase }
}

/** A pull shorter than this is over before it can be read. */
const MANY = 100

/** What a keeper holds that is not settled: what could not be read back yet counts as waiting. */
export function countsOf(keeper: Pick<Keeper, 'behind' | 'outbox'>): Counts {
  const outbox = keeper.outbox()
  const withManager = outbox.filter(isWithManager).length
  const refused = outbox.filter((entry) => entry.state === 'refused').length - withManager
  const lines = outbox.filter((entry) => entry.state !== 'refused' && isOnlyLines(entry.change)).length
  const unread = keeper.behind ? 1 : 0
  return { waiting: unread + outbox.length - refused - withManager - lines, lines, refused, withManager }
}

interface Counts {
  waiting: number
  lines: number
  refused: number
  withManager: number
}

export function phaseOf(fault: RoundFault): SyncPhase {
  switch (fault) {
    case 'offline':
    case 'busy':
      return 'offline'
    case 'signIn':
    case 'serverOlder':
    case 'full':
    case 'lost':
    case 'fault':
      return fault
    case 'tooOld':
      return 'outdated'
    case 'outdated':
      return 'reload'
    case 'locked':
      return 'resting'
  }
}
