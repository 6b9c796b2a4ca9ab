import { isOpen } from '#domain/plan/board.ts'
import { formatDay, formatMoment } from '#ui/dates.ts'
import * as codes from '#words/codes.ts'
import type { ClientFile, Names } from '../useClientFile.ts'

const ended = ['finished', 'declined', 'did-not-start', 'withdrawn']

/** What is not finished in a file, one line each: visits to come, steps of the plan, referrals out. */
export function stillOpen(
  { visits, plans, onwardReferrals }: Pick<ClientFile, 'visits' | 'plans' | 'onwardReferrals'>,
  names: Pick<Names, 'service'>,
): string[] {
  return [
    ...visits
      .filter(({ body }) => body.status === 'planned')
      .map(({ body }) => `Visit planned for ${formatMoment(body.startsAt)}`),
    ...plans
      .flatMap(({ body }) => body.actions)
      .filter(isOpen)
      .map(({ what, who, by }) => `Step: ${what} (${who}${by ? `, by ${formatDay(by)}` : ''})`),
    ...onwardReferrals
      .filter(({ body }) => !ended.includes(body.status))
      .map(({ body }) => {
        const status = codes.wordFor(codes.onwardStatus, body.status) ?? body.status
        return `Referral to ${names.service(body.service)}: ${status.toLowerCase()}`
      }),
  ]
}
