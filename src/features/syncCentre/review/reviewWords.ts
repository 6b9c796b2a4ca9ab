import type { ReviewItem, ReviewState } from '#protocol/review.ts'
import type { HttpFault } from '#sync/http.ts'
import { refusalWords } from '../refusalWords.ts'

/** What the list can be narrowed to, in the order in which it is offered. */
export const views: readonly { state: ReviewState; label: string; none: string; meaning: string }[] = [
  {
    state: 'held',
    label: 'To decide',
    none: 'Nothing waits for a decision',
    meaning:
      'When somebody writes on a file that they no longer look after, it is kept here until a manager has decided.',
  },
  {
    state: 'taken',
    label: 'Taken in',
    none: 'Nothing has been taken in yet',
    meaning: 'What you or another manager took in is listed here.',
  },
  {
    state: 'declined',
    label: 'Left out',
    none: 'Nothing has been left out',
    meaning: 'What you or another manager left out is kept here, and can still be taken in.',
  },
  {
    state: 'refused',
    label: 'Refused',
    none: 'Nothing has been refused',
    meaning:
      'What did not fit is listed here. Its author is told why and can put it right; there is nothing for you to do.',
  },
]

export function viewOf(state: string | null): (typeof views)[number] {
  return views.find((view) => view.state === state) ?? firstView
}

const [firstView = { state: 'held', label: '', none: '', meaning: '' } as const] = views

interface ItemWords {
  title: string
  meaning: string
}

/** How a change stands, for the manager who looks at it. */
export function itemWords({ state, reason, note }: ReviewItem, author: string): ItemWords {
  const why = note ? ` The reason given: “${note}”` : ''
  switch (state) {
    case 'held':
      return {
        title: `${author} could not write there any more when this arrived`,
        meaning:
          'Take it in, and it becomes part of the record as theirs. Where the record has changed since, both values are shown as a question. Leave it out, and it is kept here but changes nothing.',
      }
    case 'taken':
      return { title: 'This was taken in', meaning: `It is part of the record.${why}` }
    case 'declined':
      return { title: 'This was left out', meaning: `It changed nothing, and ${author} is told.${why}` }
    case 'refused':
      return {
        title: 'This did not fit',
        meaning: `${refusalWords(reason).why} ${author} is told, and can put it right and send it again.`,
      }
  }
}

/** Why a change cannot be taken in even by a manager. */
export function notTakenWords(reason: string): string {
  switch (reason) {
    case 'held':
      return 'It goes on from something else that is held. Take that in first, then this.'
    case 'unknownRecord':
      return 'It changes something that the service does not have, so it cannot be taken in.'
    default:
      return `It cannot be taken in. ${refusalWords(reason).why}`
  }
}

export function reviewFaultWords({ fault, status }: HttpFault): string {
  if (fault === 'offline') return 'There is no signal. Deciding needs one.'
  if (fault === 'signIn') return 'Sign in again under Settings, then come back here.'
  if (status === 403) return 'Only a manager can decide.'
  if (status === 404) return 'The service does not have this any more.'
  if (status === 422) return 'Somebody else has decided about it meanwhile.'
  return 'The service has a fault at the moment. Try again in a little while.'
}
