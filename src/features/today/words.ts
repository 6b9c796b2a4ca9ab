import type { CallDue } from '#domain/contact/callsDue.ts'
import type { VisitBody } from '#domain/visit/visit.ts'
import type { Draft, DraftStanding } from '#store/workspace.ts'
import { dayOf, formatDay, formatMoment, formatTime } from '#ui/dates.ts'

const places: Record<string, string> = {
  home: 'At home',
  surgery: 'At the surgery',
  community: 'In the community',
  phone: 'By phone',
}

const purposes: Record<string, string> = {
  first: 'First visit',
  'follow-up': 'Follow-up',
  review: 'Review',
}

export function placeWords(place: VisitBody['place']): string {
  return places[place] ?? place
}

export function purposeWords(purpose: VisitBody['purpose']): string {
  return purposes[purpose] ?? purpose
}

/** "1 hour", "1 hour 30 minutes", "45 minutes" */
export function lengthWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const parts = [hours > 0 ? count(hours, 'hour') : '', rest > 0 ? count(rest, 'minute') : '']
  return parts.filter((part) => part !== '').join(' ')
}

/** Where begun work is kept: "Begun 14:05, kept on this tablet and at the service". */
export function begunWords(draft: Draft, standing: DraftStanding | undefined, now = new Date()): string {
  const when =
    dayOf(draft.begunAt) === dayOf(now) ? formatTime(draft.begunAt) : formatMoment(draft.begunAt, now)
  return `Begun ${when}, kept on this tablet${standing?.atService ? ' and at the service' : ''}`
}

/** Why somebody is rung, and how often they were tried: "Promised a call for Mon 23 Nov · tried twice". */
export function callWords({ why, day, tried }: CallDue): string {
  const times =
    tried === 0 ? '' : tried === 1 ? 'tried once' : tried === 2 ? 'tried twice' : `tried ${tried} times`
  return [whyWords(why, day), times].filter((part) => part !== '').join(' · ')
}

function whyWords(why: CallDue['why'], day: string | null): string {
  switch (why) {
    case 'promised':
      return day === null ? 'To be rung again' : `To be rung again ${formatDay(day)}`
    case 'call-back':
      return day === null ? 'To be asked again' : `To be asked again since ${formatDay(day)}`
    case 'first':
      return day === null ? 'New: not spoken with yet' : `New since ${formatDay(day)}: not spoken with yet`
  }
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}
