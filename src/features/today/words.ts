import type { VisitBody } from '#domain/visit/visit.ts'

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

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}
