import { useMemo } from 'react'
import { useRecords, useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { useLooked } from '#ui/looked.ts'
import { type Group, groupOf, isUnread } from './groups.ts'

/** A referral to this organisation, with what was written on it, the earliest first. */
export interface Received {
  referral: View<'onwardReferral'>
  messages: View<'message'>[]
  group: Group
  /** The service has written, and nobody has looked at it on this device or answered. */
  unread: boolean
}

/** All that this device holds, the newest first; undefined until it is there. */
export function useReferrals(): Received[] | undefined {
  const referrals = useRecords('onwardReferral')
  const messages = useRecords('message')
  const looked = useLooked(useWorkspace().person.id)
  return useMemo(() => {
    if (!referrals || !messages) return undefined
    const of = Map.groupBy(messages, ({ body }) => body.onwardReferral)
    return referrals
      .map((referral) => {
        const own = (of.get(referral.id) ?? []).toSorted((a, b) => a.body.at.localeCompare(b.body.at))
        const said = own.map(({ body }) => body)
        const group = groupOf(referral.body, said)
        return { referral, messages: own, group, unread: isUnread(said, looked[referral.id] ?? 0) }
      })
      .toSorted((a, b) => b.referral.body.madeOn.localeCompare(a.referral.body.madeOn))
  }, [referrals, messages, looked])
}
