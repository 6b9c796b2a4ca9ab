import type { BodyOf } from '../kind/kinds.ts'
import type { ServiceBody } from '../service/service.ts'

/** What a feed of HSDS-UK 3.0 can say of a service; all else of an entry is said here alone. */
export const serviceFeedFields = [
  'organization_id',
  'name',
  'alternate_name',
  'status',
  'description',
  'url',
  'email',
  'application_process',
  'fees_description',
  'eligibility_description',
  'minimum_age',
  'maximum_age',
  'assured_date',
  'assured_by',
  'waiting_time',
  'alert',
  'last_modified',
  'phones',
  'schedules',
  'locations',
  'accessibility',
  'contacts',
  'languages',
  'cost_options',
  'service_areas',
  'categories',
  'needs',
] as const satisfies (keyof ServiceBody)[]

/** The same of an organisation. */
const organisationFeedFields = [
  'name',
  'description',
  'alternate_name',
  'email',
  'website',
] as const satisfies (keyof BodyOf<'organisation'>)[]

export const feedFields = { service: serviceFeedFields, organisation: organisationFeedFields } as const
/** What a feed brings. */
export type FeedKind = keyof typeof feedFields
