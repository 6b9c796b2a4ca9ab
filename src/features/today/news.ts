import { dayOf, daysBetween } from '#domain/calendar/day.ts'
import type { ClientBody } from '#domain/client/client.ts'
import type { MessageBody } from '#domain/message/message.ts'
import { askedForNews, daysQuiet } from '#domain/onwardReferral/answers.ts'
import type { OnwardReferralBody } from '#domain/onwardReferral/onwardReferral.ts'

/** A referral of somebody whom this person looks after, with what was said on it. */
export interface OwnReferral {
  id: string
  client: { id: string; body: ClientBody }
  body: OnwardReferralBody
  messages: readonly MessageBody[]
}

/** `heard`: the provider has written something that was not looked at yet; `quiet`: nothing for long, and nobody asked. */
export type News =
  | { about: 'heard'; referral: OwnReferral; latest: MessageBody }
  | { about: 'quiet'; referral: OwnReferral; days: number }

interface Since {
  /** How many messages of the provider's were looked at, by referral. */
  looked: Readonly<Record<string, number>>
  today: string
  quietDays: number
}

/** On a new device nothing was looked at yet: what is older than this is no news there. */
const NEWS_DAYS = 14

/** What was heard first, the latest first; then those that are quiet, the longest first. */
export function newsFor(referrals: readonly OwnReferral[], since: Since): News[] {
  const heard = referrals.flatMap((referral) => heardOn(referral, since))
  const others = referrals.filter(({ id }) => !heard.some(({ referral }) => referral.id === id))
  const quiet = others.flatMap((referral) => quietOn(referral, since))
  return [
    ...heard.toSorted((a, b) => b.latest.at.localeCompare(a.latest.at)),
    ...quiet.toSorted((a, b) => b.days - a.days),
  ]
}

function heardOn(referral: OwnReferral, { looked, today }: Since): Extract<News, { about: 'heard' }>[] {
  const theirs = referral.messages
    .filter(({ side }) => side === 'provider')
    .toSorted((a, b) => a.at.localeCompare(b.at))
  const latest = theirs.at(-1)
  const seen = Object.hasOwn(looked, referral.id) ? (looked[referral.id] ?? 0) : 0
  if (!latest || theirs.length <= seen) return []
  const age = daysBetween(dayOf(latest.at) ?? today, today) ?? 0
  return age <= NEWS_DAYS ? [{ about: 'heard', referral, latest }] : []
}

function quietOn(referral: OwnReferral, { today, quietDays }: Since): Extract<News, { about: 'quiet' }>[] {
  const days = daysQuiet(referral.body, referral.messages, today)
  if (days === null || days < quietDays || referral.client.body.status !== 'open') return []
  const asked = askedForNews(referral.messages)
  const since = asked === null ? null : daysBetween(dayOf(asked) ?? today, today)
  return since !== null && since < quietDays ? [] : [{ about: 'quiet', referral, days }]
}
