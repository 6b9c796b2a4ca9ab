import { nextSession } from '#domain/directory/nextSession.ts'
import type { ServiceBody } from '#domain/service/service.ts'
import { formatLongDay } from '#ui/dates.ts'

type Schedule = NonNullable<ServiceBody['schedules']>[number]

const WEEKDAYS: Readonly<Record<string, string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
}
const PLACES: Readonly<Record<string, string>> = {
  '1': 'first',
  '2': 'second',
  '3': 'third',
  '4': 'fourth',
  '-1': 'last',
}

/** '9:30am', '12 noon': as people say it; as it came where it is no time. */
export function clockWords(time: string): string {
  const [, hour, minute] = /^(\d{2}):(\d{2})/.exec(time) ?? []
  if (hour === undefined || minute === undefined) return time
  if (minute === '00' && hour === '12') return '12 noon'
  if (minute === '00' && hour === '00') return 'midnight'
  const of12 = Number(hour) % 12 === 0 ? 12 : Number(hour) % 12
  return `${of12}${minute === '00' ? '' : `:${minute}`}${Number(hour) < 12 ? 'am' : 'pm'}`
}

/** When a service is open, a line for each thing to say: when it is, what is said of it, and when next. */
export function whenLines({ schedules = [] }: Pick<ServiceBody, 'schedules'>, now: string): string[] {
  const next = nextSession(schedules, now)
  return [
    ...schedules.flatMap((schedule) => [timesWords(schedule), schedule.description ?? '']),
    next ? `Next: ${formatLongDay(next.day, new Date(`${now}:00`))}` : '',
  ]
    .map((line) => line.trim().replace(/\.$/, ''))
    .filter((line, i, all) => line !== '' && all.indexOf(line) === i)
}

/** 'Every Thursday, 9:30am to 12:30pm'; as much of it as the schedule says. */
function timesWords(schedule: Schedule): string {
  const hours = [schedule.opens_at, schedule.closes_at]
    .filter((time) => time !== undefined && time !== '')
    .map((time) => clockWords(String(time)))
    .join(' to ')
  return [daysWords(schedule), hours].filter((part) => part !== '').join(', ')
}

function daysWords({ freq, byday, interval = 1 }: Schedule): string {
  const days = (byday ?? '').split(',').map((part) => part.trim().toUpperCase())
  const named = days.map((part) => dayOfRule(part))
  if (byday === undefined || named.some((part) => part === null)) return ''
  const known = named.filter((part) => part !== null)
  if (known.every(({ place }) => place === undefined)) {
    if (freq === 'MONTHLY') return ''
    return `Every ${interval > 1 ? `${interval} weeks on ` : ''}${listed(known.map(({ day }) => day))}`
  }
  if (interval > 1) return ''
  return `The ${listed(known.map(({ place, day }) => `${place ?? 'every'} ${day}`))} of each month`
}

/** A day of RFC 5545: `TH`, or with its place in the month `1TH`; null for what is neither. */
function dayOfRule(part: string): { day: string; place: string | undefined } | null {
  const [, nth, code] = /^\+?(-?\d)?([A-Z]{2})$/.exec(part) ?? []
  const day = WEEKDAYS[code ?? '']
  if (day === undefined) return null
  if (nth === undefined) return { day, place: undefined }
  const place = PLACES[nth]
  return place === undefined ? null : { day, place }
}

export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
