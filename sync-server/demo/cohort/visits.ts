import type { VisitBody } from '#domain/visit/visit.ts'
import { addressOf } from './contact.ts'
import { practices } from './directory.ts'
import type { Person } from './people.ts'
import { plannedFor } from './planned.ts'
import { drawFor, idFor } from './random.ts'
import { riskNoteOf } from './risks.ts'
import { staffId } from './staff.ts'
import type { Timeline } from './timeline.ts'
import { workdaysAfter } from './workday.ts'

export type Occasion = 'first' | 'follow-up' | 'review'

export interface DemoVisit {
  id: string
  body: VisitBody
}

export function visitId({ n }: Person, occasion: Occasion): string {
  return idFor(`visit/${n}/${occasion}`)
}

export function responseId({ n }: Person, occasion: 'first' | 'review'): string {
  return idFor(`response/${n}/${occasion}`)
}

/** Held visits in their order, now and then one where nobody was at home, and what is planned from today on. */
export function visitsOf(person: Person, timeline: Timeline, today: string): DemoVisit[] {
  const planned = plannedFor(person.n).map(({ inDays, at, minutes, place, purpose }) => ({
    id: idFor(`visit/${person.n}/planned`),
    body: {
      ...about(person, place),
      startsAt: `${workdaysAfter(today, inDays)}T${at}`,
      minutes,
      purpose,
      status: 'planned',
    },
  }))
  return [...pastVisits(person, timeline), ...planned]
}

function pastVisits(person: Person, timeline: Timeline): DemoVisit[] {
  if (timeline.state === 'waiting') return []
  const { firstOn, followUpOn } = timeline
  return [
    held(person, 'first', firstOn),
    ...(followUpOn === null ? [] : [followUp(person, followUpOn)]),
    ...(timeline.state === 'reviewed' ? [held(person, 'review', timeline.reviewedOn)] : []),
  ]
}

/** Nobody was at home. Not where something was agreed on that day. */
export function missedFollowUp({ n, services }: Person): boolean {
  return n % 13 === 5 && services.length <= 3
}

function followUp(person: Person, day: string): DemoVisit {
  if (!missedFollowUp(person)) return held(person, 'follow-up', day)
  const { id, body } = held(person, 'follow-up', day)
  const { heldAt: _, ...rest } = body
  return {
    id,
    body: { ...rest, status: 'missed', statusReason: 'Nobody at home. Left a card and rang the next day.' },
  }
}

function held(person: Person, purpose: Occasion, day: string): DemoVisit {
  const draw = drawFor(`visit/${person.n}/${purpose}`)
  const hour = draw.pick(['09:30', '10:30', '11:15', '13:30', '14:15', '15:00'] as const)
  const place = purpose === 'follow-up' ? draw.pick(['home', 'phone', 'community'] as const) : 'home'
  return {
    id: visitId(person, purpose),
    body: {
      ...about(person, place),
      startsAt: `${day}T${hour}`,
      minutes: purpose === 'first' ? 60 : 45,
      purpose,
      status: 'held',
      heldAt: momentOf(day, hour),
      ...(purpose === 'follow-up' ? {} : { response: responseId(person, purpose) }),
    },
  }
}

/** A moment of the day, to the minute. */
export function momentOf(day: string, time: string): string {
  return `${day}T${time}:00.000Z`
}

type About = Pick<VisitBody, 'place' | 'address' | 'coordinator' | 'riskNote' | 'accessNote'>

function about(person: Person, place: VisitBody['place']): About {
  const address = placeName(person, place)
  const atHome = place === 'home'
  const access = atHome ? (person.access ?? []).join('. ') : ''
  return {
    place,
    coordinator: staffId(person.coordinator),
    ...(address === undefined ? {} : { address }),
    ...(atHome && person.risk !== undefined ? { riskNote: riskNoteOf(person.risk) } : {}),
    ...(access === '' ? {} : { accessNote: access }),
  }
}

function placeName(person: Person, place: VisitBody['place']): string | undefined {
  switch (place) {
    case 'home': {
      const { lines, postcode } = addressOf(person)
      return [...lines, postcode].join(', ')
    }
    case 'surgery':
      return practices.find(({ label }) => label === person.practice)?.name
    case 'community':
      return 'The café at the library'
    default:
      return undefined
  }
}
