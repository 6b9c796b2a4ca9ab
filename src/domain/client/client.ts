import { z } from 'zod'
import { jsonObjectSchema, jsonSchema } from '../json.ts'
import { codes, day, listOf, moment, ref, setOf } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'
import { asKeyedList, asSet } from '../merge/rules.ts'

/** Ethnic category, NHS Data Dictionary: the 16+1 codes, with 99 for not known. */
export const ethnicCategories = [
  'A',
  'B',
  'C',
  'D',
  'E',
  'F',
  'G',
  'H',
  'J',
  'K',
  'L',
  'M',
  'N',
  'P',
  'R',
  'S',
  'Z',
  '99',
] as const

/** PRSB asks for at least one risk entry; this code is the one that says there is none. */
export const NO_KNOWN_RISKS = 'no-known-risks'

/**
 * The person helped. Headings follow PRSB Social Prescribing 1.1 (Person demographics, GP practice, Individual
 * requirements, Risks, Consent, About me). Values that look wrong are kept as typed; who shows them flags them.
 */
export const clientBody = z.looseObject({
  firstName: z.string(),
  familyName: z.string(),
  preferredName: z.string().optional(),
  title: z.string().optional(),
  dateOfBirth: day.optional(),
  sex: codes(['F', 'M', 'I', 'U']).optional(),
  gender: z.string().optional(),
  pronoun: z.string().optional(),
  ethnicity: codes(ethnicCategories).optional(),
  nhsNumber: z.string().optional(),
  carerStatus: codes(['carer', 'cared-for', 'both', 'neither']).optional(),
  /** One value: half an address from each of two people would be nobody's. */
  address: z.looseObject({ lines: z.array(z.string()), postcode: z.string().optional() }).optional(),
  phone: z.string().optional(),
  mobile: z.string().optional(),
  email: z.string().optional(),
  preferredContact: z.string().optional(),
  practice: ref.optional(),
  /** PRSB "Individual requirements", and the Accessible Information Standard: they travel with each referral. */
  communicationNeeds: setOf(z.string()).optional(),
  accessNeeds: setOf(z.string()).optional(),
  longTermConditions: setOf(z.string()).optional(),
  risks: listOf({
    risk: z.string(),
    note: z.string().optional(),
    recordedOn: day.optional(),
    by: ref.optional(),
  }).optional(),
  doNotVisitAlone: z.boolean().optional(),
  consents: listOf({
    to: codes(['hold', 'share']),
    given: z.boolean(),
    withWhom: setOf(z.string()).optional(),
    why: z.string().optional(),
    on: day,
    by: ref.optional(),
  }).optional(),
  aboutMe: z.string().optional(),
  emergencyContact: z
    .looseObject({ name: z.string(), relation: z.string().optional(), phone: z.string().optional() })
    .optional(),
  team: ref,
  coordinator: ref.optional(),
  status: codes(['waiting', 'open', 'closed', 'declined']),
  openedOn: day.optional(),
  closedOn: day.optional(),
  reviewOn: day.optional(),
  lastSeenAt: moment.optional(),
  allocatedOn: day.optional(),
  declinedReason: z.string().optional(),
  /** When somebody who declined is to be asked again. */
  callBackOn: day.optional(),
  /** A code of `../episode/closing.ts`, or own words. */
  closingReason: z.string().optional(),
  closingNote: z.string().optional(),
  /**
   * The file of the same person into which this one was merged (`../duplicates`); what lies in this one stays in it.
   * `said`: what this file said then, so that what is written later is noticed. `took`: what the other file took over
   * from it, field by field, for taking the two apart.
   */
  merged: z
    .looseObject({
      into: ref,
      on: day,
      by: ref,
      said: jsonObjectSchema.optional(),
      took: z.record(z.string(), z.object({ was: jsonSchema, is: jsonSchema })).optional(),
    })
    .optional(),
  /** Somebody has looked at these files and found that they are of other people. */
  notSameAs: setOf(ref).optional(),
  /** Seen by managers only, and nothing further is done with it, as the person or the law asks (UK GDPR, article 18). */
  restriction: z.looseObject({ why: z.string(), on: day, by: ref }).optional(),
  /** A manager has looked at it at the end of its time, and it is to be kept until then (`../retention`). */
  retention: z.looseObject({ until: day, why: z.string(), on: day, by: ref }).optional(),
  /** Where the file came from, in an import: the same reference is never taken twice. */
  externalReference: z.string().optional(),
})
export type ClientBody = z.infer<typeof clientBody>

export const client = defineKind({
  kind: 'client',
  version: 1,
  body: clientBody,
  place: 'file',
  rules: {
    communicationNeeds: asSet,
    accessNeeds: asSet,
    longTermConditions: asSet,
    notSameAs: asSet,
    risks: asKeyedList,
    consents: asKeyedList,
  },
  upcasts: [],
})
