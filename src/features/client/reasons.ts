/** Why somebody does not want the service. Kept in these words, with own words after them. */
export const declineReasons = [
  'Not now',
  'Manages well without',
  'Has help already',
  'Hoped for something else',
  'Too unwell',
  'Could not be reached',
  'Has moved away',
  'Did not say',
] as const

export const callOffReasons = [
  'They asked to call it off',
  'They are unwell or in hospital',
  'I cannot come',
  'It is not safe to go',
  'Already seen elsewhere',
] as const

export const missedReasons = [
  'Nobody was in',
  'They had forgotten',
  'They are unwell or in hospital',
  'I could not get there',
  'It was not safe to go in',
] as const

/** "Not now: after the operation" */
export function reasonWords({ reason, words }: { reason: string; words: string }): string {
  return [reason, words.trim()].filter((part) => part !== '').join(': ')
}
