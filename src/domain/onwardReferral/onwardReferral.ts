import { z } from 'zod'
import { codes, day, ref, setOf } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'
import { asSet } from '../merge/rules.ts'

export const onwardReferralStatuses = [
  'sent',
  'accepted',
  'waiting',
  'started',
  'attended',
  'finished',
  'declined',
  'did-not-start',
  'withdrawn',
] as const
export type OnwardStatus = (typeof onwardReferralStatuses)[number]

/**
 * A formal request to a service that somebody there must answer. Not a signpost: the two are never counted as one.
 * What a provider is given of it, see `shownToProvider`: nothing that the client has not agreed to share.
 */
export const onwardReferralBody = z.looseObject({
  service: ref,
  /** As the directory had it on the day: a provider holds no directory. */
  serviceName: z.string().optional(),
  organisation: ref.optional(),
  /** Of referrals from before `shared`: since then it lies in there, where it was agreed to. */
  reason: z.string().optional(),
  need: ref.optional(),
  visit: ref.optional(),
  madeOn: day,
  madeBy: ref,
  /** Who asks and how to reach them, for a provider, who holds no staff either. */
  from: z
    .looseObject({ name: z.string(), service: z.string().optional(), phone: z.string().optional() })
    .optional(),
  consent: z.boolean(),
  agreedToShare: setOf(z.string()).optional(),
  /** What is shared, as it was on the day, by the names in `agreedToShare`: all that a provider knows of the person. */
  shared: z.record(z.string(), z.json()).optional(),
  /** As the client has them on the day: the Accessible Information Standard has them travel with each referral. */
  communicationNeeds: setOf(z.string()).optional(),
  status: codes(onwardReferralStatuses),
  statusReason: z.string().optional(),
  statusOn: day.optional(),
  expectedWait: z.string().optional(),
  startedOn: day.optional(),
  outcome: z.string().optional(),
})
/** What a provider writes on a referral; all else is the service's. */
export const providerAnswers = [
  'status',
  'statusReason',
  'statusOn',
  'expectedWait',
  'startedOn',
  'outcome',
] as const

export type OnwardReferralBody = z.infer<typeof onwardReferralBody>

export const onwardReferral = defineKind({
  kind: 'onwardReferral',
  version: 1,
  body: onwardReferralBody,
  place: 'file',
  rules: { agreedToShare: asSet, communicationNeeds: asSet },
  upcasts: [],
})
