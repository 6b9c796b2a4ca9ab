import { districtOf, squeezed } from '../client/postcode.ts'
import { middleOf, milesBetween, type Point } from './distance.ts'
import type { Listing } from './listing.ts'

/** Where somebody looks from: a point, a postcode district, or both. */
export interface Place {
  readonly point: Point | null
  readonly district: string | null
}

/**
 * How a service lies to a place. `miles` of its nearest door; `comes`: it comes to the home or is online; `area`: only
 * that both are in the same postcode district; `elsewhere`: only that they are not; `unknown`: nothing.
 */
export type Whereabouts =
  | { readonly is: 'miles'; readonly miles: number }
  | { readonly is: 'comes' | 'area' | 'elsewhere' | 'unknown' }

export function whereabouts(listing: Listing, { point, district }: Place): Whereabouts {
  if (listing.comes) return { is: 'comes' }
  if (point && listing.points.length > 0) {
    return { is: 'miles', miles: Math.min(...listing.points.map((door) => milesBetween(point, door))) }
  }
  if (district === null || listing.districts.length === 0) return { is: 'unknown' }
  if (listing.districts.includes(district)) return { is: 'area' }
  // With a point somebody expects miles: that a postcode is another says nothing of how far it is.
  return { is: point ? 'unknown' : 'elsewhere' }
}

/** `DA16` of `da16`, `da16 1aa` or `DA161AA`; null for what is no postcode and no district. */
export function typedDistrict(typed: string): string | null {
  const text = squeezed(typed)
  return /^[A-Z]{1,2}\d[A-Z\d]?$/.test(text) ? text : districtOf(text)
}

/** A postcode district as a place: in the middle of what the directory has there, where it knows where that is. */
export function districtPlace(district: string, listings: readonly Listing[]): Place {
  const there = listings.filter(({ districts }) => districts.length === 1 && districts[0] === district)
  return { district, point: middleOf(there.flatMap(({ points }) => points)) }
}
