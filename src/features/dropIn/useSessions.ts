import { useMemo } from 'react'
import { useRecord, useRecords, useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'

export type Session = View<'dropIn'>
export type Contact = View<'dropInContact'>

export interface HeldSession {
  session: Session
  contacts: Contact[]
}

/** Every session that this device holds, the latest first; undefined until they are there. */
export function useSessions(): HeldSession[] | undefined {
  const sessions = useRecords('dropIn')
  const contacts = useRecords('dropInContact')
  return useMemo(() => {
    if (!sessions || !contacts) return undefined
    const bySession = Map.groupBy(contacts, ({ body }) => body.dropIn)
    return sessions
      .map((session) => ({ session, contacts: latestFirst(bySession.get(session.id) ?? []) }))
      .toSorted((a, b) => b.session.body.openedAt.localeCompare(a.session.body.openedAt))
  }, [sessions, contacts])
}

/** One session with who came to it, the latest first; undefined until it is there, null where there is none. */
export function useSession(id: string): HeldSession | null | undefined {
  const session = useRecord('dropIn', id)
  const contacts = useRecords('dropInContact')
  return useMemo(() => {
    if (session === undefined || !contacts) return undefined
    if (session === null || session.deleted) return null
    return { session, contacts: latestFirst(contacts.filter(({ body }) => body.dropIn === id)) }
  }, [session, contacts, id])
}

function latestFirst(contacts: Contact[]): Contact[] {
  return contacts.toSorted((a, b) => b.body.at.localeCompare(a.body.at))
}

/** Whether one's own: whoever is not of it looks on. */
export function useIsOwn(session: Session | undefined): boolean {
  const { person } = useWorkspace()
  return session?.body.people.includes(person.id) ?? false
}
