import type { ClientBody } from '../client/client.ts'
import { districtOf } from '../client/postcode.ts'
import type { Held } from '../record/held.ts'
import type { CalendarEvent } from './iCalendar.ts'
import type { VisitBody } from './visit.ts'

export interface Appointment {
  visit: Held<VisitBody>
  client: Pick<ClientBody, 'firstName' | 'familyName' | 'address'>
  confirmed: boolean
}

/**
 * A visit as it may stand in a calendar, which other people and other companies read: initials, the time, and a place.
 * Never whose home it is: of a home only the postcode district; no risks, needs, numbers or reasons.
 *
 * `placeWords`: "At home"; the place's own address is told where it is no home.
 */
export function visitEvent({ visit, client, confirmed }: Appointment, placeWords: string): CalendarEvent {
  const { startsAt, minutes = 60, place, address } = visit.body
  const where = place === 'home' ? districtOf(client.address?.postcode) : place === 'phone' ? null : address
  return {
    uid: `${visit.id}@doorstep.invalid`,
    startsAt,
    minutes,
    summary: `Visit ${initialsOf(client)}`,
    location: [placeWords, where].filter(Boolean).join(', '),
    confirmed,
  }
}

/** "I. M." */
function initialsOf({ firstName, familyName }: Pick<ClientBody, 'firstName' | 'familyName'>): string {
  return [firstName, familyName]
    .flatMap((name) => [...name.trim()].slice(0, 1))
    .map((letter) => `${letter.toUpperCase()}.`)
    .join(' ')
}
