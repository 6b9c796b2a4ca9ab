/**
 * Days and moments as people here write them. A day is `YYYY-MM-DD`; a moment ISO 8601, with or without a zone
 * (without: local time). What is not a date comes back as it was typed.
 */

const zone = 'Europe/London'

/** 'Mon 23 Nov'; with the year when it is not this one. */
export function formatDay(day: string, now: Date = new Date()): string {
  const date = dayAsDate(day)
  if (!date) return day
  const thisYear = date.getUTCFullYear() === yearOf(now)
  return words(
    date,
    { weekday: 'short', day: 'numeric', month: 'short', ...(thisYear ? {} : { year: 'numeric' }) },
    'UTC',
  )
}

/** '4 March 1941', for birth dates and letters. */
export function formatFullDay(day: string): string {
  const date = dayAsDate(day)
  return date ? words(date, { day: 'numeric', month: 'long', year: 'numeric' }, 'UTC') : day
}

/** 'Monday 23 November', for what is read by others; with the year when it is not this one. */
export function formatLongDay(day: string, now: Date = new Date()): string {
  const date = dayAsDate(day)
  if (!date) return day
  const thisYear = date.getUTCFullYear() === yearOf(now)
  return words(
    date,
    { weekday: 'long', day: 'numeric', month: 'long', ...(thisYear ? {} : { year: 'numeric' }) },
    'UTC',
  )
}

/** 'Mon 23 Nov, 10:30'; with the year when it is not this one. */
export function formatMoment(moment: string, now: Date = new Date()): string {
  const local = localParts(moment)
  if (!local) return moment
  return `${formatDay(local.day, now)}, ${local.time}`
}

/** '10:30' */
export function formatTime(moment: string): string {
  return localParts(moment)?.time ?? moment
}

/** The day, `YYYY-MM-DD`, on which a moment falls here. */
export function dayOf(moment: string | Date): string {
  const text = typeof moment === 'string' ? moment : moment.toISOString()
  return localParts(text)?.day ?? text
}

/** Whole years from a birth date to today; null where the date is not one. */
export function age(dateOfBirth: string, now: Date = new Date()): number | null {
  const birth = dayAsDate(dateOfBirth)
  const today = dayAsDate(dayOf(now))
  if (!birth || !today || birth > today) return null
  const years = today.getUTCFullYear() - birth.getUTCFullYear()
  const before = dateOfBirth.slice(5) > dayOf(now).slice(5)
  return before ? years - 1 : years
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** 'just now', '2 minutes ago', 'yesterday', '3 weeks ago'. A clock that was set back says 'just now'. */
export function since(moment: string, now: Date = new Date()): string {
  const then = new Date(moment)
  if (Number.isNaN(then.getTime())) return moment
  const gone = now.getTime() - then.getTime()
  if (gone < MINUTE) return 'just now'
  if (gone < HOUR) return ago(Math.floor(gone / MINUTE), 'minute')
  const days = daysBetween(dayOf(then), dayOf(now))
  if (days === 0 || gone < 6 * HOUR) return ago(Math.floor(gone / HOUR), 'hour')
  if (days === 1) return 'yesterday'
  if (days < 14) return ago(days, 'day')
  if (days < 61) return ago(Math.floor(days / 7), 'week')
  return days < 730 ? ago(Math.floor(days / 30.4), 'month') : ago(Math.floor(days / 365.25), 'year')
}

/** Days from one day to another; negative when the second is earlier. Both `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  const [a, b] = [dayAsDate(from), dayAsDate(to)]
  return a && b ? Math.round((b.getTime() - a.getTime()) / (24 * HOUR)) : Number.NaN
}

/** Whether a text is a day that exists: not the 31st of February. */
export function isDay(text: string): boolean {
  return dayAsDate(text) !== null
}

function dayAsDate(day: string): Date | null {
  const [, y, m, d] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  if (y === undefined || m === undefined || d === undefined) return null
  const date = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d)))
  return date.toISOString().startsWith(day) ? date : null
}

/** Day and time here. A moment without a zone is local already. */
function localParts(moment: string): { day: string; time: string } | null {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?$/.exec(moment) ?? []
  if (day !== undefined && time !== undefined) return { day, time }
  const date = new Date(moment)
  if (Number.isNaN(date.getTime()) || !moment.includes('T')) return null
  const parts = here.formatToParts(date)
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? ''
  return { day: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}` }
}

const here = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** Making one takes far longer than using it, and a list writes a hundred days. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options)
  const known = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', options)
  formats.set(key, known)
  return known
}

/** Without the comma that some versions of the en-GB rules put after the weekday. */
function words(date: Date, options: Intl.DateTimeFormatOptions, timeZone: string): string {
  return formatFor({ ...options, timeZone })
    .format(date)
    .replaceAll(',', '')
    .replace(/\bSept\b/, 'Sep')
}

/** At the turn of a year the clocks here show UTC. */
function yearOf(now: Date): number {
  return now.getUTCFullYear()
}

function ago(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`
}
