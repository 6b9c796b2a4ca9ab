import { z } from 'zod'
import { jsonSchema } from '../json.ts'
import { codes, day, listOf, ref, setOf } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'
import { asKeyedList, asSet } from '../merge/rules.ts'

/** Access that somebody may need of a place, and that a directory can promise. */
export const accessFeatures = [
  'step-free',
  'accessible-toilet',
  'hearing-loop',
  'sign-language',
  'parking',
  'transport',
  'at-home',
  'online',
] as const

/**
 * What the feed said, beside what holds here: `values` are the fields as they came last, by their names in the entry. A field
 * that differs from it was corrected here, and stays so through the next import. `seen_on`: the day on which the feed last said
 * something new of it, not of the last look. `gone_on`: it was in the feed no longer.
 */
export const feedOrigin = z.looseObject({
  source: z.string(),
  id: z.string(),
  seen_on: day,
  gone_on: day.optional(),
  values: z.record(z.string(), jsonSchema),
})
export type FeedOrigin = z.infer<typeof feedOrigin>

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
  /** The last that checked it: a name, or of the service's own people their id. */
  assured_by: z.string().optional(),
  alert: z.string().optional(),
  last_modified: z.string().optional(),
  phones: listOf({ number: z.string(), type: z.string().optional() }).optional(),
  schedules: listOf({
    freq: codes(['WEEKLY', 'MONTHLY']).optional(),
    byday: z.string().optional(),
    opens_at: z.string().optional(),
    closes_at: z.string().optional(),
    description: z.string().optional(),
    /** Days from and until which it holds. */
    valid_from: day.optional(),
    valid_to: day.optional(),
    /** Every so many weeks or months. */
    interval: z.number().optional(),
    dtstart: day.optional(),
    bymonthday: z.string().optional(),
    attending_type: z.string().optional(),
  }).optional(),
  locations: listOf({
    name: z.string().optional(),
    location_type: codes(['physical', 'postal', 'virtual']),
    address: z.string().optional(),
    city: z.string().optional(),
    state_province: z.string().optional(),
    country: z.string().optional(),
    postal_code: z.string().optional(),
    /** WGS 84, in degrees. */
    latitude: z.number().optional(),
    longitude: z.number().optional(),
  }).optional(),
  accessibility: listOf({ description: z.string().optional(), details: z.string().optional() }).optional(),
  /** Whom to ask; people's own details are not published. */
  contacts: listOf({
    name: z.string().optional(),
    title: z.string().optional(),
    email: z.string().optional(),
    phone: z.string().optional(),
  }).optional(),
  languages: setOf(z.string()).optional(),
  cost_options: listOf({
    option: z.string().optional(),
    amount: z.number().optional(),
    amount_description: z.string().optional(),
    currency: z.string().optional(),
  }).optional(),
  service_areas: listOf({ name: z.string() }).optional(),
  // — beyond HSDS —
  categories: setOf(z.string()).optional(),
  needs: setOf(z.string()).optional(),
  /** What of access the place has, by the codes of `accessFeatures`. */
  access: setOf(z.string()).optional(),
  /** In words; in weeks where it was said so; and when that was. */
  waiting_time: z.string().optional(),
  waiting_weeks: z.number().optional(),
  waiting_reported_on: day.optional(),
  accepts: codes(['referral', 'signpost', 'both']).optional(),
  open_to_referrals: z.boolean().optional(),
  invented_contact: z.boolean().optional(),
  /** Where it came from a feed, see `feedOrigin`. */
  feed: feedOrigin.optional(),
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
    access: asSet,
    languages: asSet,
    accessibility: asKeyedList,
    contacts: asKeyedList,
  },
  upcasts: [],
})

/** What a provider says of an entry of theirs at once; all else they propose. */
export const providersOwn = [
  'open_to_referrals',
  'waiting_time',
  'waiting_weeks',
  'waiting_reported_on',
] as const satisfies (keyof ServiceBody)[]
