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
  visit: { one: 'a visit', noun: 'visit' },
  response: { one: 'a filled-in form', noun: 'filled-in form' },
  note: { one: 'a note', noun: 'note' },
  plan: { one: 'a plan', noun: 'plan' },
  onwardReferral: { one: 'an onward referral', noun: 'onward referral' },
  signpost: { one: 'a signpost', noun: 'signpost' },
  organisation: { one: 'an organisation', noun: 'organisation' },
  service: { one: 'a service', noun: 'service' },
  practice: { one: 'a practice', noun: 'practice' },
  staff: { one: 'a member of staff', noun: 'member of staff' },
  audit: { one: 'a line in the log', noun: 'line in the log' },
  form: { one: 'a form', noun: 'form' },
}

/** For a record of a kind that this version does not know. */
export const unknownKind: KindWords = { one: 'something newer', noun: 'record' }
