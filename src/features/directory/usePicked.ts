import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'

/** Services picked to be handed over together. */
export interface Picked {
  readonly ids: readonly string[]
  readonly toggle: (id: string) => void
  readonly clear: () => void
}

/**
 * They live in the address, beside what is looked for: they outlive a reload and a lock, and go with the list. A tick
 * does not wait for the address.
 */
export function usePicked(): Picked {
  const [params, setParams] = useSearchParams()
  const [ids, setIds] = useState(() => (params.get('pick') ?? '').split(',').filter(Boolean))
  return useMemo(() => {
    const pick = (next: string[]) => {
      setIds(next)
      setParams((before) => withPicked(before, next), { replace: true, preventScrollReset: true })
    }
    return {
      ids,
      toggle: (id) => pick(ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]),
      clear: () => pick([]),
    }
  }, [ids, setParams])
}

function withPicked(before: URLSearchParams, ids: readonly string[]): URLSearchParams {
  const others = [...before].filter(([name]) => name !== 'pick')
  return new URLSearchParams(ids.length === 0 ? others : [...others, ['pick', ids.join(',')]])
}
