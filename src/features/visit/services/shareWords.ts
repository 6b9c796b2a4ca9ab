import type { Shareable } from '#domain/onwardReferral/shared.ts'

/** What a client may agree to share, in their own words. */
export const shareWords: Readonly<Record<Shareable, string>> = {
  contact: 'Name and how to reach me',
  'communication-needs': 'How to talk with me',
  'access-needs': 'What I need to take part',
  reason: 'Why I would like to come',
  'what-matters': 'What matters to me',
  conditions: 'My health conditions',
  risks: 'Risks',
  'wellbeing-score': 'My wellbeing score',
}
