import { isDay } from '../calendar/day.ts'

/** A record as a rule reads it, of whatever kind. */
export interface Sighted {
  kind: string
  body: Readonly<Record<string, unknown>>
}

/**
 * The last day on which somebody of the service had to do with the person; null where nothing says so.
 *
 * | record     | counts with                                    |
 * |------------|------------------------------------------------|
 * | `client`   | `lastSeenAt`, `openedOn`, `closedOn`           |
 * | `visit`    | the day on which it was held, and only then    |
 * | `contact`  | its day, where the person was reached          |
 * | `response` | the day on which it was filled in              |
 * | `referral` | the days on which it came in and was closed    |
 *
 * What the service does by itself (notes, planned visits, letters) does not make the time begin anew.
 */
export function lastSeenIn(records: readonly Sighted[]): string | null {
  return records
    .flatMap(momentsOf)
    .flatMap((moment) => dayIn(moment) ?? [])
    .reduce<string | null>((latest, day) => (latest !== null && latest >= day ? latest : day), null)
}

function momentsOf({ kind, body }: Sighted): unknown[] {
  switch (kind) {
    case 'client':
      return [body['lastSeenAt'], body['openedOn'], body['closedOn']]
    case 'visit':
      return body['status'] === 'held' ? [body['heldAt'] ?? body['startsAt']] : []
    case 'contact':
      return body['outcome'] === 'reached' ? [body['at']] : []
    case 'response':
      return [body['authored']]
    case 'referral':
      return [body['date'], body['closedOn']]
    default:
      return []
  }
}

/** The day of a moment as it is written: which side of midnight it fell does not matter after years. */
function dayIn(moment: unknown): string | null {
  const day = typeof moment === 'string' ? moment.slice(0, 10) : ''
  return isDay(day) ? day : null
}
