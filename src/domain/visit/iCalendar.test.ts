import { expect, test } from 'vitest'
import { type CalendarEvent, iCalendar } from './iCalendar.ts'
import { visitEvent } from './visitEvent.ts'

const now = '2026-11-23T09:30:15.250Z'
const event: CalendarEvent = {
  uid: 'v1@doorstep.invalid',
  startsAt: '2026-11-24T10:30',
  minutes: 45,
  summary: 'Visit I. M.',
  location: 'At home, DA16',
  confirmed: true,
}

/** The lines as a reader gets them: unfolded. */
const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n')
const lineOf = (part: Partial<CalendarEvent>, name: string) =>
  unfolded(iCalendar([{ ...event, ...part }], now)).find((line) => line.startsWith(name))

test('an event, in the order and words of RFC 5545', () => {
  const lines = unfolded(iCalendar([event], now))
  expect(lines.slice(lines.indexOf('BEGIN:VEVENT'))).toEqual([
    'BEGIN:VEVENT',
    'UID:v1@doorstep.invalid',
    'DTSTAMP:20261123T093015Z',
    'DTSTART;TZID=Europe/London:20261124T103000',
    'DURATION:PT45M',
    'SUMMARY:Visit I. M.',
    'LOCATION:At home\\, DA16',
    'STATUS:CONFIRMED',
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
  expect(lines.slice(0, 3)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Doorstep//Visits//EN'])
})

test('every line ends with CR LF, and its time zone is explained', () => {
  const file = iCalendar([event, { ...event, uid: 'v2@doorstep.invalid' }], now)
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(2)
  expect(file).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\n')
})

test.each([
  ['a, b; c\\d', 'SUMMARY:a\\, b\\; c\\\\d'],
  ['two\nlines', 'SUMMARY:two\\nlines'],
  ['two\r\nlines', 'SUMMARY:two\\nlines'],
  ['bell\u0007', 'SUMMARY:bell '],
])('%j is escaped', (summary, line) => {
  expect(lineOf({ summary }, 'SUMMARY')).toBe(line)
})

test.each(['x'.repeat(200), 'é'.repeat(100), '👩🏽‍🦽'.repeat(20), `SUMMARY${'ä€'.repeat(40)}`])(
  'no line is longer than 75 octets, and nothing is lost: %s',
  (summary) => {
    const file = iCalendar([{ ...event, summary }], now)
    for (const line of file.split('\r\n')) {
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    }
    expect(lineOf({ summary }, 'SUMMARY')).toBe(`SUMMARY:${summary}`)
  },
)

test('not confirmed is tentative', () => {
  expect(lineOf({ confirmed: false }, 'STATUS')).toBe('STATUS:TENTATIVE')
})

const client = {
  firstName: 'Ida',
  familyName: 'Márquez',
  address: { lines: ['4 Larkspindle Road'], postcode: 'DA16 9AB' },
}

test.each([
  ['home', undefined, 'At home', 'At home, DA16'],
  ['home', '9 Her Daughter’s House', 'At home', 'At home, DA16'],
  ['surgery', 'Bellegrove Surgery, room 2', 'At the surgery', 'At the surgery, Bellegrove Surgery, room 2'],
  ['phone', undefined, 'By phone', 'By phone'],
])('a visit (%s, %s) gives away no more than initials and a place', (place, address, words, location) => {
  const body = {
    startsAt: '2026-11-24T10:30',
    place,
    coordinator: 's',
    purpose: 'first',
    status: 'planned',
    riskNote: 'Dog',
    ...(address === undefined ? {} : { address }),
  }
  const made = visitEvent({ visit: { id: 'v', file: 'c', body }, client, confirmed: false }, words)
  expect(made).toMatchObject({ summary: 'Visit I. M.', location, minutes: 60 })
  expect(JSON.stringify(made)).not.toMatch(/Ida|Márquez|Larkspindle|Daughter|Dog/)
})
