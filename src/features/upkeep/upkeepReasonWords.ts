import type { UpkeepReason, UpkeepWhy } from '#domain/directory/upkeep.ts'
import { formatDay, formatFullDay } from '#ui/dates.ts'
import { saysAndWaited } from '#words/upkeep/upkeepWords.ts'
import { sentence } from '#words/sentence.ts'
import * as codes from '#words/codes.ts'

/** As a choice above the list. */
export const whyWords: Record<UpkeepWhy, string> = {
  reported: 'Reported',
  proposed: 'Proposed by the provider',
  bounced: 'Referrals came back',
  'left-feed': 'Gone from the feed',
  wait: 'Another wait than it says',
  'never-checked': 'Never checked',
  unchecked: 'Not checked for six months',
}

/** Why an entry is on the list, in a line. */
export function reasonLine(reason: UpkeepReason): string {
  switch (reason.why) {
    case 'reported':
      return `Reported: ${reason.reports.map(({ what }) => codes.wordFor(codes.mistake, what) ?? 'something is wrong').join('; ')}`
    case 'proposed':
      return reason.proposals.length === 1
        ? 'Its provider proposes a change'
        : `Its provider proposes ${reason.proposals.length} changes`
    case 'bounced':
      return reason.n === 1
        ? 'A referral came back since it was checked'
        : `${reason.n} referrals came back since it was checked`
    case 'left-feed':
      return `Gone from its feed since ${formatDay(reason.on)}`
    case 'wait':
      return sentence(saysAndWaited(reason.says, reason.waited))
    case 'never-checked':
      return 'Never checked'
    case 'unchecked':
      return `Last checked ${formatFullDay(reason.since)}`
  }
}
