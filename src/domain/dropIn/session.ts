import type { Edit } from '../change/change.ts'
import { editRecord, type Seen } from '../change/write.ts'
import type { DropInBody } from './dropIn.ts'
import type { DropInContactBody } from './dropInContact.ts'

/** Where a session may be held. */
export interface SessionPlace {
  readonly place: string
  readonly practice?: string | undefined
  readonly area?: string | undefined
}

type Session = Seen & { body: DropInBody }
type Contact = Seen & { body: DropInContactBody }

/** Where one is likely to be: where the last sessions were, the latest first, then the practices by name. */
export function proposedPlaces(
  sessions: readonly DropInBody[],
  practices: readonly { readonly id: string; readonly name: string }[],
): SessionPlace[] {
  const before = sessions.toSorted((a, b) => b.openedAt.localeCompare(a.openedAt)).map(placeOf)
  const named = practices
    .map(({ id, name }) => ({ place: name, practice: id }))
    .toSorted((a, b) => a.place.localeCompare(b.place))
  const byName = new Map<string, SessionPlace>()
  for (const each of [...before, ...named]) {
    const key = each.place.trim().toLowerCase()
    if (!byName.has(key)) byName.set(key, each)
  }
  return [...byName.values()]
}

function placeOf({ place, practice, area }: DropInBody): SessionPlace {
  return {
    place,
    ...(practice === undefined ? {} : { practice }),
    ...(area === undefined ? {} : { area }),
  }
}

export function isOpen({ closedAt }: Pick<DropInBody, 'closedAt'>): boolean {
  return closedAt === undefined
}

/** The session as it is to be, and everybody of it on whatever was logged there: who came later holds all of it. */
export function sessionEdits(session: Session, after: DropInBody, contacts: readonly Contact[]): Edit[] {
  return [editRecord(session, after), ...heldByAll(after.people, contacts)].filter((edit) => edit !== null)
}

/**
 * What was logged without knowing of somebody who had joined meanwhile, on a phone without a signal, is made theirs too.
 * As much as goes into one change; the rest comes with the next.
 */
function heldByAll(people: readonly string[], contacts: readonly Contact[]): (Edit | null)[] {
  return contacts
    .filter(({ body }) => people.some((id) => !body.people.includes(id)))
    .slice(0, AT_ONCE)
    .map((contact) =>
      editRecord(contact, { ...contact.body, people: [...new Set([...contact.body.people, ...people])] }),
    )
}

const AT_ONCE = 150

/** Sessions as they are looked through: a place, a topic, a period; each that is left out narrows nothing. */
export interface SessionChoice {
  readonly place?: string
  readonly topic?: string
  /** Days, both counted in. */
  readonly from?: string
  readonly to?: string
}

export function isChosenSession({ place, topic, day }: DropInBody, choice: SessionChoice): boolean {
  return (
    (choice.place === undefined || place === choice.place) &&
    (choice.topic === undefined || topic === choice.topic) &&
    (choice.from === undefined || day >= choice.from) &&
    (choice.to === undefined || day <= choice.to)
  )
}
