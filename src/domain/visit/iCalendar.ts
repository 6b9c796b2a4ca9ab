/** One event of a calendar file. `startsAt` is local time in the UK, `YYYY-MM-DDTHH:mm`. */
export interface CalendarEvent {
  uid: string
  startsAt: string
  minutes: number
  summary: string
  location?: string | undefined
  description?: string | undefined
  confirmed: boolean
}

/** London's time since 1996, as RFC 5545 (3.6.5) wants it beside every `TZID`. */
const london = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T010000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/**
 * A calendar file of RFC 5545. The same `uid` taken in again moves the event rather than adding another. `now` is a
 * moment in UTC. Each event is private (`CLASS`), as far as a calendar heeds that.
 */
export function iCalendar(events: readonly CalendarEvent[], now: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Doorstep//Visits//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...london,
    ...events.flatMap((event) => eventLines(event, now)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(event: CalendarEvent, now: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `DTSTAMP:${now.replaceAll(/[-:]|\.\d+/g, '')}`,
    `DTSTART;TZID=Europe/London:${event.startsAt.slice(0, 16).replaceAll(/[-:]/g, '')}00`,
    `DURATION:PT${event.minutes}M`,
    `SUMMARY:${escaped(event.summary)}`,
    ...(event.location ? [`LOCATION:${escaped(event.location)}`] : []),
    ...(event.description ? [`DESCRIPTION:${escaped(event.description)}`] : []),
    `STATUS:${event.confirmed ? 'CONFIRMED' : 'TENTATIVE'}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
  ]
}

/** A text as a value: 3.3.11. Control characters have no place in one. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, ' ')
}

const LINE_OCTETS = 75

/** No line longer than 75 octets, none broken inside a character: 3.1. The rest goes on after a space. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = new TextEncoder().encode(character).length
    if (octets + size > LINE_OCTETS) {
      parts.push(part)
      part = ''
      octets = 1
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n ')
}
