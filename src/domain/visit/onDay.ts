import type { Held } from '../record/held.ts'
import type { VisitBody } from './visit.ts'

type Visits = readonly Held<VisitBody>[]

/** One person's visits of one day, in order, without those that were cancelled. */
export function visitsOn<Visit extends Held<VisitBody>>(
  visits: readonly Visit[],
  coordinator: string,
  day: string,
): Visit[] {
  return visits
    .filter(({ body }) => body.coordinator === coordinator && body.startsAt.startsWith(day))
    .filter(({ body }) => body.status !== 'cancelled')
    .toSorted(byStart)
}

/** One person's planned visits after a day, until `last` inclusive, in order. */
export function visitsAhead<Visit extends Held<VisitBody>>(
  visits: readonly Visit[],
  coordinator: string,
  { after, last }: { after: string; last: string },
): Visit[] {
  return visits
    .filter(({ body }) => body.coordinator === coordinator && body.status === 'planned')
    .filter(({ body: { startsAt } }) => startsAt.slice(0, 10) > after && startsAt.slice(0, 10) <= last)
    .toSorted(byStart)
}

/** One person's visits of earlier days of which nobody has said whether they were held. */
export function visitsPassed<Visit extends Held<VisitBody>>(
  visits: readonly Visit[],
  coordinator: string,
  today: string,
): Visit[] {
  return visits
    .filter(({ body }) => body.coordinator === coordinator && body.status === 'planned')
    .filter(({ body }) => body.startsAt.slice(0, 10) < today)
    .toSorted(byStart)
}

/** Other visits of the same person that overlap a time; an hour where nobody said how long. */
export function overlapping(visits: Visits, { id, body }: Held<VisitBody>): Visits {
  const [start, end] = span(body)
  return visits.filter((other) => {
    if (other.id === id || other.body.coordinator !== body.coordinator || other.body.status !== 'planned')
      return false
    const [otherStart, otherEnd] = span(other.body)
    return otherStart < end && start < otherEnd
  })
}

function span({ startsAt, minutes = 60 }: VisitBody): [number, number] {
  const start = Date.parse(`${startsAt.slice(0, 16)}:00Z`)
  return [start, start + minutes * 60_000]
}

function byStart(a: Held<VisitBody>, b: Held<VisitBody>): number {
  return a.body.startsAt.localeCompare(b.body.startsAt)
}
