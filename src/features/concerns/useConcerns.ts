import { useMemo } from 'react'
import { clientName } from '#domain/client/name.ts'
import { type ConcernThread, concernThreads } from '#domain/concern/standing.ts'
import { useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'

export type Thread = ConcernThread<View<'concern'>, View<'concernAction'>>

/** The concerns that this person may see, of everybody or in one file; undefined until they are there. */
export function useConcerns(file?: string): Thread[] | undefined {
  const concerns = useRecords('concern', file === undefined ? {} : { file })
  const actions = useRecords('concernAction')
  return useMemo(() => concerns && actions && concernThreads(concerns, actions), [concerns, actions])
}

/** Names of colleagues, and whom a concern is about. */
export function useConcernNames() {
  const staff = useRecords('staff', { removed: true })
  const clients = useRecords('client', { removed: true })
  return useMemo(() => {
    const colleagues = new Map((staff ?? []).map(({ id, body }) => [id, body.name]))
    const people = new Map((clients ?? []).map(({ id, body }) => [id, clientName(body)]))
    return {
      staff: (id: string) => colleagues.get(id) ?? 'A colleague',
      about: ({ file, body }: View<'concern'>) =>
        (file === null ? body.name : people.get(file)) ?? 'Somebody whose file is not on this device',
    }
  }, [staff, clients])
}
