import type { WaitingStep } from '#domain/waiting/waiting.ts'

/** `label` heads a step; `wait` follows "Waiting for". */
export const waitWords: Readonly<Record<WaitingStep, { label: string; wait: string }>> = {
  allocated: { label: 'Until a co-ordinator was found', wait: 'a co-ordinator' },
  contact: { label: 'Until first spoken with', wait: 'a first conversation' },
  visit: { label: 'Until the first visit', wait: 'a first visit' },
  plan: { label: 'Until a plan was agreed', wait: 'a plan' },
}

/** "the same day", "1 day", "12 days". */
export function waitedFor(days: number): string {
  if (days === 0) return 'the same day'
  return `${days.toLocaleString('en-GB')} ${days === 1 ? 'day' : 'days'}`
}
