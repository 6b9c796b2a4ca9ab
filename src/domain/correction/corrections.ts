import { type Json, type JsonObject, jsonObjectSchema, own, sameJson, withKey } from '../json.ts'
import { providersOwn, type ServiceBody, serviceBody } from '../service/service.ts'
import type { CorrectionBody } from './correction.ts'

interface Entry {
  id: string
  body: ServiceBody
}

interface Author {
  id: string
  name: string
}

/** That something is wrong with an entry, as somebody who works here met with it. */
export function reportOf(
  { id, body }: Entry,
  { what, note, by, at }: { what: string; note: string; by: string; at: string },
): CorrectionBody {
  return {
    service: id,
    organisation: body.organization_id,
    side: 'staff',
    what,
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    by,
    at,
    status: 'open',
  }
}

/** How a provider would have their entry read; null where that is as it reads already. What is theirs to say is left out. */
export function proposalOf(
  { id, body }: Entry,
  after: ServiceBody,
  { note, by, at }: { note: string; by: Author; at: string },
): CorrectionBody | null {
  const [was, is] = [asJson(body), asJson(after)]
  const changed = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (field) => isProposable(field) && !sameJson(own(was, field), own(is, field)),
  )
  if (changed.length === 0 && note.trim() === '') return null
  const pick = (from: JsonObject) =>
    Object.fromEntries(changed.map((field) => [field, own(from, field) ?? null]))
  return {
    service: id,
    organisation: body.organization_id,
    side: 'provider',
    proposed: pick(is),
    was: pick(was),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    by: by.id,
    byName: by.name,
    at,
    status: 'open',
  }
}

/** What a provider cannot propose: what they say at once, whose entry it is, and what others vouch for. */
const notProposed = new Set<string>([
  ...providersOwn,
  'organization_id',
  'assured_date',
  'assured_by',
  'last_modified',
  'feed',
  'invented_contact',
])

export function isProposable(field: string): boolean {
  return !notProposed.has(field)
}

/** One field of a proposal. `moved`: the entry says something else by now than the provider had seen. */
export interface ProposedField {
  field: string
  was: Json
  now: Json
  proposed: Json
  state: 'as-seen' | 'moved' | 'agreed'
}

/** What is proposed beside what stands; of a field that is not theirs to propose, nothing. */
export function proposedFields(
  { proposed = {}, was = {} }: Pick<CorrectionBody, 'proposed' | 'was'>,
  entry: ServiceBody,
): ProposedField[] {
  const standing = asJson(entry)
  return Object.entries(proposed)
    .filter(([field]) => isProposable(field))
    .map(([field, value]) => {
      const seen = own(was, field) ?? null
      const now = own(standing, field) ?? null
      return { field, was: seen, now, proposed: value, state: stateOf(seen, now, value) }
    })
}

function stateOf(was: Json, now: Json, proposed: Json): ProposedField['state'] {
  if (sameJson(now, proposed)) return 'agreed'
  return sameJson(now, was) ? 'as-seen' : 'moved'
}

/** The entry with these fields as they were proposed; null where the entry would make no sense so. */
export function takenOver(
  entry: ServiceBody,
  { proposed = {} }: Pick<CorrectionBody, 'proposed'>,
  fields: readonly string[],
): ServiceBody | null {
  const after = fields
    .filter(isProposable)
    .reduce((body, field) => withKey(body, field, own(proposed, field) ?? null), asJson(entry))
  return serviceBody.safeParse(after).data ?? null
}

/** The correction once a curator has decided: taken over, wholly or in part, or left. */
export function decided(
  correction: CorrectionBody,
  { status, by, at, answer }: { status: 'taken' | 'left'; by: string; at: string; answer: string },
): CorrectionBody {
  const { answer: _before, ...rest } = correction
  return {
    ...rest,
    status,
    decidedBy: by,
    decidedAt: at,
    ...(answer.trim() === '' ? {} : { answer: answer.trim() }),
  }
}

function asJson(body: ServiceBody): JsonObject {
  return jsonObjectSchema.parse(JSON.parse(JSON.stringify(body)))
}
