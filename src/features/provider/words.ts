import type { ProviderStatus } from '#domain/onwardReferral/answers.ts'
import type { Group } from './groups.ts'

export const groupWords: Record<Group, string> = {
  new: 'New',
  asked: 'Asked for news',
  waiting: 'Accepted or waiting',
  going: 'Going on',
  ended: 'Ended',
}

/** What one says by an answer, on its button. */
export const answerWords: Record<ProviderStatus, string> = {
  accepted: 'Accept',
  waiting: 'On our waiting list',
  started: 'They have started',
  attended: 'They come',
  finished: 'They have finished',
  declined: 'Decline',
  'did-not-start': 'They did not start',
}

export const fieldWords = {
  reason: { label: 'Why', description: 'So that something else can be found for them.' },
  expectedWait: { label: 'How long the wait is likely to be', description: 'For example: 6 weeks' },
  outcome: { label: 'What came of it', description: 'In a sentence. They may read it too.' },
} as const

/** What an answer may say of the entry in the directory, too: nobody else has to be turned down to learn it. */
export const entryWords = {
  wait: 'Show this wait in our entry in the directory, for everybody',
  full: 'We are full: show our entry in the directory as closed to referrals',
} as const
