import type { ReferralBody } from '#domain/referral/referral.ts'
import type { PillProps } from '#ui/Pill.tsx'
import * as codes from '#words/codes.ts'
import type { Glance, QueueEntry } from './useQueue.ts'

/** For how long somebody has waited: "12 days". */
export function waitedWords(waited: number | null): string {
  if (waited === null) return 'Waiting since an unreadable date'
  if (waited < 1) return 'Came today'
  if (waited < 14) return `Waiting ${count(waited, 'day')}`
  if (waited < 61) return `Waiting ${count(Math.floor(waited / 7), 'week')}`
  return `Waiting ${count(Math.floor(waited / 30.4), 'month')}`
}

/** In short, for a list: "Isolated" without what that means. */
export function reasonWords({ reasons }: ReferralBody): string {
  return reasons
    .map((reason) => (codes.wordFor(codes.referralReason, reason) ?? reason).split(':')[0])
    .join(', ')
}

export function sourceWords({ source }: ReferralBody): string {
  return codes.wordFor(codes.referralSource, source) ?? source
}

/** What the rules say, or what somebody decided, in two or three words. */
export function glanceWords({ outcome, decided }: Glance): string {
  if (decided) return decidedWords[outcome] ?? outcome
  return undecidedWords[outcome] ?? outcome
}

const undecidedWords: Readonly<Record<string, string>> = {
  eligible: 'Meets the criteria',
  'not-eligible': 'Does not meet the criteria',
  'not-known': 'Something to ask',
}
const decidedWords: Readonly<Record<string, string>> = {
  eligible: 'Decided: eligible',
  'not-eligible': 'Decided: not eligible',
  'not-known': 'Decided: not known yet',
}

export function glanceTone({ outcome, decided }: Glance): NonNullable<PillProps['tone']> {
  if (outcome === 'eligible') return 'accent'
  return outcome === 'not-known' && !decided ? 'amber' : 'plain'
}

export function whoseWords({ client }: QueueEntry, staffName: (id: string | undefined) => string): string {
  return client.body.coordinator ? `With ${staffName(client.body.coordinator)}` : 'With nobody yet'
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
}
