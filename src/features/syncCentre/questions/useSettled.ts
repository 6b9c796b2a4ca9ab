import { useMemo } from 'react'
import { combineLatest, map } from 'rxjs'
import type { Json } from '#domain/json.ts'
import { isKindName, kinds } from '#domain/kind/kinds.ts'
import type { ContestedValue } from '#domain/record/record.ts'
import { useLive, useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'

/** One choice that somebody made, with everything that it decided. */
export interface SettledQuestion {
  view: View
  path: string
  /** The change that settled it. */
  settledBy: string
  by: string
  at: string
  /** The contested values that it decided on. */
  changes: string[]
  /** What stood before the choice; undefined where that was not noted. */
  was: Json | undefined
}

/** Settled questions of every record on this device, the latest first. */
export function useSettled(): SettledQuestion[] | undefined {
  const workspace = useWorkspace()
  const settled$ = useMemo(() => {
    const names = Object.keys(kinds).filter(isKindName)
    const all = names.map((kind) => workspace.records$(kind).pipe(map((views): View[] => views)))
    return combineLatest(all).pipe(map((views) => views.flat().flatMap(settledOf).toSorted(latestFirst)))
  }, [workspace])
  return useLive(settled$)
}

export function settledOf(view: View): SettledQuestion[] {
  return Object.entries(view.contested).flatMap(([path, values]) =>
    [...Map.groupBy(values.filter(isSettled), ({ settled }) => settled.change)].map(([settledBy, decided]) =>
      asQuestion(view, path, settledBy, decided),
    ),
  )
}

type Settled = ContestedValue & { settled: NonNullable<ContestedValue['settled']> }

function isSettled(value: ContestedValue): value is Settled {
  return value.settled !== undefined
}

function asQuestion(view: View, path: string, settledBy: string, decided: Settled[]): SettledQuestion {
  const [first] = decided
  return {
    view,
    path,
    settledBy,
    by: first?.settled.by ?? '',
    at: first?.settled.at ?? '',
    changes: decided.map(({ change }) => change),
    was: decided.find(({ settled }) => settled.was !== undefined)?.settled.was,
  }
}

function latestFirst(a: SettledQuestion, b: SettledQuestion): number {
  return b.at.localeCompare(a.at)
}
