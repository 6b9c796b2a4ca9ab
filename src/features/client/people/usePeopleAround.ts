import { useMemo } from 'react'
import { type PersonAround, peopleAround } from '#domain/relatedPerson/around.ts'
import { useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'

/** Everybody around a client, from both sides; undefined until it is known. */
export function usePeopleAround(client: View<'client'>): PersonAround[] | undefined {
  const related = useRecords('relatedPerson')
  const clients = useRecords('client')
  return useMemo(() => {
    if (!related || !clients) return undefined
    return peopleAround(client, related, new Map(clients.map((each) => [each.id, each])))
  }, [client, related, clients])
}
