import { dayOf, daysBetween } from '../calendar/day.ts'
import type { Held } from '../record/held.ts'
import type { ConcernBody } from './concern.ts'
import type { ConcernActionBody } from './concernAction.ts'

/** A concern with all that was done about it, the earliest first. */
export interface ConcernThread<Concern extends Held<ConcernBody>, Action extends Held<ConcernActionBody>> {
  concern: Concern
  actions: Action[]
  open: boolean
}

/** Open ones first, and of those the longest open; then the closed ones, the latest first. */
export function concernThreads<Concern extends Held<ConcernBody>, Action extends Held<ConcernActionBody>>(
  concerns: readonly Concern[],
  actions: readonly Action[],
): ConcernThread<Concern, Action>[] {
  const threads = concerns.map((concern) => {
    const own = actionsOn(concern.id, actions)
    return { concern, actions: own, open: isOpen(own) }
  })
  return threads.toSorted((a, b) => {
    if (a.open !== b.open) return a.open ? -1 : 1
    const order = a.concern.body.at.localeCompare(b.concern.body.at)
    return a.open ? order : -order
  })
}

function actionsOn<Action extends Held<ConcernActionBody>>(
  concern: string,
  actions: readonly Action[],
): Action[] {
  return actions
    .filter(({ body }) => body.concern === concern)
    .toSorted((a, b) => a.body.at.localeCompare(b.body.at) || a.id.localeCompare(b.id))
}

/**
 * A concern is open until somebody closes it. Two who act at once, one closing: what stands is what was said last, by the
 * times that are written; a person reads both.
 */
function isOpen(actions: readonly Held<ConcernActionBody>[]): boolean {
  const last = actions.findLast(({ body }) => body.state !== undefined && body.state !== 'open')
  return last?.body.state !== 'closed'
}

/**
 * For how many days it was not written down after it was seen or said; null where nobody can say. A concern is to be
 * written down the same day (Care Act 2014 guidance, chapter 14).
 */
export function daysUntilWritten({ at, writtenAt }: Pick<ConcernBody, 'at' | 'writtenAt'>): number | null {
  const [seen, written] = [dayOf(at), dayOf(writtenAt ?? '')]
  return seen === null || written === null ? null : daysBetween(seen, written)
}
