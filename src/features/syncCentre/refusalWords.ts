import { type RefusalReason, refusalReasons } from '#domain/change/receipt.ts'

interface RefusalWords {
  why: string
  /** What a person can do about it. */
  advice: string
}

const words: Readonly<Record<RefusalReason, RefusalWords>> = {
  malformed: {
    why: 'The service could not read it.',
    advice:
      'Reload Doorstep to get its newest version, then send it again. If it comes back, export it and tell whoever looks after Doorstep.',
  },
  tooLarge: {
    why: 'It is too long to be sent in one piece.',
    advice: 'Write it again in shorter parts, then discard this one.',
  },
  unknownKind: {
    why: 'The service is older than this app and does not know this kind of record yet.',
    advice: 'Keep it here and send it again once the service has been updated.',
  },
  unknownRecord: {
    why: 'It changes something that the service does not have.',
    advice:
      'What it belongs to may have been refused as well, or not sent yet. Once that is there, this goes by itself.',
  },
  wrongKind: {
    why: 'It does not fit the record that it changes.',
    advice: 'Open the record and make the change again, then discard this one.',
  },
  invalidBody: {
    why: 'Something that is needed is missing, or a value is of the wrong sort.',
    advice: 'Open the record, put it right there, then discard this one.',
  },
  appendOnly: {
    why: 'Notes and finished forms cannot be changed after they were sent.',
    advice: 'Write a new note that corrects it, then discard this one.',
  },
  forbidden: {
    why: 'You do not have access to this file, or not any more.',
    advice: 'Ask your manager for access and send it again, or export it and hand it over.',
  },
  idReused: {
    why: 'The service has already taken something else under the same number.',
    advice: 'Send it again: it then goes under a number of its own.',
  },
  held: {
    why: 'You no longer looked after this when it arrived, so a manager decides about it.',
    advice: 'Nothing is lost and there is nothing you need to do. If it is left out, you will be told why.',
  },
  declined: {
    why: 'A manager decided not to take this in.',
    advice: 'If you think it matters, talk to your manager, or export it for your own file.',
  },
  destroyed: {
    why: 'The file that it belongs to was destroyed at the end of the time for which it was kept.',
    advice:
      'The service keeps nothing of it: what you wrote is on this device only. Talk to your manager if the person is back, then discard it.',
  },
}

/** Why the service would not take a change. A reason from a newer version is kept and said plainly. */
export function refusalWords(reason: string | undefined): RefusalWords {
  const known = refusalReasons.find((each) => each === reason)
  if (known) return words[known]
  return {
    why: 'The service gave a reason that this version of Doorstep does not know.',
    advice: 'Reload Doorstep to get its newest version, then look here again.',
  }
}
