import { z } from 'zod'
import { codes, day, listOf, ref, setOf } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'
import { asKeyedList, asSet } from '../merge/rules.ts'

/** A service of HSDS-UK 3.0 (Open Referral UK), by its field names; below the line, what a co-ordinator needs besides. */
export const serviceBody = z.looseObject({
  organization_id: ref,
  name: z.string(),
  status: codes(['active', 'inactive', 'defunct', 'temporarily closed']),
  alternate_name: z.string().optional(),
  description: z.string().optional(),
  url: z.string().optional(),
  email: z.string().optional(),
  application_process: z.string().optional(),
  fees_description: z.string().optional(),
  eligibility_description: z.string().optional(),
  minimum_age: z.number().optional(),
  maximum_age: z.number().optional(),
  assured_date: day.optional(),
  alert: z.string().optional(),
  last_modified: z.string().optional(),
  phones: listOf({ number: z.string(), type: z.string().optional() }).optional(),
  schedules: listOf({
    freq: codes(['WEEKLY', 'MONTHLY']).optional(),
    byday: z.string().optional(),
    opens_at: z.string().optional(),
    closes_at: z.string().optional(),
    description: z.string().optional(),
  }).optional(),
  locations: listOf({
    name: z.string().optional(),
    location_type: codes(['physical', 'postal', 'virtual']),
    address: z.string().optional(),
    postal_code: z.string().optional(),
  }).optional(),
  cost_options: listOf({
    option: z.string().optional(),
    amount: z.number().optional(),
    amount_description: z.string().optional(),
  }).optional(),
  service_areas: listOf({ name: z.string() }).optional(),
  // — beyond HSDS —
  categories: setOf(z.string()).optional(),
  needs: setOf(z.string()).optional(),
  waiting_time: z.string().optional(),
  accepts: codes(['referral', 'signpost', 'both']).optional(),
  open_to_referrals: z.boolean().optional(),
  invented_contact: z.boolean().optional(),
})
export type ServiceBody = z.infer<typeof serviceBody>

export const service = defineKind({
  kind: 'service',
  version: 1,
  body: serviceBody,
  place: 'directory',
  rules: {
    phones: asKeyedList,
    schedules: asKeyedList,
    locations: asKeyedList,
    cost_options: asKeyedList,
    service_areas: asKeyedList,
    categories: asSet,
    needs: asSet,
  },
  upcasts: [],
})
