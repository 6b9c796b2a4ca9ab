import type { Days } from '../scopes/heal.ts'

/** Where the service works; a visit's time is local there. */
const SERVICE_ZONE = 'Europe/London'
const DAY = 86_400_000

/** Today at the service and so many days more. */
export function daysFrom(now: Date, more: number): Days {
  const from = serviceDay(now)
  const to = new Date(Date.parse(`${from}T00:00:00Z`) + more * DAY).toISOString().slice(0, 10)
  return { from, to }
}

/** The calendar day at the service, `YYYY-MM-DD`. */
export function serviceDay(now: Date): string {
  // Of the known locales, Sweden's writes days as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: SERVICE_ZONE }).format(now)
}
