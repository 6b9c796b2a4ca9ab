import type { MessageBody } from '#domain/message/message.ts'
import { askedForNews } from '#domain/onwardReferral/answers.ts'
import type { OnwardReferralBody } from '#domain/onwardReferral/onwardReferral.ts'

export const groups = ['new', 'asked', 'waiting', 'going', 'ended'] as const
export type Group = (typeof groups)[number]

const byStatus: Readonly<Record<string, Group>> = {
  sent: 'new',
  accepted: 'waiting',
  waiting: 'waiting',
  started: 'going',
  attended: 'going',
  finished: 'ended',
  declined: 'ended',
  'did-not-start': 'ended',
  withdrawn: 'ended',
}

/**
 * What is to be done about a referral.
 *
 * | status                                          | asked for news | group     |
 * |-------------------------------------------------|----------------|-----------|
 * | not answered yet                                | either         | `new`     |
 * | withdrawn                                       | either         | `ended`   |
 * | any other                                       | yes            | `asked`   |
 * | accepted, on the waiting list                   | no             | `waiting` |
 * | started, attended, or of a version yet to come  | no             | `going`   |
 * | finished, declined, did not start               | no             | `ended`   |
 */
export function groupOf(
  { status }: Pick<OnwardReferralBody, 'status'>,
  messages: readonly MessageBody[],
): Group {
  const group = Object.hasOwn(byStatus, status) ? (byStatus[status] ?? 'going') : 'going'
  if (group === 'new' || status === 'withdrawn') return group
  return askedForNews(messages) === null ? group : 'asked'
}

/** Whether the last word is the service's, and there is more of theirs than was looked at. The earliest come first. */
export function isUnread(messages: readonly Pick<MessageBody, 'side'>[], looked: number): boolean {
  const theirs = messages.filter(({ side }) => side === 'service').length
  return theirs > looked && messages.at(-1)?.side === 'service'
}
