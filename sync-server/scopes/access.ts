import type { Scope } from './scopes.ts'

/** That somebody could write in a scope, from one place in the order until another; `until` null: to this day. */
export interface Span {
  scope: Scope
  since: number
  until: number | null
}

/** That a record was in a scope, from one place in the order until another; `until` null: to this day. */
export type Stay = Omit<Span, 'scope'>

/**
 * What decides where somebody may not write any more.
 *
 * - `spans`: of the author, ended ones and the present
 * - `stay`: when a record was last in a scope; null where it never was
 * - `isRecent`: whether that place in the order was reached within the last `GRACE_DAYS`, by the server's clock
 */
export interface Past {
  spans: readonly Span[]
  stay: (scope: Scope, record: string) => Stay | null
  isRecent: (seq: number) => boolean
}

/**
 * How long after a loss of access work that was done before it is still taken as a matter of course, in days. It
 * bounds what a tablet may do that never makes contact; what comes later is held for a manager.
 */
export const GRACE_DAYS = 14

/**
 * - `then`: not now, but when the change was made
 * - `before`: it was lost already, or so long ago that somebody has to look at it
 * - `never`
 */
export type AccessLost = 'then' | 'before' | 'never'

interface Target {
  /** The record, or for a new one in a case file its client; null for one that belongs to no place that could move. */
  record: string | null
  scopes: readonly Scope[]
}

/**
 * Whether somebody who may not write a record now could do so when they did. `pulled` is how far in the order their
 * device had come: what they could know. No device's clock has a say.
 *
 * | the author's access to a scope of the record    | answer   |
 * |--------------------------------------------------|----------|
 * | was lost after `pulled`, within the grace period | `then`   |
 * | was lost before, or longer ago                   | `before` |
 * | never was                                        | `never`  |
 *
 * Access is lost where the author leaves the scope or the record does, whichever comes first.
 */
export function accessLost({ record, scopes }: Target, pulled: number, past: Past): AccessLost {
  const losses = past.spans.flatMap((span) => {
    const stay = record === null ? always(scopes.includes(span.scope)) : past.stay(span.scope, record)
    const end = stay && endOfBoth(span, stay)
    return end === null ? [] : [end]
  })
  if (losses.some((seq) => seq > pulled && past.isRecent(seq))) return 'then'
  return losses.length > 0 ? 'before' : 'never'
}

function always(is: boolean): Stay | null {
  return is ? { since: 0, until: null } : null
}

/** Where the time ends in which both were true; null where there was none. */
function endOfBoth(a: Stay, b: Stay): number | null {
  const end = Math.min(a.until ?? Infinity, b.until ?? Infinity)
  return end > Math.max(a.since, b.since) ? end : null
}
