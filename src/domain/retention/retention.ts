import { addDays, isDay } from '../calendar/day.ts'
import type { ClientBody } from '../client/client.ts'
import { lastSeenIn, type Sighted } from './lastSeen.ts'

/** Everything of one person: their client records, and what lies in their files. */
export interface Kept {
  clients: readonly Pick<ClientBody, 'status' | 'restriction' | 'retention'>[]
  records: readonly Sighted[]
}

/**
 * - `lastSeen`, `until`: days; null where nothing says when the person was last seen
 * - `due`: `until` has come; `soon`: it comes within `SOON_DAYS`; `unknown`: a person has to judge
 */
export interface Retention {
  state: 'due' | 'soon' | 'kept' | 'unknown'
  lastSeen: string | null
  until: string | null
}

/** A quarter of a year: reviews are done a few times a year. */
const SOON_DAYS = 90

/** Until when a file is kept: some years from when the person was last seen, or later where a manager decided so. */
export function retentionOf({ clients, records }: Kept, years: number, today: string): Retention {
  const lastSeen = lastSeenIn(records)
  const days = [
    ...(lastSeen === null ? [] : [addYears(lastSeen, years)]),
    ...clients.flatMap(({ retention }) => (retention && isDay(retention.until) ? [retention.until] : [])),
  ]
  const until = days.reduce<string | null>((latest, day) => (latest && latest > day ? latest : day), null)
  return { lastSeen, until, state: stateOf(until, today) }
}

function stateOf(until: string | null, today: string): Retention['state'] {
  if (until === null) return 'unknown'
  if (until <= today) return 'due'
  return until <= addDays(today, SOON_DAYS) ? 'soon' : 'kept'
}

/** The same day some years later; the day after the 28th where there is no 29th of February. */
function addYears(day: string, years: number): string {
  const later = `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`
  return isDay(later) ? later : `${later.slice(0, 4)}-03-01`
}

/**
 * What speaks against destroying a file now; it is done all the same where a manager says so for each.
 *
 * - `open`: somebody is still working with the person
 * - `restricted`: the person or the law may want it kept as it is
 * - `early`: its time has not come, or nobody can say when it comes
 */
export const objections = ['open', 'restricted', 'early'] as const
export type Objection = (typeof objections)[number]

export function objectionsTo(kept: Kept, years: number, today: string): Objection[] {
  const { state } = retentionOf(kept, years, today)
  return objections.filter((objection) => {
    switch (objection) {
      case 'open':
        return kept.clients.some(({ status }) => status === 'open' || status === 'waiting')
      case 'restricted':
        return kept.clients.some(({ restriction }) => restriction !== undefined)
      case 'early':
        return state !== 'due'
    }
  })
}

/** Whether somebody has typed the name of the person whose file is to be destroyed. */
export function isSameName(typed: string, name: string): boolean {
  return plain(typed) === plain(name)
}

function plain(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').replaceAll('’', "'").toLocaleLowerCase('en-GB')
}
