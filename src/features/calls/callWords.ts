import { formatDay } from '#ui/dates.ts'
import * as codes from '#words/codes.ts'
import type { ContactBody } from '#domain/contact/contact.ts'
import type { Standing } from '#domain/callList/calling.ts'

/** What may come of it, by how somebody was tried, the most usual first. */
const outcomes: Readonly<Record<string, readonly string[]>> = {
  phone: ['reached', 'left-message', 'no-answer', 'wrong-number', 'declined'],
  text: ['sent', 'reached', 'wrong-number', 'declined'],
  email: ['sent', 'reached', 'declined'],
  letter: ['sent', 'reached', 'declined'],
  'in-person': ['reached', 'no-answer', 'declined'],
}

export function outcomesOf(how: string): { code: string; label: string }[] {
  return (outcomes[how] ?? []).map((code) => ({ code, label: outcomeWords(how, code) }))
}

/** "Spoke to them" is no word for an answer to a letter. */
export function outcomeWords(how: string, outcome: string): string {
  if (outcome === 'reached' && how !== 'phone' && how !== 'in-person') return 'They answered'
  if (outcome === 'no-answer' && how === 'in-person') return 'Nobody there'
  return codes.wordFor(codes.contactOutcome, outcome) ?? outcome
}

/** "No answer", with what follows: "No answer. To be tried again Tue 24 Nov" */
export function contactWords({ how, outcome, nextOn }: ContactBody): string {
  const again = nextOn === undefined ? '' : `. To be tried again ${formatDay(nextOn)}`
  return `${outcomeWords(how, outcome)}${again}`
}

export const standingWords: Readonly<Record<Standing, string>> = {
  'to-call': 'Not called yet',
  'try-again': 'To be tried again',
  spoken: 'Spoken to',
  'no-way': 'No number that works',
  away: 'File not here',
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
}
