import { daysBetween } from '../calendar/day.ts'
import type { OnwardReferralBody } from '../onwardReferral/onwardReferral.ts'
import type { SignpostBody } from '../signpost/signpost.ts'
import type { ChosenService } from '../visit/visitDraft.ts'
import type { Leaflet } from './leaflet.ts'

/**
 * What was agreed about a service:
 *
 * | | |
 * |---|---|
 * | `told` | the details were given; the person may ring by themselves |
 * | `asked` | a referral; `rings`: the service has what it needs to ring them |
 * | `accepted`, `waiting`, `begun` | what became of the referral since |
 * | `open` | a referral to which nobody has said yes so far: a leaflet says nothing of it |
 */
export type Agreed =
  | { as: 'told' | 'open' | 'begun' }
  | { as: 'asked'; rings: boolean; wait?: string }
  | { as: 'accepted' | 'waiting'; wait?: string }

/** A service that may go on a leaflet. `recorded`: the file says that they know of it, or will once the visit is finished. */
export interface Offered {
  service: string
  agreed: Agreed
  recorded: boolean
  ticked: boolean
}

/** What was chosen on a visit that is under way. Finishing it records all of them. */
export function offeredAtVisit(services: readonly ChosenService[]): Offered[] {
  return services.map((chosen) => ({
    service: chosen.service,
    agreed: agreedAtVisit(chosen),
    recorded: true,
    ticked: true,
  }))
}

function agreedAtVisit({ as, consent, agreedToShare, expectedWait }: ChosenService): Agreed {
  if (as === 'signpost') return { as: 'told' }
  if (consent !== true) return { as: 'open' }
  return { as: 'asked', rings: agreedToShare.includes('contact'), ...waitOf(expectedWait) }
}

/** Who was told about a service longer ago than half a year may be told anew, and that is recorded anew. */
const RECENT_DAYS = 183

interface OfFile {
  signposts: readonly { body: SignpostBody }[]
  referrals: readonly { body: OnwardReferralBody }[]
}

/** What the file says was lately given, and every referral that is under way. `today` is a day. */
export function offeredFromFile({ signposts, referrals }: OfFile, today: string): Offered[] {
  const told = signposts.filter(({ body }) => isRecent(body.givenOn, today))
  const asked = referrals.flatMap(({ body }) => {
    const agreed = agreedSince(body)
    return agreed ? [{ service: body.service, agreed }] : []
  })
  return [
    ...asked,
    ...told.map(({ body }) => ({ service: body.service, agreed: { as: 'told' } as const })),
  ].map((each) => ({ ...each, recorded: true, ticked: true }))
}

function isRecent(day: string, today: string): boolean {
  const ago = daysBetween(day, today)
  return ago !== null && ago <= RECENT_DAYS
}

/** Null where it is over, or of a status of a newer version: what became of it is not for a leaflet to guess. */
function agreedSince({ status, agreedToShare = [], expectedWait }: OnwardReferralBody): Agreed | null {
  switch (status) {
    case 'sent':
      return { as: 'asked', rings: agreedToShare.includes('contact'), ...waitOf(expectedWait) }
    case 'accepted':
      return { as: 'accepted', ...waitOf(expectedWait) }
    case 'waiting':
      return { as: 'waiting', ...waitOf(expectedWait) }
    case 'started':
    case 'attended':
      return { as: 'begun' }
    default:
      return null
  }
}

function waitOf(wait: string | undefined): { wait?: string } {
  return wait === undefined || wait.trim() === '' ? {} : { wait: wait.trim() }
}

/** Services out of the directory, which nobody has been told about. */
export function offeredAnew(services: readonly string[]): Offered[] {
  return services.map((service) => ({ service, agreed: { as: 'told' }, recorded: false, ticked: true }))
}

/** As offered, but left out until it is ticked. */
export function leftOut(offered: readonly Offered[]): Offered[] {
  return offered.map((each) => ({ ...each, ticked: false }))
}

/**
 * Each service once, in the order of the lists, with the author's own ticks. Where several lists have it, the first that
 * knows of something agreed says what; it is recorded where one of them says so, and ticked likewise.
 */
export function onLeaflet(
  lists: readonly (readonly Offered[])[],
  { ticked }: Pick<Leaflet, 'ticked'>,
): Offered[] {
  const byService = Map.groupBy(lists.flat(), ({ service }) => service)
  return [...byService].map(([service, [first, ...others]]) => {
    const merged = others.reduce(together, first ?? nothing(service))
    return { ...merged, ticked: ticked[service] ?? merged.ticked }
  })
}

function together(one: Offered, other: Offered): Offered {
  return {
    service: one.service,
    agreed: one.agreed.as === 'told' ? other.agreed : one.agreed,
    recorded: one.recorded || other.recorded,
    ticked: one.ticked || other.ticked,
  }
}

function nothing(service: string): Offered {
  return { service, agreed: { as: 'told' }, recorded: false, ticked: false }
}
