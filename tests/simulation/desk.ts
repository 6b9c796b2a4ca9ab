import type { KindName } from '#domain/kind/kinds.ts'
import { isKindName } from '#domain/kind/kinds.ts'
import type { Keeper } from '#store/keeper.ts'
import { overlay, viewOf } from '#store/overlay.ts'
import type { View } from '#store/view.ts'
import type { Somebody } from './cast.ts'
import type { Random } from './random.ts'

/** What a person has before them: their device's records as the screens show them. */
export interface Desk {
  person: Somebody
  keeper: Keeper
  random: Random
  newId: () => string
  /** In everything that this save writes, and in nothing else. */
  token: string
  /** The app is newer than anybody else's: it writes fields that others do not know. */
  newer: boolean
}

function viewAt({ keeper, person }: Desk, id: string): View | null {
  const changes = keeper.changesOf(id)
  const record = overlay(keeper.record(id), changes, person.id, id)
  return record && viewOf(record, changes.length > 0)
}

/** The records of these kinds, in an order that is the same on all devices. */
export function viewsOf(
  desk: Desk,
  kinds: readonly KindName[],
  suits: (view: View) => boolean = isThere,
): View[] {
  const ids = new Set([
    ...desk.keeper.recordIds,
    ...desk.keeper.outbox().flatMap(({ change }) => change.edits.map((edit) => edit.id)),
  ])
  return [...ids].toSorted().flatMap((id) => {
    const kind = desk.keeper.record(id)?.kind
    if (kind !== undefined && (!isKindName(kind) || !kinds.includes(kind))) return []
    const view = viewAt(desk, id)
    return view && kinds.includes(view.kind) && suits(view) ? [view] : []
  })
}

function isThere(view: View): boolean {
  return view.deleted === null
}

/** People work on the same few records again and again: that is where they meet. */
export function pickView({ random }: Desk, views: readonly View[]): View | undefined {
  return views[Math.floor(random.next() ** 3 * views.length)]
}

export function isOf<Name extends KindName>(kind: Name, view: View | undefined): view is View<Name> {
  return view?.kind === kind
}
