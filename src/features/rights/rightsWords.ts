import type { MarkReason } from '#domain/export/marks.ts'
import type { Objection, Retention } from '#domain/retention/retention.ts'
import type { HttpFault } from '#sync/http.ts'
import { formatFullDay } from '#ui/dates.ts'

/** Why something is marked, for whoever decides. */
export const reasonWords: Readonly<Record<MarkReason, string>> = {
  aboutOther: 'These are details of somebody else.',
  referrer: 'This says who referred the person.',
  fromProvider: 'An organisation that helps the person wrote this.',
  concern: 'This is part of a concern. To release it may harm somebody.',
  speaksOfOthers: 'This may speak of other people.',
}

export const objectionWords: Readonly<Record<Objection, string>> = {
  open: 'The file is still open: somebody is working with this person.',
  restricted: 'Its use is restricted. The person, or the law, may want it kept as it is.',
  early: 'Its time has not come yet, or nobody can say when it comes.',
}

/** How long a file is kept, in a sentence. */
export function retentionWords({ state, lastSeen, until }: Retention, years: number): string {
  const seen =
    lastSeen === null ? 'Nothing says when they were last seen.' : `Last seen ${formatFullDay(lastSeen)}.`
  if (until === null) return seen
  const kept = `${years} years after that, or longer where a manager says so`
  switch (state) {
    case 'due':
      return `${seen} It was to be kept until ${formatFullDay(until)}: ${kept}.`
    case 'soon':
    case 'kept':
    case 'unknown':
      return `${seen} It is kept until ${formatFullDay(until)}: ${kept}.`
  }
}

export function faultWords({ fault }: HttpFault): string {
  switch (fault) {
    case 'offline':
      return 'This needs a signal. Try again once there is one.'
    case 'signIn':
      return 'Sign in again, then come back here.'
    case 'busy':
      return 'The service is busy. Try again in a moment.'
    default:
      return 'The service could not do it. Try again; if it goes on, tell whoever looks after Doorstep.'
  }
}
