import type { MessageBody } from '#domain/message/message.ts'
import type { OnwardReferralBody } from '#domain/onwardReferral/onwardReferral.ts'
import { sharedParts } from '#domain/onwardReferral/shared.ts'
import * as codes from './codes.ts'

type DayWords = (day: string) => string

/** What a referral shares, as labels and lines; how to talk with the person comes first. */
export function sharedFacts(
  told: Pick<OnwardReferralBody, 'shared' | 'communicationNeeds' | 'reason'>,
  dayWords: DayWords,
): { label: string; value: string }[] {
  return sharedParts(told).map(({ part, lines, on }) => ({
    label: part === 'called' ? 'Likes to be called' : (codes.wordFor(codes.shared, part) ?? part),
    value: on === undefined ? lines.join('\n') : `${lines.join('\n')}, ${dayWords(on)}`,
  }))
}

type Answer = NonNullable<MessageBody['answer']>

/** An answer in a line: "Accepted. Expected wait: 6 weeks." */
export function answerLine(
  { status, reason, expectedWait, startedOn, outcome }: Answer,
  dayWords: DayWords,
): string {
  const parts = [
    codes.wordFor(codes.onwardStatus, status),
    reason,
    expectedWait && `Expected wait: ${expectedWait}`,
    startedOn && `Since ${dayWords(startedOn)}`,
    outcome,
  ]
  return parts.flatMap((part) => (part ? [part.replace(/[.\s]+$/, '')] : [])).join('. ') + '.'
}
