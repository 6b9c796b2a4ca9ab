import { type Candidate, duplicatePairs } from '#domain/duplicates/candidates.ts'
import type { View } from '#store/view.ts'

export type Twin = Candidate<View<'client'>>

/** For each file those that may be of the same person, the likeliest first, and what makes them look so. */
export function twinsOf(clients: readonly View<'client'>[]): ReadonlyMap<string, Twin[]> {
  const twins = new Map<string, Twin[]>()
  const add = (id: string, twin: Twin) => twins.set(id, [...(twins.get(id) ?? []), twin])
  for (const { a, b, reasons } of duplicatePairs(clients)) {
    add(a.id, { file: b, reasons })
    add(b.id, { file: a, reasons })
  }
  return twins
}
