import type { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { client } from '../client/client.ts'
import { form } from '../form/formRecord.ts'
import { note } from '../note/note.ts'
import { onwardReferral } from '../onwardReferral/onwardReferral.ts'
import { organisation } from '../organisation/organisation.ts'
import { plan } from '../plan/plan.ts'
import { practice } from '../practice/practice.ts'
import { referral } from '../referral/referral.ts'
import { response } from '../response/response.ts'
import { service } from '../service/service.ts'
import { signpost } from '../signpost/signpost.ts'
import { staff } from '../staff/staff.ts'
import { visit } from '../visit/visit.ts'
import type { Kind } from './kind.ts'

/** Every kind of record that this version knows. A kind that is not here is kept and passed on unread. */
export const kinds = {
  client,
  referral,
  visit,
  response,
  note,
  plan,
  onwardReferral,
  signpost,
  organisation,
  service,
  practice,
  staff,
  form,
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
