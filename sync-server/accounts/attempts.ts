/** How many failures are borne within `window` milliseconds. */
export interface Limit {
  most: number
  window: number
}

/** Counts failed tries by key, in memory: a restart forgives. */
export interface Attempts {
  /** Seconds to wait before the next try; 0 when one may try now. */
  wait: (key: string) => number
  failed: (key: string) => void
  /** Forgets all failures of a key. */
  forgive: (key: string) => void
  /** Takes back one failure that was counted in advance. */
  takeBack: (key: string) => void
}

/** Keys beyond this number push out the oldest, so that trying with ever new names does not fill the memory. */
const MOST_KEYS = 10_000

export function countAttempts({ most, window }: Limit, now: () => number): Attempts {
  const failures = new Map<string, number[]>()
  const recent = (key: string) => (failures.get(key) ?? []).filter((at) => at > now() - window)
  return {
    wait: (key) => {
      const [oldest, ...others] = recent(key).slice(-most)
      if (oldest === undefined || others.length + 1 < most) return 0
      return Math.ceil((oldest + window - now()) / 1000)
    },
    failed: (key) => {
      const times = [...recent(key), now()].slice(-most)
      failures.delete(key)
      failures.set(key, times)
      const [first] = failures.keys()
      if (failures.size > MOST_KEYS && first !== undefined) failures.delete(first)
    },
    forgive: (key) => failures.delete(key),
    takeBack: (key) => {
      failures.set(key, recent(key).slice(0, -1))
    },
  }
}
