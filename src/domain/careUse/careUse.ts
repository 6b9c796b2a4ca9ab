import { z } from 'zod'
import { codes, day } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'

/** What of hospitals, and of surgeries, the Bexley pilot compared before and after a referral. */
export const hospitalUses = ['ae', 'admission', 'ambulance'] as const
export const appointmentUses = ['gp', 'nurse', 'hca'] as const
export type CareUsed = (typeof hospitalUses)[number] | (typeof appointmentUses)[number]

/** Somebody has looked and there was nothing: none is not the same as not known. */
export const noUses = ['no-hospital', 'no-appointments'] as const

/** Why somebody is left out of the comparison, as the pilot left them out. Of hospital figures only the first two. */
export const leftOutWhy = ['deceased', 'residential-care', 'hospice', 'moved-practice'] as const
export type LeftOutWhy = (typeof leftOutWhy)[number]

/**
 * One use of health care by a client: an attendance at A&E, a non-elective admission, an ambulance called, an appointment; or
 * that there was none, or why they cannot be compared. From figures that a surgery or hospital has given.
 *
 * - `count`: where figures come as a number for a day or month; one if left out
 * - `cost`: of all of it, in pounds; `days`: how long an admission lasted
 */
const careUseBody = z.looseObject({
  what: codes([...hospitalUses, ...appointmentUses, ...noUses, ...leftOutWhy]),
  on: day,
  count: z.number().int().positive().optional(),
  cost: z.number().nonnegative().optional(),
  days: z.number().nonnegative().optional(),
  note: z.string().optional(),
  externalReference: z.string().optional(),
})
export type CareUseBody = z.infer<typeof careUseBody>

export const careUse = defineKind({
  kind: 'careUse',
  version: 1,
  body: careUseBody,
  place: 'file',
  rules: {},
  upcasts: [],
})
