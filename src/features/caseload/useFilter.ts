import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useWorkspace } from '#store/react.ts'
import { type Filter, shows, sorts, statuses } from './narrow.ts'

/**
 * The filter lives in the address, so that going back finds it again. What somebody types to find a person does not:
 * a browser keeps addresses in the clear.
 */
export function useFilter(): [Filter, (change: Partial<Filter>) => void, string] {
  const { person } = useWorkspace()
  const [params, setParams] = useSearchParams()
  const usual = person.role === 'coordinator' ? 'mine' : 'team'
  const filter = useMemo(() => readFilter(params, usual), [params, usual])
  const change = (part: Partial<Filter>) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        for (const [name, value] of Object.entries(part)) {
          if (value === null) after.delete(name)
          else after.set(name, value)
        }
        return after
      },
      { replace: true },
    )
  return [filter, change, params.size > 0 ? `?${params}` : '']
}

function readFilter(params: URLSearchParams, usual: Filter['whose']): Filter {
  return {
    whose: oneOf(['mine', 'team'] as const, params.get('whose')) ?? usual,
    status: oneOf(statuses, params.get('status')) ?? 'active',
    practice: params.get('practice'),
    show: oneOf(shows, params.get('show')) ?? 'everything',
    sort: oneOf(sorts, params.get('sort')) ?? 'next',
  }
}

function oneOf<const Known extends readonly string[]>(
  known: Known,
  value: string | null,
): Known[number] | undefined {
  return known.find((one) => one === value)
}
