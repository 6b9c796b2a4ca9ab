import type { ProviderStatus } from '#domain/onwardReferral/answers.ts'

/** Words of the page for providers without an account; whoever has the app reads those of the app. */
export const partWords: Readonly<Record<string, string>> = {
  'communication-needs': 'How to talk with them',
  called: 'Likes to be called',
  contact: 'Name and how to reach them',
  'access-needs': 'What they need to take part',
  reason: 'Why they are referred',
  'what-matters': 'What matters to them',
  conditions: 'Health conditions',
  risks: 'Risks',
  'wellbeing-score': 'Wellbeing score',
}

export const answerWords: Record<ProviderStatus, string> = {
  accepted: 'We accept',
  waiting: 'They are on our waiting list',
  started: 'They have started',
  attended: 'They come',
  finished: 'They have finished',
  declined: 'We cannot take them',
  'did-not-start': 'They did not start',
}

export const standingWords: Readonly<Record<string, string>> = {
  sent: 'Not answered yet',
  accepted: 'Accepted',
  waiting: 'On the waiting list',
  started: 'Started',
  attended: 'Attended',
  finished: 'Finished',
  declined: 'Declined',
  'did-not-start': 'Did not start',
}

export const fieldWords = {
  reason: 'Why',
  expectedWait: 'How long the wait is likely to be, for example 6 weeks',
  startedOn: 'On which day',
  outcome: 'What came of it',
} as const

/** What a provider says of their entry in the directory along with an answer. */
export const entryWords = {
  wait: 'Show this wait in our entry in the directory, for everybody',
  full: 'We are full: show our entry in the directory as closed to referrals',
} as const

export const closedWords = {
  unknown: [
    'This link leads nowhere',
    'Part of it may be missing. Ask whoever sent it to you for a new one.',
  ],
  used: [
    'This link has been used',
    'It takes one answer, and that has arrived. To say more, ask whoever sent it to you for a new one.',
  ],
  runOut: ['This link has run out', 'It lasted for 14 days. Ask whoever sent it to you for a new one.'],
  takenBack: [
    'This link was taken back',
    'Whoever sent it to you has closed it. Ask them if you still want to answer.',
  ],
  withdrawn: ['This referral was withdrawn', 'There is nothing left for you to do. Thank you.'],
} as const
