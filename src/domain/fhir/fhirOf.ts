import { upcastBody } from '../kind/kind.ts'
import { kinds } from '../kind/kinds.ts'
import type { StoredRecord } from '../record/record.ts'
import { responseOf } from './answers.ts'
import { contactOf, onwardReferralOf, planOf, referralOf, signpostOf, visitOf } from './care.ts'
import { serviceOf } from './directory.ts'
import { clientResources, organisationOf, practiceOf, practitionerOf, relatedPersonOf } from './people.ts'
import type { Resource } from './resource.ts'

/** Kinds that go out as FHIR, and as what. Notes, concerns and messages do not: they are the service's own words. */
export const exportedKinds = [
  'client',
  'referral',
  'onwardReferral',
  'signpost',
  'visit',
  'contact',
  'response',
  'plan',
  'relatedPerson',
  'service',
  'organisation',
  'practice',
  'staff',
] as const

/**
 * One record as resources of FHIR R4. Empty for a kind that does not go out, or for one that was removed; null where the
 * body does not read as its kind, which whoever exports has to say.
 */
export function fhirOf(
  record: Pick<StoredRecord, 'id' | 'kind' | 'version' | 'file' | 'body' | 'deleted'>,
): Resource[] | null {
  const { id, kind, deleted } = record
  const name = exportedKinds.find((each) => each === kind)
  if (name === undefined || deleted !== null) return []
  const file = record.file ?? ''
  const body = upcastBody(kinds[name], record.body, record.version)
  switch (name) {
    case 'client':
      return read(kinds.client.body.safeParse(body), (client) => clientResources(id, client))
    case 'referral':
      return read(kinds.referral.body.safeParse(body), (one) => [referralOf(id, file, one)])
    case 'onwardReferral':
      return read(kinds.onwardReferral.body.safeParse(body), (one) => onwardReferralOf(id, file, one))
    case 'signpost':
      return read(kinds.signpost.body.safeParse(body), (one) => [signpostOf(id, file, one)])
    case 'visit':
      return read(kinds.visit.body.safeParse(body), (one) => [visitOf(id, file, one)])
    case 'contact':
      return read(kinds.contact.body.safeParse(body), (one) => [contactOf(id, file, one)])
    case 'response':
      return read(kinds.response.body.safeParse(body), (one) => responseOf(id, file, one))
    case 'plan':
      return read(kinds.plan.body.safeParse(body), (one) => planOf(id, file, one))
    case 'relatedPerson':
      return read(kinds.relatedPerson.body.safeParse(body), (one) => [relatedPersonOf(id, file, one)])
    case 'service':
      return read(kinds.service.body.safeParse(body), (one) => serviceOf(id, one))
    case 'organisation':
      return read(kinds.organisation.body.safeParse(body), (one) => [organisationOf(id, one)])
    case 'practice':
      return read(kinds.practice.body.safeParse(body), (one) => [practiceOf(id, one)])
    case 'staff':
      return read(kinds.staff.body.safeParse(body), (one) => [practitionerOf(id, one)])
  }
}

function read<Body>(
  parsed: { success: true; data: Body } | { success: false },
  made: (body: Body) => Resource[],
): Resource[] | null {
  return parsed.success ? made(parsed.data) : null
}
