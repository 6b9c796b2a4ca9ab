import { useMemo } from 'react'
import { useRecords, useWorkspace } from '#store/react.ts'
import type { OwnReferral } from './news.ts'

/** The referrals to services of everybody whom this person looks after; none until all of it is there. */
export function useOwnReferrals(): OwnReferral[] {
  const { person } = useWorkspace()
  const clients = useRecords('client')
  const referrals = useRecords('onwardReferral')
  const messages = useRecords('message')
  return useMemo(() => {
    if (!clients || !referrals || !messages) return []
    const own = new Map(
      clients.filter(({ body }) => body.coordinator === person.id).map((client) => [client.id, client]),
    )
    const said = Map.groupBy(messages, ({ body }) => body.onwardReferral)
    return referrals.flatMap(({ id, file, body }) => {
      const client = file === null ? undefined : own.get(file)
      return client ? [{ id, client, body, messages: (said.get(id) ?? []).map((each) => each.body) }] : []
    })
  }, [clients, referrals, messages, person.id])
}
