import { useMemo } from 'react'
import { useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { type Group, groupOf } from './groups.ts'

/** A referral to this organisation, with what was written on it, the earliest first. */
export interface Received {
  referral: View<'onwardReferral'>
  messages: View<'message'>[]
  group: Group
}

/** All that this device holds, the newest first; undefined until it is there. */
export function useReferrals(): Received[] | undefined {
  const referrals = useRecords('onwardReferral')
  const messages = useRecords('message')
  return useMemo(() => {
    if (!referrals || !messages) return undefined
    const of = Map.groupBy(messages, ({ body }) => body.onwardReferral)
    return referrals
      .map((referral) => {
        const own = (of.get(referral.id) ?? []).toSorted((a, b) => a.body.at.localeCompare(b.body.at))
        const group = groupOf(
          referral.body,
          own.map(({ body }) => body),
        )
        return { referral, messages: own, group }
      })
      .toSorted((a, b) => b.referral.body.madeOn.localeCompare(a.referral.body.madeOn))
  }, [referrals, messages])
}
