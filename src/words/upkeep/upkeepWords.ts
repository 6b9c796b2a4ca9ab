import type { CorrectionBody } from '#domain/correction/correction.ts'
import type { Happened } from '#domain/directory/happened.ts'
import { waitInWords } from '#domain/directory/wait.ts'
import { since } from '#ui/dates.ts'
import * as codes from '../codes.ts'
import { lowered } from '../sentence.ts'

/** "Reported: phone or email is wrong, 2 days ago" */
export function reportedWords({ what, at }: CorrectionBody, now: Date): string {
  const mistake = codes.wordFor(codes.mistake, what) ?? 'something is wrong'
  return `Reported: ${lowered(mistake)}, ${since(at, now)}`
}

/** What became of the referrals from here, a line each: "Started after 5 weeks (the median of 4)". */
export function happenedLines({ started, declined, didNotStart, unanswered }: Happened): string[] {
  const { n, medianDays } = started
  const after =
    medianDays === null ? '' : ` after ${waitInWords(Math.round(medianDays / 7)).toLowerCase()} (median)`
  return [
    ...(n > 0 ? [`${n} started${medianDays !== null && medianDays < 4 ? ' at once' : after}`] : []),
    ...(declined.n > 0 ? [declinedLine(declined)] : []),
    ...(didNotStart > 0 ? [`${didNotStart} did not start`] : []),
    ...(unanswered > 0 ? [`${unanswered} got no answer`] : []),
  ]
}

function declinedLine({ n, why }: Happened['declined']): string {
  const reasons = [
    ...(why.full > 0 ? [`${why.full} as full`] : []),
    ...(why['not-suited'] > 0 ? [`${why['not-suited']} as not suitable`] : []),
    ...(why.other > 0 && why.other < n ? [`${why.other} for other reasons`] : []),
  ]
  return [`${n} declined`, reasons.join(', ')].filter(Boolean).join(': ')
}

export function saysAndWaited(says: number, waited: number): string {
  return `says ${waitInWords(says).toLowerCase()}; our referrals waited ${waited}`
}
