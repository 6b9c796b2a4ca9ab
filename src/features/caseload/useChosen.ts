import { useState } from 'react'
import { useSearchParams } from 'react-router'

/** Several files chosen at once. That one is choosing lives in the address; who is chosen does not outlive the screen. */
export interface Chosen {
  choosing: boolean
  ids: ReadonlySet<string>
  begin: () => void
  end: () => void
  toggle: (client: string) => void
  all: (clients: readonly string[]) => void
}

export function useChosen(): Chosen {
  const [params, setParams] = useSearchParams()
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const set = (choosing: boolean) => {
    setIds(new Set())
    setParams(
      (before) => {
        const rest = [...before].filter(([name]) => name !== 'choose')
        return new URLSearchParams(choosing ? [...rest, ['choose', 'several']] : rest)
      },
      { replace: true },
    )
  }
  return {
    choosing: params.get('choose') === 'several',
    ids,
    begin: () => set(true),
    end: () => set(false),
    toggle(client) {
      const after = new Set(ids)
      if (!after.delete(client)) after.add(client)
      setIds(after)
    },
    all: (clients) => setIds(new Set(clients)),
  }
}
