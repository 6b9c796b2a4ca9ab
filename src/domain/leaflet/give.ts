import type { Edit } from '../change/change.ts'
import { createRecord } from '../change/write.ts'
import type { Leaflet } from './leaflet.ts'
import type { Offered } from './offered.ts'

export interface Giving {
  /** The client's. */
  file: string
  by: string
  /** A day. */
  today: string
  newId: () => string
}

/** What of a leaflet the file doesn't know so far. */
export function unrecorded(offered: readonly Offered[]): Offered[] {
  return offered.filter(({ ticked, recorded }) => ticked && !recorded)
}

/** The leaflet was given: a signpost for each service on it that the file doesn't know of. Never a referral. */
export function giveLeaflet(
  { id }: Pick<Leaflet, 'id'>,
  offered: readonly Offered[],
  { file, by, today, newId }: Giving,
): Edit[] {
  return unrecorded(offered).map(({ service }) =>
    createRecord('signpost', newId(), file, { service, givenOn: today, givenBy: by, leaflet: id }),
  )
}
