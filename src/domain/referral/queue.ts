import { daysBetween } from '../calendar/day.ts'
import type { ClientBody } from '../client/client.ts'
import type { Held } from '../record/held.ts'
import type { ReferralBody } from './referral.ts'

/** A person who waits. `waited`: whole days since the referral; null where its date is not one. */
export interface Waiting<Referral, Client> {
  referral: Referral
  client: Client
  waited: number | null
  urgent: boolean
}

/**
 * Everybody who was referred and has not been seen yet, as a service looks through them:
 *
 * | first                                  | because                                              |
 * |----------------------------------------|------------------------------------------------------|
 * | somebody spoke of suicide or of harm   | and nobody has written down what was done about it   |
 * | the same                               | and something was done                               |
 * | whose date nobody can read             | they may wait longest of all                         |
 * | the longest waiting                    |                                                      |
 *
 * A closed file with a new referral waits like any other. `today` is a day.
 */
export function waitingList<Referral extends Held<ReferralBody>, Client extends Held<ClientBody>>(
  referrals: readonly Referral[],
  clients: readonly Client[],
  today: string,
): Waiting<Referral, Client>[] {
  const byId = new Map(clients.map((client) => [client.id, client]))
  return referrals
    .filter(({ body }) => waits(body.status))
    .flatMap((referral) => {
      const client = byId.get(referral.file ?? '')
      if (!client) return []
      const { date, urgent } = referral.body
      return [{ referral, client, waited: daysBetween(date, today), urgent: urgent !== undefined }]
    })
    .toSorted(pressing)
}

function waits(status: string): boolean {
  return status === 'received' || status === 'in-contact'
}

type Any = Waiting<Held<ReferralBody>, Held<ClientBody>>

function pressing(a: Any, b: Any): number {
  return (
    danger(a) - danger(b) ||
    (b.waited ?? Number.MAX_SAFE_INTEGER) - (a.waited ?? Number.MAX_SAFE_INTEGER) ||
    a.referral.id.localeCompare(b.referral.id)
  )
}

function danger({ referral: { body } }: Any): number {
  if (!body.urgent) return 2
  return body.urgent.action === undefined || body.urgent.action === '' ? 0 : 1
}
