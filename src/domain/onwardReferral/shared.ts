import { type ClientBody, NO_KNOWN_RISKS } from '../client/client.ts'
import { calledName, formalName } from '../client/name.ts'
import type { Json } from '../json.ts'
import type { PlanBody } from '../plan/plan.ts'
import type { OnwardReferralBody } from './onwardReferral.ts'

/** What a client may agree to pass on to a service with a referral, one by one. */
export const shareable = [
  'contact',
  'communication-needs',
  'access-needs',
  'reason',
  'what-matters',
  'conditions',
  'risks',
  'wellbeing-score',
] as const
export type Shareable = (typeof shareable)[number]

/** What there is to be shared. `wellbeing`: the latest total of WEMWBS, and the day on which it was taken. */
export interface ToShare {
  client: ClientBody
  plan: Pick<PlanBody, 'whatMatters'> | null
  reason: string | undefined
  wellbeing: { total: number; on: string } | null
}

type Shared = NonNullable<OnwardReferralBody['shared']>

/**
 * What a provider will know of the person: the name to call them by, and of all else just what was agreed to, as it
 * is today. Nothing of it follows the file later: what is to be known later is agreed to anew.
 *
 * | agreed to         | what goes along                                              |
 * |-------------------|--------------------------------------------------------------|
 * | (always)          | what they like to be called                                  |
 * | `contact`         | full name, address, telephone numbers, email                 |
 * | `access-needs`    | from the file                                                |
 * | `reason`          | what was written for this referral                           |
 * | `what-matters`    | from the plan                                                |
 * | `conditions`      | long-term conditions from the file                           |
 * | `risks`           | from the file; that there are none known is said too         |
 * | `wellbeing-score` | the latest total, with its day                               |
 *
 * Communication needs go along always, in a field of their own. What nobody knows is left out.
 */
export function sharedOf(agreedToShare: readonly string[], toShare: ToShare): Shared {
  const agreed = shareable
    .filter((part) => agreedToShare.includes(part))
    .flatMap((part) => {
      const value = valueOf(part, toShare)
      return isEmpty(value) ? [] : [[part, value] as const]
    })
  return { called: calledName(toShare.client), ...Object.fromEntries(agreed) }
}

function valueOf(part: Shareable, { client, plan, reason, wellbeing }: ToShare): Json {
  switch (part) {
    case 'contact':
      return contactOf(client)
    case 'communication-needs':
      return null
    case 'access-needs':
      return client.accessNeeds ?? []
    case 'reason':
      return reason?.trim() ?? ''
    case 'what-matters':
      return plan?.whatMatters?.trim() ?? ''
    case 'conditions':
      return client.longTermConditions ?? []
    case 'risks':
      return (client.risks ?? []).map(riskLine)
    case 'wellbeing-score':
      return wellbeing && { total: wellbeing.total, on: wellbeing.on }
  }
}

function contactOf(client: ClientBody): Json {
  const { address, phone, mobile, email } = client
  const lines = [...(address?.lines ?? []), address?.postcode ?? ''].filter((line) => line.trim() !== '')
  const given = Object.entries({ phone, mobile, email }).flatMap(([name, value]) =>
    value?.trim() ? [[name, value.trim()] as const] : [],
  )
  return {
    name: formalName(client),
    ...(lines.length > 0 ? { address: lines.join(', ') } : {}),
    ...Object.fromEntries(given),
  }
}

/** In words already: a risk is kept so. */
function riskLine({ risk, note }: NonNullable<ClientBody['risks']>[number]): string {
  if (risk === NO_KNOWN_RISKS) return 'None known'
  return note?.trim() ? `${risk}: ${note.trim()}` : risk
}

function isEmpty(value: Json): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** One part of what is shared, to be read. `on`: the day of which it is, where it has one. */
export interface SharedPart {
  part: string
  lines: string[]
  on?: string
}

type Told = Pick<OnwardReferralBody, 'shared' | 'communicationNeeds' | 'reason'>

/** What is shared by a referral, in the order in which it is of use: how to talk with somebody before all else. */
export function sharedParts({ shared = {}, communicationNeeds = [], reason }: Told): SharedPart[] {
  const parts: SharedPart[] = [
    { part: 'communication-needs', lines: communicationNeeds },
    ...['called', 'contact', 'reason'].map((part) => partOf(part, shared[part] ?? null)),
    { part: 'reason', lines: shared['reason'] === undefined && reason ? [reason] : [] },
    ...Object.entries(shared)
      .filter(([part]) => !['called', 'contact', 'reason', 'communication-needs'].includes(part))
      .map(([part, value]) => partOf(part, value)),
  ]
  return parts.filter(({ lines }) => lines.length > 0)
}

function partOf(part: string, value: Json): SharedPart {
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && 'total' in value) {
    const { total, on } = value
    return {
      part,
      lines: [`${linesOf(total ?? null).join('')} out of 70 (WEMWBS)`],
      ...(typeof on === 'string' ? { on } : {}),
    }
  }
  return { part, lines: linesOf(value) }
}

function linesOf(value: Json): string[] {
  if (value === null || value === '') return []
  if (Array.isArray(value)) return value.flatMap(linesOf)
  if (typeof value === 'object') return Object.values(value).flatMap(linesOf)
  return [String(value)]
}

/** What to call the person whom a referral is about; null where it does not say, as once it was withdrawn. */
export function calledIn({ shared }: Pick<OnwardReferralBody, 'shared'>): string | null {
  const called = shared?.['called']
  return typeof called === 'string' && called !== '' ? called : null
}

/** The name as it is on paper, where it was shared. */
export function formalNameIn({ shared }: Pick<OnwardReferralBody, 'shared'>): string | null {
  const contact = shared?.['contact']
  if (typeof contact !== 'object' || contact === null || Array.isArray(contact)) return null
  return typeof contact['name'] === 'string' ? contact['name'] : null
}

/** The referral with what is to be shared from now on; the reason that it has lies in what was shared. */
export function reshared(
  before: OnwardReferralBody,
  agreedToShare: readonly string[],
  toShare: ToShare,
): OnwardReferralBody {
  const { reason: _reason, shared: _shared, communicationNeeds: _needs, ...rest } = before
  return { ...rest, ...sharing(agreedToShare, toShare) }
}

/** The fields of a referral that say what is shared. */
export function sharing(
  agreedToShare: readonly string[],
  toShare: ToShare,
): Pick<OnwardReferralBody, 'agreedToShare' | 'shared' | 'communicationNeeds'> {
  const communicationNeeds = toShare.client.communicationNeeds ?? []
  return {
    agreedToShare: [...agreedToShare],
    shared: sharedOf(agreedToShare, toShare),
    ...(communicationNeeds.length > 0 ? { communicationNeeds } : {}),
  }
}
