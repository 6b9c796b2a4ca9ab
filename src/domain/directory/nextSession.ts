import type { ServiceBody } from '../service/service.ts'
import { dayNumber, dayOfNumber, isOpenOn, minutesOf, type Opening, openingsOf } from './openings.ts'

/** One time that a service is open: a day, and from when till when where the schedule says. */
export interface Session {
  day: string
  opensAt: string | undefined
  closesAt: string | undefined
}

/** The last Friday of a month can lie nine weeks ahead when this month's is just past. */
const LOOK_AHEAD_DAYS = 63

/** When the service is open next, from `now` (local, `YYYY-MM-DDTHH:mm`); null where its schedules do not say. */
export function nextSession(schedules: ServiceBody['schedules'], now: string): Session | null {
  const next = nextOpening(openingsOf(schedules), momentOf(now))
  if (!next) return null
  const { opens, closes } = next.opening
  return { day: dayOfNumber(next.day), opensAt: clock(opens), closesAt: clock(closes) }
}

/** A day and a minute of it, as numbers. */
export interface Moment {
  readonly day: number
  readonly minute: number
}

/** Throws where `now` is not a local time. */
export function momentOf(now: string): Moment {
  const [day, minute] = [dayNumber(now.slice(0, 10)), minutesOf(now.slice(11))]
  if (day === null || minute === null) throw new Error(`${now} is not a local time`)
  return { day, minute }
}

/** A session counts until it closes; one without times for the whole day. */
export function nextOpening(
  openings: readonly Opening[],
  { day: today, minute }: Moment,
): { day: number; opening: Opening } | null {
  for (let day = today; day <= today + LOOK_AHEAD_DAYS; day++) {
    let first: Opening | null = null
    for (const opening of openings) {
      if (!isOpenOn(opening, day)) continue
      const end = opening.closes ?? opening.opens
      if (day === today && end !== null && end <= minute) continue
      if (!first || (opening.opens ?? 0) < (first.opens ?? 0)) first = opening
    }
    if (first) return { day, opening: first }
  }
  return null
}

function clock(minutes: number | null): string | undefined {
  if (minutes === null) return undefined
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
