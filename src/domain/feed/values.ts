import { isDay } from '../calendar/day.ts'
import { isObject, own } from '../json.ts'
import { FEED_LIMITS, noteAt, type Reading } from './reading.ts'

// What can stand in a field of a feed. Nothing said is not there; what is odd is noted, and used where it can be.

/** Plain text, however it came. `most`: of how many characters. */
export function text(reading: Reading, key: string, most: number = FEED_LIMITS.text): string | undefined {
  const written = asWritten(reading, key)
  if (written === undefined) return undefined
  const clean = cleaned(reading, key, written)
  if (/^(n\/a|null|undefined|none|nil|-+|\.+)?$/i.test(clean)) {
    if (clean !== '') noteAt(reading, key, clean, 'says nothing; left out')
    return undefined
  }
  if (clean.length <= most) return clean
  noteAt(reading, key, clean, `has ${clean.length} characters; cut after ${most}`)
  return `${clean
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, '')}…`
}

/** One line of it: a name, a number. */
export function line(reading: Reading, key: string): string | undefined {
  return text(reading, key, FEED_LIMITS.line)?.replaceAll(/\s+/g, ' ')
}

function asWritten(reading: Reading, key: string): string | undefined {
  const value = own(reading.raw, key) ?? null
  if (value === null || typeof value === 'string') return value ?? undefined
  if (typeof value === 'number' || typeof value === 'boolean') {
    noteAt(reading, key, value, 'is no text; read as one')
    return String(value)
  }
  const english = isObject(value) ? (own(value, 'en') ?? own(value, 'en-GB')) : undefined
  noteAt(
    reading,
    key,
    value,
    typeof english === 'string' ? 'several languages; the English was read' : 'is no text; left out',
  )
  return typeof english === 'string' ? english : undefined
}

/** Not every store can hold a NUL or half of a surrogate pair; no screen shows the other control characters. */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\ufeff]/g
/** A tag, or a character by its name or number: `Ages <5` is neither. */
const HTML = /<\/?[a-z][a-z0-9]*(\s[^<>]*)?\/?>|<!--|&([a-z]{2,8}|#\d{1,7}|#x[\da-f]{1,6});/i

function cleaned(reading: Reading, key: string, written: string): string {
  const visible = written.toWellFormed().replaceAll(UNSEEN, '').replaceAll('\r\n', '\n').trim()
  const held = visible.slice(0, 4 * FEED_LIMITS.text)
  if (!HTML.test(held)) return visible
  noteAt(reading, key, held, 'is HTML; read as plain text')
  return reading.given.plain(held).replaceAll(UNSEEN, '').trim()
}

/** A number within bounds. */
export function number(reading: Reading, key: string, least: number, most: number): number | undefined {
  const value = own(reading.raw, key) ?? null
  if (value === null || value === '') return undefined
  const found = typeof value === 'string' ? numberIn(value) : value
  if (typeof found !== 'number' || found < least || found > most) {
    noteAt(reading, key, value, `is no number from ${least} to ${most}; left out`)
    return undefined
  }
  if (typeof value === 'string') noteAt(reading, key, value, `is text; read as ${found}`)
  return found
}

function numberIn(typed: string): number | null {
  const match = /^£?\s*([+-]?\d{1,9}(?:\.\d+)?)$/.exec(typed.trim().replaceAll(/(?<=\d),(?=\d{3}\b)/g, ''))
  return match ? Number(match[1]) : null
}

/** A day; one that is written as people here write it is understood. */
export function day(reading: Reading, key: string): string | undefined {
  const value = own(reading.raw, key) ?? null
  if (value === null || value === '') return undefined
  const found = typeof value === 'string' ? dayIn(value.trim()) : null
  if (found === null) noteAt(reading, key, value, 'is no day that can be; left out')
  else if (found !== value) noteAt(reading, key, value, `is no day as 2026-03-01; read as ${found}`)
  return found ?? undefined
}

function dayIn(typed: string): string | null {
  const [, date = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed) ?? []
  const iso = year === '' ? typed.slice(0, 10) : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const rest = year === '' ? typed.slice(10) : ''
  const sound =
    isDay(iso) && iso >= '1900' && iso < '2200' && /^([T ][\d:.]+(Z|[+-]\d\d:?\d\d)?)?$/.test(rest)
  return sound ? iso : null
}

/** A moment as it was written, where it is one. */
export function moment(reading: Reading, key: string): string | undefined {
  const value = own(reading.raw, key) ?? null
  if (value === null || value === '') return undefined
  if (typeof value === 'string' && dayIn(value.trim()) !== null && !Number.isNaN(Date.parse(value)))
    return value.trim()
  return day(reading, key)
}

/** A time of day as `09:30`. */
export function time(reading: Reading, key: string): string | undefined {
  const value = own(reading.raw, key) ?? null
  if (value === null || value === '') return undefined
  const found = typeof value === 'string' ? timeIn(value.trim()) : null
  if (found === null) noteAt(reading, key, value, 'is no time of day; left out')
  else if (found.read) noteAt(reading, key, value, `is no time as 09:30; read as ${found.time}`)
  return found?.time
}

/** `read`: whether it had to be understood. */
function timeIn(typed: string): { time: string; read: boolean } | null {
  const standard = /^([01]\d|2[0-3]):([0-5]\d)(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/i.exec(typed)
  if (standard) return { time: `${standard[1]}:${standard[2]}`, read: false }
  const [, hour = '', minute = '00', half = ''] = /^(\d{1,2})(?:[:.](\d\d))?\s*([ap]m)?$/i.exec(typed) ?? []
  const hours = (Number(hour) % (half === '' ? 24 : 12)) + (/pm/i.test(half) ? 12 : 0)
  const clear = hour !== '' && Number(hour) < 24 && Number(minute) < 60 && (half !== '' || typed.length > 2)
  return clear ? { time: `${String(hours).padStart(2, '0')}:${minute}`, read: true } : null
}

/** An address on the web. */
export function url(reading: Reading, key: string): string | undefined {
  const typed = line(reading, key)
  if (typed === undefined) return undefined
  if (isWebAddress(typed)) return typed
  const mended = `https://${typed.replace(/^(https?:?\/*)/i, '')}`
  if (/^(https?:?\/*)?[\w-]+(\.[\w-]+)+([/?#]\S*)?$/i.test(typed) && isWebAddress(mended)) {
    noteAt(reading, key, typed, `is no whole address; read as ${mended}`)
    return mended
  }
  noteAt(reading, key, typed, 'is no web address; left out')
  return undefined
}

function isWebAddress(typed: string): boolean {
  if (!URL.canParse(typed) || /\s/.test(typed)) return false
  const { protocol, hostname } = new URL(typed)
  return /^https?:$/.test(protocol) && /^https?:\/\//i.test(typed) && hostname.includes('.')
}

export function email(reading: Reading, key: string): string | undefined {
  const typed = line(reading, key)
  if (typed === undefined || isEmail(typed)) return typed
  const [first = ''] = typed.replace(/^mailto:\s*/i, '').split(/[\s,;/?]+/)
  if (isEmail(first)) {
    noteAt(reading, key, typed, `is not one email address; read as ${first}`)
    return first
  }
  noteAt(reading, key, typed, 'is no email address; left out')
  return undefined
}

function isEmail(typed: string): boolean {
  return /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[a-z]{2,}$/i.test(typed)
}
