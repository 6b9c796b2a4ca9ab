import { dayOf } from '../calendar/day.ts'
import type { ClientBody } from '../client/client.ts'
import { byFile, type Held } from '../record/held.ts'
import type { VisitBody } from '../visit/visit.ts'
import type { ContactBody } from './contact.ts'
import { isReached } from './log.ts'

/**
 * Somebody to ring today. `day`: since when it is due; null where nobody knows. `tried`: how often they were tried since
 * they were last reached.
 *
 * - `promised`: the latest contact said to try again on a day that has come
 * - `call-back`: they declined, and the day to ask them again has come
 * - `first`: they were referred, nobody has reached them, and no visit is planned
 */
export interface CallDue {
  client: string
  why: 'promised' | 'call-back' | 'first'
  day: string | null
  tried: number
}

export interface Contacts {
  clients: readonly Held<ClientBody>[]
  contacts: readonly Held<ContactBody>[]
  visits: readonly Held<VisitBody>[]
}

/** Whose calls: a co-ordinator's own, and those of their team whom nobody has. */
export interface Caller {
  person: string
  team: string | null
  today: string
}

/** The order of kinds: a promise first. */
const order: readonly CallDue['why'][] = ['promised', 'call-back', 'first']

/**
 * The calls of a day, promises first, then the longest due. Whoever was tried today is not due again today, unless it
 * was promised for today; a day that is still to come puts everything off until then.
 */
export function callsDue({ clients, contacts, visits }: Contacts, caller: Caller): CallDue[] {
  const [contactsOf, visitsOf] = [byFile(contacts), byFile(visits)]
  return clients
    .filter(({ body }) => isTheirs(body, caller))
    .flatMap((client) => {
      const latestFirst = (contactsOf.get(client.id) ?? []).toSorted(latest)
      const due = dueOf(client, latestFirst, visitsOf.get(client.id) ?? [], caller)
      return due ? [{ client: client.id, tried: triedSince(latestFirst), ...due }] : []
    })
    .toSorted(
      (a, b) =>
        order.indexOf(a.why) - order.indexOf(b.why) || (a.day ?? '9999').localeCompare(b.day ?? '9999'),
    )
}

/** The day that the latest contact set for the next one, if any. */
export function promisedDay(contacts: readonly Held<ContactBody>[]): string | undefined {
  return contacts.toSorted(latest)[0]?.body.nextOn
}

function isTheirs({ coordinator, team, merged }: ClientBody, caller: Caller): boolean {
  if (merged) return false
  return coordinator === undefined ? team === caller.team : coordinator === caller.person
}

function dueOf(
  { body }: Held<ClientBody>,
  latestFirst: readonly Held<ContactBody>[],
  visits: readonly Held<VisitBody>[],
  { person, today }: Caller,
): Pick<CallDue, 'why' | 'day'> | null {
  const [last] = latestFirst
  const promised = last?.body.nextOn
  if (body.status === 'closed') return null
  if (promised !== undefined) return promised <= today ? { why: 'promised', day: promised } : null
  if (last && dayOf(last.body.at) === today) return null
  if (body.status === 'declined') {
    const day = body.callBackOn
    return day !== undefined && day <= today ? { why: 'call-back', day } : null
  }
  const isFirst =
    body.status === 'waiting' &&
    body.coordinator === person &&
    !latestFirst.some((contact) => isReached(contact.body)) &&
    !visits.some((visit) => visit.body.status === 'planned' || visit.body.status === 'held')
  return isFirst ? { why: 'first', day: body.allocatedOn ?? null } : null
}

function triedSince(latestFirst: readonly Held<ContactBody>[]): number {
  const reached = latestFirst.findIndex(({ body }) => isReached(body))
  return reached < 0 ? latestFirst.length : reached
}

function latest(a: Held<ContactBody>, b: Held<ContactBody>): number {
  return b.body.at.localeCompare(a.body.at)
}
