import { addDays, daysBetween } from '../calendar/day.ts'
import type { ServiceBody } from '../service/service.ts'

type Schedule = NonNullable<ServiceBody['schedules']>[number]

/** The days of the week as RFC 5545 writes them, in the order of `Date`. */
export const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const
export type Weekday = (typeof weekdays)[number]

/**
 * A schedule read once, so that five thousand of them can be asked at every letter. Days are counted from 1 January 1970,
 * times in minutes of the day. `place` is the place in the month (1 for `1TU`, -1 for `-1FR`), null for every week.
 */
export interface Opening {
  readonly days: readonly { readonly weekday: Weekday; readonly place: number | null }[]
  readonly monthDays: readonly number[]
  readonly monthly: boolean
  readonly opens: number | null
  readonly closes: number | null
  readonly from: number | null
  readonly until: number | null
  readonly interval: number
  readonly anchor: number | null
}

const EPOCH = '1970-01-01'

/** HSDS schedules follow RFC 5545: `byday` is a list like `MO,TH`, in a monthly one with a place in the month. */
export function openingsOf(schedules: readonly Schedule[] = []): Opening[] {
  return schedules.map((schedule) => ({
    days: daysIn(schedule),
    monthDays: (schedule.bymonthday ?? '').split(',').map(Number).filter(Boolean),
    monthly: schedule.freq === 'MONTHLY',
    opens: minutesOf(schedule.opens_at),
    closes: minutesOf(schedule.closes_at),
    from: dayNumber(schedule.valid_from),
    until: dayNumber(schedule.valid_to),
    interval: schedule.interval ?? 1,
    anchor: dayNumber(schedule.dtstart) ?? dayNumber(schedule.valid_from),
  }))
}

function daysIn({ freq, byday }: Schedule): Opening['days'] {
  if (freq === 'DAILY' && !byday) return weekdays.map((weekday) => ({ weekday, place: null }))
  return (byday ?? '').split(',').flatMap((part) => {
    const [, place, name] = /^([+-]?\d)?(SU|MO|TU|WE|TH|FR|SA)$/.exec(part.trim().toUpperCase()) ?? []
    const weekday = weekdays.find((known) => known === name)
    return weekday ? [{ weekday, place: place === undefined ? null : Number(place) }] : []
  })
}

export function dayNumber(day: string | undefined): number | null {
  return day === undefined ? null : daysBetween(EPOCH, day)
}

export function dayOfNumber(number: number): string {
  return addDays(EPOCH, number)
}

/** Minutes of the day, from `10:00` or `10:00:00Z`; null for anything else. */
export function minutesOf(time: string | undefined): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(time ?? '') ?? []
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes)
}

/** The first of January 1970 was a Thursday. */
export function weekdayOn(number: number): Weekday {
  return weekdays[(((number + 4) % 7) + 7) % 7] ?? 'SU'
}

/** Whether it is known to be open on a day. One that comes round less often than each time, nobody says from when, is not. */
export function isOpenOn(opening: Opening, number: number): boolean {
  if (!holdsOn(opening, number) || !isItsTurn(opening, number)) return false
  const weekday = weekdayOn(number)
  return (
    opening.days.some(
      (day) =>
        day.weekday === weekday &&
        (day.place === null ? !opening.monthly : isPlaceInMonth(number, day.place)),
    ) ||
    (opening.monthDays.length > 0 && opening.monthDays.includes(dateOf(number).getUTCDate()))
  )
}

/** Whether it is in force: a course that ended in June is no opening any more. */
export function holdsOn({ from, until }: Opening, number: number): boolean {
  return (from === null || number >= from) && (until === null || number <= until)
}

function isItsTurn({ interval, anchor, monthly }: Opening, number: number): boolean {
  if (anchor !== null && number < anchor) return false
  if (interval <= 1) return true
  if (anchor === null) return false
  const past = monthly ? monthOf(number) - monthOf(anchor) : weekOf(number) - weekOf(anchor)
  return past % interval === 0
}

/** Weeks begin on Monday, as RFC 5545 has it where nothing else is said. */
function weekOf(number: number): number {
  return Math.floor((number + 3) / 7)
}

function monthOf(number: number): number {
  const date = dateOf(number)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

function isPlaceInMonth(number: number, place: number): boolean {
  if (place > 0) return Math.ceil(dateOf(number).getUTCDate() / 7) === place
  const month = monthOf(number)
  return monthOf(number + (-place - 1) * 7) === month && monthOf(number - place * 7) !== month
}

function dateOf(number: number): Date {
  return new Date(number * 86_400_000)
}
