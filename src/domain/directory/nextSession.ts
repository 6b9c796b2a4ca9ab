import { addDays, weekdayOf } from '../calendar/day.ts'
import type { ServiceBody } from '../service/service.ts'

type Schedule = NonNullable<ServiceBody['schedules']>[number]

/** One time that a service is open: a day, and from when till when where the schedule says. */
export interface Session {
  day: string
  opensAt: string | undefined
  closesAt: string | undefined
}

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
/** The last Friday of a month can lie nine weeks ahead when this month's is just past. */
const LOOK_AHEAD_DAYS = 63

/**
 * When the service is open next, from `now` (local, `YYYY-MM-DDTHH:mm`); null where its schedules do not say. HSDS
 * schedules follow RFC 5545: `byday` is a list like `MO,TH`, in a monthly one with a place in the month (`1TU`, `-1FR`).
 */
export function nextSession(schedules: readonly Schedule[], now: string): Session | null {
  const today = now.slice(0, 10)
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead++) {
    const day = addDays(today, ahead)
    const sessions = schedules
      .filter((schedule) => isOn(schedule, day))
      .map((schedule) => asSession(schedule, day))
    const [first] = sessions
      .filter((session) => !isOver(session, now))
      .toSorted((a, b) => (a.opensAt ?? '').localeCompare(b.opensAt ?? ''))
    if (first) return first
  }
  return null
}

function isOn({ freq, byday }: Schedule, day: string): boolean {
  const days = (byday ?? '').split(',').map((part) => part.trim().toUpperCase())
  return days.some((part) => {
    const match = /^([+-]?\d)?(SU|MO|TU|WE|TH|FR|SA)$/.exec(part)
    if (!match || match[2] !== WEEKDAYS[weekdayOf(day)]) return false
    if (match[1] === undefined) return freq !== 'MONTHLY'
    return isNthOfMonth(day, Number(match[1]))
  })
}

function isNthOfMonth(day: string, nth: number): boolean {
  const date = Number(day.slice(8))
  if (nth > 0) return Math.ceil(date / 7) === nth
  const sameMonth = (weeks: number) => addDays(day, weeks * 7).slice(0, 7) === day.slice(0, 7)
  return sameMonth(-nth - 1) && !sameMonth(-nth)
}

function asSession({ opens_at, closes_at }: Schedule, day: string): Session {
  return { day, opensAt: clock(opens_at), closesAt: clock(closes_at) }
}

/** A session counts until it closes; one without times for the whole day. */
function isOver({ day, opensAt, closesAt }: Session, now: string): boolean {
  const end = closesAt ?? opensAt
  return end !== undefined && `${day}T${end}` <= now
}

/** `10:00`, from `10:00` or `10:00:00Z`; undefined for anything else. */
function clock(time: string | undefined): string | undefined {
  return /^\d{2}:\d{2}/.exec(time ?? '')?.[0]
}
