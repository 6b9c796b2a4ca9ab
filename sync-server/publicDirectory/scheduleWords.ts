import type { ServiceBody } from '#domain/service/service.ts'

type Schedule = NonNullable<ServiceBody['schedules']>[number]

const DAYS: Readonly<Record<string, string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
}
const WEEK = Object.keys(DAYS)
const NTH: Readonly<Record<string, string>> = {
  1: 'first',
  2: 'second',
  3: 'third',
  4: 'fourth',
  5: 'fifth',
  '-1': 'last',
  '-2': 'last but one',
}

/**
 * When it is, as somebody would say it: a schedule of HSDS, which follows RFC 5545, and what it says of itself.
 *
 * | schedule                          | words                                         |
 * |-----------------------------------|-----------------------------------------------|
 * | `WEEKLY` `TU,TH`, 10:00 to 15:00  | Every Tuesday and Thursday, 10:00 to 15:00    |
 * | `WEEKLY` `MO` to `FR`             | Monday to Friday                              |
 * | `WEEKLY` `WE`, interval 3         | Every 3 weeks on Wednesday                    |
 * | `MONTHLY` `1TH`                   | First Thursday of the month                   |
 * | `MONTHLY`, bymonthday 15          | On day 15 of the month                        |
 */
export function scheduleLines(schedule: Schedule): string[] {
  const { description, attending_type, valid_from, valid_to } = schedule
  const hours = hoursOf(schedule)
  const main = [daysOf(schedule), hours].filter((part) => part !== '').join(', ')
  const during = [valid_from && `from ${dayWords(valid_from)}`, valid_to && `until ${dayWords(valid_to)}`]
  return [
    capital(main),
    capital(during.filter(Boolean).join(' ')),
    description ?? '',
    attending_type ?? '',
  ].filter((line) => line.trim() !== '')
}

function hoursOf({ opens_at, closes_at }: Schedule): string {
  const [from, to] = [opens_at, closes_at].map((time) => /^\d\d:\d\d/.exec(time ?? '')?.[0])
  if (from === undefined) return to === undefined ? '' : `until ${to}`
  return to === undefined ? `from ${from}` : `${from} to ${to}`
}

function daysOf({ freq, byday = '', bymonthday, interval = 1 }: Schedule): string {
  const days = byday
    .toUpperCase()
    .split(',')
    .flatMap((part) => {
      const [, nth = '', day = ''] = /^\s*([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)\s*$/.exec(part) ?? []
      return day === '' ? [] : [{ nth: nth.replace('+', ''), day }]
    })
  if (days.length === 0) return bymonthday ? `on day ${bymonthday.replaceAll(',', ', ')} of the month` : ''
  if (freq === 'MONTHLY' || days.some(({ nth }) => nth !== '')) {
    const each = days.map(({ nth, day }) => `${NTH[nth] ?? ''} ${DAYS[day]}`.trim())
    return `${listed(each)} of ${interval > 1 ? `every ${interval} months` : 'the month'}`
  }
  const named = runOf(days.map(({ day }) => day))
  if (interval > 1) return `every ${interval} weeks on ${named}`
  return days.length === 7 ? 'every day' : named.includes(' to ') ? named : `every ${named}`
}

/** `Monday to Friday` where at least three follow each other. */
function runOf(days: readonly string[]): string {
  const places = [...new Set(days.map((day) => WEEK.indexOf(day)))].toSorted((a, b) => a - b)
  const [first = 0] = places
  const isRun = places.length > 2 && places.every((place, i) => place === first + i)
  const name = (place: number) => DAYS[WEEK[place] ?? ''] ?? ''
  return isRun ? `${name(first)} to ${name(places.at(-1) ?? 0)}` : listed(places.map(name))
}

function listed(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(words)
}

function capital(text: string): string {
  return text === '' ? '' : `${text[0]?.toUpperCase()}${text.slice(1)}`
}

/** `5 November 2026`; what is no day stays as it is. */
export function dayWords(day: string): string {
  const time = Date.parse(day)
  if (Number.isNaN(time)) return day
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(time)
}
