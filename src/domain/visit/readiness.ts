import type { Held } from '../record/held.ts'
import type { VisitBody } from './visit.ts'

/** What a tablet must have before its person sets out. */
export interface OnTheTablet {
  /** Ids of the clients whose files are held here. */
  files: ReadonlySet<string>
  forms: number
  services: number
  /** Changes saved here and not yet sent. */
  unsent: number
  /** Whether a whole round of sending and receiving was ever completed here. */
  everComplete: boolean
  /** Whether the app itself is kept on the device, so that it opens without a signal. */
  appKept: boolean
  /** Whether the browser promised to keep what is stored; null where it cannot say. */
  persisted: boolean | null
}

/**
 * What stands in the way of leaving, the gravest first. `advice` leaves the way open: the work goes on without it.
 */
export type Lack =
  | { code: 'files'; clients: string[] }
  | { code: 'never-complete' | 'app' | 'forms' | 'directory' }
  | { code: 'unsent'; changes: number; advice: true }
  | { code: 'not-persisted'; advice: true }

export interface Readiness {
  visits: number
  ready: boolean
  lacks: Lack[]
}

export function readiness(visits: readonly Held<VisitBody>[], tablet: OnTheTablet): Readiness {
  const clients = [...new Set(visits.flatMap(({ file }) => file ?? []))].filter((id) => !tablet.files.has(id))
  const lacks: Lack[] = []
  if (clients.length > 0) lacks.push({ code: 'files', clients })
  if (!tablet.everComplete) lacks.push({ code: 'never-complete' })
  if (!tablet.appKept) lacks.push({ code: 'app' })
  if (tablet.forms === 0) lacks.push({ code: 'forms' })
  if (tablet.services === 0) lacks.push({ code: 'directory' })
  if (tablet.unsent > 0) lacks.push({ code: 'unsent', changes: tablet.unsent, advice: true })
  if (tablet.persisted === false) lacks.push({ code: 'not-persisted', advice: true })
  return { visits: visits.length, ready: lacks.every((lack) => 'advice' in lack), lacks }
}
