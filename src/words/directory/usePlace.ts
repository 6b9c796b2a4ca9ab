import { useMemo } from 'react'
import { pointOf } from '#domain/directory/distance.ts'
import type { Listing } from '#domain/directory/listing.ts'
import { districtPlace, type Place, typedDistrict } from '#domain/directory/place.ts'
import { useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'
import type { Directory } from './DirectoryReader.ts'
import { type Here, useHere } from './here.ts'

/** A place to look from by its name. `place` is null where it is not known, or not known any more. */
export interface NamedPlace {
  readonly name: string
  readonly place: Place | null
}

/** What `near` of a wish stands for; null where it names nothing. */
export function usePlace(near: string | null, directory: Directory | undefined): NamedPlace | null {
  const practices = useRecords('practice')
  const here = useHere()
  const listings = directory?.listings
  return useMemo(
    () =>
      near === null ? null : placeOf(near, { listings: listings ?? [], practices: practices ?? [], here }),
    [near, listings, practices, here],
  )
}

interface Known {
  listings: readonly Listing[]
  practices: readonly View<'practice'>[]
  here: Here
}

function placeOf(near: string, { listings, practices, here }: Known): NamedPlace {
  if (near === 'here') {
    return { name: 'here', place: here.is === 'known' ? { point: here.point, district: null } : null }
  }
  const practice = practices.find(({ id }) => id === near)
  if (practice) return practicePlace(practice)
  const listing = listings.find(({ id }) => id === near)
  if (listing) {
    const { points, districts } = listing
    return { name: listing.body.name, place: { point: points[0] ?? null, district: districts[0] ?? null } }
  }
  const district = typedDistrict(near)
  return { name: near, place: district === null ? null : districtPlace(district, listings) }
}

function practicePlace({ body }: View<'practice'>): NamedPlace {
  const point = pointOf(body)
  return { name: body.name, place: point && { point, district: null } }
}

/** Practices and services that are on the map, with the words by which one finds them. */
export function placesNamed(
  typed: string,
  listings: readonly Listing[],
  practices: readonly View<'practice'>[],
): { id: string; name: string }[] {
  const asked = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (asked.join('').length < 3) return []
  const fits = (name: string) => {
    const words = name.toLowerCase().split(/[^\p{L}\p{N}]+/u)
    return asked.every((word) => words.some((each) => each.startsWith(word)))
  }
  const surgeries = practices.flatMap(({ id, body }) => (pointOf(body) ? [{ id, name: body.name }] : []))
  const venues = listings.flatMap(({ id, body, points }) =>
    points.length === 0 ? [] : [{ id, name: body.locations?.[0]?.name ?? body.name }],
  )
  const found = [...surgeries, ...venues].filter(({ name }) => fits(name))
  return [...new Map(found.toReversed().map((place) => [place.name, place])).values()]
    .toReversed()
    .slice(0, 5)
}
