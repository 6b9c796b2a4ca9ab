import { z } from 'zod'
import type { Edit } from '../change/change.ts'
import { createRecord } from '../change/write.ts'
import type { ClientBody } from '../client/client.ts'
import { formatPostcode } from '../client/postcode.ts'
import {
  blankReferral,
  gapsInReferral,
  given,
  referralEntered,
  referralEntrySchema,
  type ReferralGap,
} from './entered.ts'

/** What a referrer says of a person, everything as typed: sets one to a line, the address as its lines. */
const personEntrySchema = z.object({
  firstName: z.string(),
  familyName: z.string(),
  preferredName: z.string(),
  dateOfBirth: z.string(),
  nhsNumber: z.string(),
  lines: z.string(),
  postcode: z.string(),
  phone: z.string(),
  email: z.string(),
  reach: z.string(),
  communicationNeeds: z.string(),
  accessNeeds: z.string(),
})

/** All that somebody enters who refers a person, and sees nothing of the file that it begins. */
export const referInSchema = z.object({ person: personEntrySchema, referral: referralEntrySchema })
export type ReferIn = z.infer<typeof referInSchema>

export const blankReferIn: ReferIn = {
  person: {
    firstName: '',
    familyName: '',
    preferredName: '',
    dateOfBirth: '',
    nhsNumber: '',
    lines: '',
    postcode: '',
    phone: '',
    email: '',
    reach: '',
    communicationNeeds: '',
    accessNeeds: '',
  },
  referral: blankReferral,
}

export type ReferInGap = ReferralGap | 'name' | 'reach'

/** What is missing still, in the order of the form. No number, no date and no postcode is ever in the way. */
export function gapsInReferIn({ person, referral }: ReferIn): ReferInGap[] {
  const { firstName, familyName, lines, phone, email, reach } = person
  const isEmpty = (...typed: string[]) => typed.every((text) => text.trim() === '')
  return [
    ...(isEmpty(firstName, familyName) ? (['name'] as const) : []),
    ...(isEmpty(lines, phone, email, reach) ? (['reach'] as const) : []),
    ...gapsInReferral(referral),
  ]
}

/**
 * - `ids`: made once, so that saying it again says the same
 * - `by`: the member who refers, who is told what becomes of it; null for the public page, where nobody is
 * - `team`: where the file goes (`Person.intakeTeam`); `service`: the name of the service that is asked
 */
export interface Referring {
  readonly ids: { readonly client: string; readonly referral: string; readonly progress: string }
  readonly by: string | null
  readonly team: string
  readonly service: string
  readonly externalReference?: string
}

/** Begins a person's file as edits of one change: the client, waiting; the referral; and what its referrer is told. */
export function referIn(entered: ReferIn, { ids, by, team, service, externalReference }: Referring): Edit[] {
  const referral = {
    ...referralEntered(entered.referral, service),
    ...(by === null ? {} : { referredBy: by }),
    ...(externalReference === undefined ? {} : { externalReference }),
  }
  const begun = [
    createRecord('client', ids.client, ids.client, clientReferred(entered, team)),
    createRecord('referral', ids.referral, ids.client, referral),
  ]
  if (by === null) return begun
  const { person } = entered
  const name = [person.firstName, person.familyName]
    .map((part) => part.trim())
    .join(' ')
    .trim()
  const told = { referral: ids.referral, referredBy: by, name, on: referral.date, status: 'received' }
  return [...begun, createRecord('referralProgress', ids.progress, ids.client, told)]
}

function clientReferred({ person, referral }: ReferIn, team: string): ClientBody {
  const address = {
    lines: linesOf(person.lines),
    ...given('postcode', formatPostcode(person.postcode.trim())),
  }
  return {
    firstName: person.firstName.trim(),
    familyName: person.familyName.trim(),
    ...given('preferredName', person.preferredName),
    ...given('dateOfBirth', person.dateOfBirth),
    ...given('nhsNumber', person.nhsNumber),
    ...(address.lines.length > 0 || 'postcode' in address ? { address } : {}),
    ...given('phone', person.phone),
    ...given('email', person.email),
    ...given('preferredContact', person.reach),
    ...given('practice', referral.practice),
    ...setTyped('communicationNeeds', person.communicationNeeds),
    ...setTyped('accessNeeds', person.accessNeeds),
    team,
    status: 'waiting',
  }
}

function setTyped(field: string, typed: string): Record<string, string[]> {
  const lines = [...new Set(linesOf(typed))]
  return lines.length > 0 ? { [field]: lines } : {}
}

function linesOf(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
