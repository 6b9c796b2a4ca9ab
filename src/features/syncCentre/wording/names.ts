import { useMemo } from 'react'
import { clientName } from '#domain/client/name.ts'
import type { KindName } from '#domain/kind/kinds.ts'
import { calledIn } from '#domain/onwardReferral/shared.ts'
import { useRecords, useWorkspace } from '#store/react.ts'
import type { NameOf } from '#words/records/value.ts'

/**
 * The names of what records point to: people, practices, services, clients. A provider holds no client: whoever was
 * referred to them has the name that was shared.
 */
export function useNames(): NameOf {
  const { person } = useWorkspace()
  const clients = useRecords('client', { removed: true, merged: true })
  const staff = useRecords('staff', { removed: true })
  const practices = useRecords('practice', { removed: true })
  const services = useRecords('service', { removed: true })
  const organisations = useRecords('organisation', { removed: true })
  const dropIns = useRecords('dropIn', { removed: true })
  const referrals = useRecords('onwardReferral')
  return useMemo(() => {
    const names = new Map([[person.id, person.name]])
    for (const { file, body } of person.role === 'provider' ? (referrals ?? []) : [])
      if (file !== null) names.set(file, calledIn(body) ?? 'Somebody')
    for (const { id, body } of clients ?? []) names.set(id, clientName(body))
    for (const views of [staff, practices, services, organisations])
      for (const { id, body } of views ?? []) names.set(id, body.name)
    for (const { id, body } of dropIns ?? []) names.set(id, body.place)
    return (_kind: KindName, id: string) => names.get(id) ?? null
  }, [person, clients, staff, practices, services, organisations, dropIns, referrals])
}

export function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`
}
