import type { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { callList } from '../callList/callList.ts'
import { careUse } from '../careUse/careUse.ts'
import { client } from '../client/client.ts'
import { concern } from '../concern/concern.ts'
import { concernAction } from '../concern/concernAction.ts'
import { contact } from '../contact/contact.ts'
import { correction } from '../correction/correction.ts'
import { dropIn } from '../dropIn/dropIn.ts'
import { dropInContact } from '../dropIn/dropInContact.ts'
import { ruleSet } from '../eligibility/ruleSet.ts'
import { form } from '../form/formRecord.ts'
import { gap } from '../gap/gap.ts'
import { instrument } from '../measure/instrumentRecord.ts'
import { message } from '../message/message.ts'
import { note } from '../note/note.ts'
import { onwardReferral } from '../onwardReferral/onwardReferral.ts'
import { organisation } from '../organisation/organisation.ts'
import { plan } from '../plan/plan.ts'
import { practice } from '../practice/practice.ts'
import { referral } from '../referral/referral.ts'
import { referralProgress } from '../referral/referralProgress.ts'
import { relatedPerson } from '../relatedPerson/relatedPerson.ts'
import { response } from '../response/response.ts'
import { service } from '../service/service.ts'
import { settings } from '../settings/settings.ts'
import { signpost } from '../signpost/signpost.ts'
import { staff } from '../staff/staff.ts'
import { visit } from '../visit/visit.ts'
import type { Kind } from './kind.ts'

/** Every kind of record that this version knows. A kind that is not here is kept and passed on unread. */
export const kinds = {
  client,
  referral,
  referralProgress,
  contact,
  visit,
  response,
  note,
  plan,
  onwardReferral,
  message,
  signpost,
  relatedPerson,
  careUse,
  concern,
  concernAction,
  callList,
  dropIn,
  dropInContact,
  gap,
  organisation,
  service,
  correction,
  practice,
  staff,
  form,
  instrument,
  ruleSet,
  settings,
  audit,
} as const

export type KindName = keyof typeof kinds
export type BodyOf<Name extends KindName> = z.infer<(typeof kinds)[Name]['body']>

export function isKindName(name: string): name is KindName {
  return Object.hasOwn(kinds, name)
}

export function kindNamed(name: string): Kind | null {
  return isKindName(name) ? kinds[name] : null
}
