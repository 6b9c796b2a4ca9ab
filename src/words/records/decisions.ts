import * as codes from '#words/codes.ts'
import { code, day, type FieldWord, list, name, text } from './shape.ts'

/** What was decided of a referral, so that two decisions of two people can be told apart. */
export const eligibilityWords: FieldWord = list('eligibility', 'decision', 'outcome', {
  outcome: code('what the rules said', codes.eligibility),
  override: list('decided otherwise', 'decision', 'to', {
    to: code('decided', codes.eligibility),
    reason: text('because'),
  }),
  ruleSet: text('by the rules'),
  version: text('version'),
  on: day('on'),
  by: name('by', 'staff'),
})

export const urgentWords: FieldWord = list('risk that was spoken of', 'risk', 'risk', {
  risk: text('what was said'),
  action: text('what was done'),
})
