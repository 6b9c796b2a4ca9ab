import type { KindName } from '#domain/kind/kinds.ts'

interface KindWords {
  /** 'a note' */
  one: string
  /** 'note', after somebody's name: 'Amara Ade’s note' */
  noun: string
}

/** What the kinds of records are called. A client's own record is called by their name. */
export const kindWords: Readonly<Record<KindName, KindWords>> = {
  client: { one: 'a client', noun: 'details' },
  referral: { one: 'a referral', noun: 'referral' },
  referralProgress: { one: 'how a referral stands', noun: 'referral as its referrer sees it' },
  contact: { one: 'a contact', noun: 'contact' },
  visit: { one: 'a visit', noun: 'visit' },
  response: { one: 'a filled-in form', noun: 'filled-in form' },
  note: { one: 'a note', noun: 'note' },
  plan: { one: 'a plan', noun: 'plan' },
  onwardReferral: { one: 'an onward referral', noun: 'onward referral' },
  message: { one: 'a message', noun: 'message' },
  signpost: { one: 'a signpost', noun: 'signpost' },
  relatedPerson: { one: 'somebody around a client', noun: 'person around them' },
  careUse: { one: 'a use of health care', noun: 'use of health care' },
  concern: { one: 'a concern', noun: 'concern' },
  concernAction: { one: 'what was done about a concern', noun: 'action on a concern' },
  callList: { one: 'a call list', noun: 'call list' },
  dropIn: { one: 'a drop-in', noun: 'drop-in' },
  dropInContact: { one: 'somebody at a drop-in', noun: 'person at a drop-in' },
  gap: { one: 'a gap', noun: 'gap' },
  organisation: { one: 'an organisation', noun: 'organisation' },
  service: { one: 'a service', noun: 'service' },
  correction: { one: 'a mistake in the directory', noun: 'word about the directory' },
  practice: { one: 'a practice', noun: 'practice' },
  staff: { one: 'a member of staff', noun: 'member of staff' },
  audit: { one: 'a line in the log', noun: 'line in the log' },
  ruleSet: { one: 'a set of rules', noun: 'set of rules' },
  settings: { one: 'the settings of the service', noun: 'settings of the service' },
  form: { one: 'a form', noun: 'form' },
  instrument: { one: 'the wording of a measure', noun: 'wording of a measure' },
}

/** For a record of a kind that this version does not know. */
export const unknownKind: KindWords = { one: 'something newer', noun: 'record' }
