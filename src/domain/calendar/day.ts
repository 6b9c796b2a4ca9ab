/** A calendar day is `YYYY-MM-DD`. Days are counted in UTC, so that no change of the clocks makes one longer. */
const DAY_IN_MS = 86_400_000

/** Whether the text names a day that exists: 2026-02-30 does not. */
export function isDay(text: string): boolean {
  const match = /^\d{4}-\d{2}-\d{2}$/.exec(text)
  if (!match) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** Whole days from one day to another; negative when `to` lies before. Null where either is not a day. */
export function daysBetween(from: string, to: string): number | null {
  if (!isDay(from) || !isDay(to)) return null
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_IN_MS
}

/** The day some days later (or earlier); throws where `day` is not one. */
export function addDays(day: string, days: number): string {
  if (!isDay(day)) throw new Error(`${day} is not a day`)
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_IN_MS).toISOString().slice(0, 10)
}

/**
 * The same day some months on, or the month's last day where it is shorter: three months after 30 November is
 * 28 February. Throws where `day` is not one.
 */
export function addMonths(day: string, months: number): string {
  if (!isDay(day)) throw new Error(`${day} is not a day`)
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** The weekday of a day, 0 for Sunday as in `Date`; throws where `day` is not one. */
export function weekdayOf(day: string): number {
  if (!isDay(day)) throw new Error(`${day} is not a day`)
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

/**
 * The day of a moment where the device is. A local time without a zone (`2026-11-23T10:30`) keeps its day; null
 * where the text is neither.
 */
export function dayOf(moment: string): string | null {
  const local = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?$/.exec(moment)
  if (local) return local[1] !== undefined && isDay(local[1]) ? local[1] : null
  const time = new Date(moment)
  return Number.isNaN(time.getTime()) ? null : localDay(time)
}

function localDay(time: Date): string {
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
