import { z } from 'zod'
import { codes, day, ref, setOf } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'
import { asSet } from '../merge/rules.ts'

/** The reasons of the Bexley Clocktower pilot (several at once), in the order of its table 3. */
export const referralReasons = [
  'life-change',
  'health-condition',
  'isolated',
  'frequent-attender',
  'dementia',
  'carer',
  'carer-with-condition',
] as const

/** What Community Connect names today besides: the words in which people themselves say why they come. */
export const referralAreas = [
  'money-or-housing',
  'recent-diagnosis',
  'stress-or-anxiety',
  'community',
] as const

/** A request that came in and that somebody must answer. Headings: PRSB 1.1 "Referral details". */
export const referralBody = z.looseObject({
  source: codes([
    'gp',
    'nurse',
    'reception',
    'hospital',
    'social-care',
    'voluntary',
    'self',
    'family',
    'other',
  ]),
  referrer: z
    .looseObject({
      name: z.string(),
      service: z.string().optional(),
      organisation: z.string().optional(),
      contact: z.string().optional(),
    })
    .optional(),
  referralTo: z.string().optional(),
  practice: ref.optional(),
  date: day,
  method: codes(['form', 'phone', 'email', 'letter', 'in-person']).optional(),
  reasons: setOf(codes([...referralReasons, ...referralAreas])),
  presentingIssue: z.string().optional(),
  consent: codes(['given', 'not-sought', 'refused']).optional(),
  consentNote: z.string().optional(),
  status: codes(['received', 'in-contact', 'seen', 'declined', 'closed']),
  statusReason: z.string().optional(),
  /** The member who made it, where it came through a sign-in of their own. */
  referredBy: ref.optional(),
  /** Somebody spoke of suicide or of harm: the urgent route was shown, and this says what was done. */
  urgent: z.looseObject({ risk: z.string(), action: z.string().optional() }).optional(),
  /** What the rules said, by which version, and what a person made of it (`../eligibility`). */
  eligibility: z
    .looseObject({
      ruleSet: z.string(),
      version: z.number().int(),
      /** The record of that version, where it was published; none where it came with the app. */
      record: ref.optional(),
      outcome: codes(['eligible', 'not-eligible', 'not-known']),
      override: z.looseObject({ to: codes(['eligible', 'not-eligible']), reason: z.string() }).optional(),
      on: day,
      by: ref,
    })
    .optional(),
  closedOn: day.optional(),
  closingReason: z.string().optional(),
  closingNote: z.string().optional(),
  /** The effect on their quality of life, in a file from elsewhere; a review's own response says it (`../review`). */
  impact: codes(['none', 'some', 'significant', 'major']).optional(),
  externalReference: z.string().optional(),
})
export type ReferralBody = z.infer<typeof referralBody>

export const referral = defineKind({
  kind: 'referral',
  version: 1,
  body: referralBody,
  place: 'file',
  rules: { reasons: asSet },
  upcasts: [],
})
