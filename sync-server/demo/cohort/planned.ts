import type { VisitBody } from '#domain/visit/visit.ts'

/** A visit to come: `n` is the person, `inDays` counts working days from today. */
interface Planned extends Required<Pick<VisitBody, 'minutes' | 'place' | 'purpose'>> {
  n: number
  inDays: number
  at: string
}

/** Grace has five today and Sam three, and both have a few in the days after. */
const planned: readonly Planned[] = [
  // Grace
  { n: 78, inDays: 0, at: '09:30', minutes: 60, place: 'home', purpose: 'first' },
  { n: 65, inDays: 0, at: '11:00', minutes: 60, place: 'home', purpose: 'review' },
  { n: 67, inDays: 0, at: '12:30', minutes: 30, place: 'surgery', purpose: 'follow-up' },
  { n: 71, inDays: 0, at: '14:00', minutes: 45, place: 'community', purpose: 'follow-up' },
  { n: 3, inDays: 0, at: '15:30', minutes: 45, place: 'home', purpose: 'follow-up' },
  { n: 79, inDays: 1, at: '10:00', minutes: 60, place: 'home', purpose: 'first' },
  { n: 69, inDays: 1, at: '14:00', minutes: 45, place: 'home', purpose: 'follow-up' },
  { n: 73, inDays: 2, at: '11:00', minutes: 45, place: 'home', purpose: 'follow-up' },
  { n: 75, inDays: 2, at: '14:30', minutes: 45, place: 'home', purpose: 'follow-up' },
  { n: 77, inDays: 3, at: '10:30', minutes: 45, place: 'home', purpose: 'follow-up' },
  { n: 21, inDays: 4, at: '13:30', minutes: 45, place: 'home', purpose: 'follow-up' },
  { n: 9, inDays: 5, at: '11:00', minutes: 30, place: 'phone', purpose: 'follow-up' },
  // Sam
  { n: 66, inDays: 0, at: '10:00', minutes: 60, place: 'home', purpose: 'review' },
  { n: 68, inDays: 0, at: '12:00', minutes: 30, place: 'surgery', purpose: 'follow-up' },
  { n: 76, inDays: 0, at: '14:30', minutes: 45, place: 'home', purpose: 'follow-up' },
  { n: 80, inDays: 1, at: '10:30', minutes: 60, place: 'home', purpose: 'first' },
  { n: 70, inDays: 1, at: '15:00', minutes: 45, place: 'community', purpose: 'follow-up' },
  { n: 74, inDays: 2, at: '11:30', minutes: 45, place: 'home', purpose: 'follow-up' },
  { n: 72, inDays: 3, at: '10:00', minutes: 45, place: 'home', purpose: 'follow-up' },
  { n: 4, inDays: 4, at: '14:00', minutes: 30, place: 'phone', purpose: 'follow-up' },
]

export function plannedFor(n: number): Planned[] {
  return planned.filter((visit) => visit.n === n)
}
