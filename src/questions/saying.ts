import { createContext, use } from 'react'
import type { Value } from '#domain/form/value.ts'

/** What is given as the answer to a question. `typing`: more is to come, so that keeping it may wait for a pause. */
export type Say = (linkId: string, values: readonly Value[], pace?: 'now' | 'typing') => void

/** Whoever shows questions says here where their answers go. */
export const SayContext = createContext<Say | null>(null)

export function useSay(): Say {
  const say = use(SayContext)
  if (!say) throw new Error('Nobody above these questions takes their answers')
  return say
}
