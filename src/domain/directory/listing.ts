import { districtOf } from '../client/postcode.ts'
import type { ServiceBody } from '../service/service.ts'
import { isRunning, takesReferrals } from './choose.ts'
import { type Point, pointOf } from './distance.ts'
import { type Opening, openingsOf } from './openings.ts'
import { priceOf } from './price.ts'
import { waitInWeeks } from './wait.ts'

/** A service of the directory with all that finding it asks of it, read once. */
export interface Listing {
  readonly id: string
  readonly body: ServiceBody
  readonly organisation: string
  /** The name as it is sorted by: small letters, no accents. */
  readonly sort: string
  readonly running: boolean
  readonly refers: boolean
  readonly openings: readonly Opening[]
  readonly price: number | null
  readonly wait: number | null
  readonly points: readonly Point[]
  readonly districts: readonly string[]
  /** It comes to the home, or is online: near to everybody. */
  readonly comes: boolean
}

export function listingOf(id: string, body: ServiceBody, organisation: string): Listing {
  const locations = body.locations ?? []
  return {
    id,
    body,
    organisation,
    sort: folded(body.name),
    running: isRunning(body),
    refers: takesReferrals(body),
    openings: openingsOf(body.schedules),
    price: priceOf(body),
    wait: waitInWeeks(body),
    points: locations.flatMap((location) => pointOf(location) ?? []),
    districts: [...new Set(locations.flatMap(({ postal_code }) => districtOf(postal_code) ?? []))],
    comes: comesToThem(body),
  }
}

function comesToThem({ access = [], locations = [] }: ServiceBody): boolean {
  return (
    access.includes('at-home') ||
    access.includes('online') ||
    locations.some(({ location_type }) => location_type === 'virtual')
  )
}

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
