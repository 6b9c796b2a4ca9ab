/** The days of the week by RFC 5545, as HSDS has them. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]

/** `nth`: which of them in the month, `-1` the last; empty for each. */
export interface Weekdays {
  days: Weekday[]
  nth: string
}

/** Null where the text says more than days of one place in the month. */
export function weekdaysIn(byday: string): Weekdays | null {
  const parts = byday
    .split(',')
    .map((part) => part.trim().toUpperCase())
    .filter((part) => part !== '')
  const read = parts.map((part) => /^([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)$/.exec(part))
  const places = new Set(read.map((match) => (match?.[1] ?? '').replace('+', '')))
  if (read.includes(null) || places.size > 1) return null
  const days = weekdays.filter((day) => read.some((match) => match?.[2] === day))
  return { days, nth: [...places][0] ?? '' }
}

export function bydayOf({ days, nth }: Weekdays): string {
  return weekdays
    .filter((day) => days.includes(day))
    .map((day) => `${nth}${day}`)
    .join(',')
}
