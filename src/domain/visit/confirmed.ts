import type { ContactBody } from '../contact/contact.ts'
import type { Held } from '../record/held.ts'
import type { VisitBody } from './visit.ts'

/** The contact on which a visit was confirmed for the time that it has now; null where it was not, or was moved since. */
export function confirmationOf<Contact extends Held<ContactBody>>(
  { id, body }: Held<VisitBody>,
  contacts: readonly Contact[],
): Contact | null {
  const confirming = contacts.filter(
    (contact) => contact.body.confirms?.visit === id && contact.body.confirms.startsAt === body.startsAt,
  )
  return confirming.toSorted((a, b) => b.body.at.localeCompare(a.body.at))[0] ?? null
}
