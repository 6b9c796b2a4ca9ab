/** A stream of chance that is the same for the same seed, on every machine. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next: () => number
  /** A whole number from 0 up to, not including, `limit`. */
  below: (limit: number) => number
  chance: (probability: number) => boolean
  /** Undefined where there is nothing to choose from. */
  pick: <T>(list: readonly T[]) => T | undefined
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty for one history. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (list) => list[below(list.length)],
  }
}

/** A seed out of anything that can be written down (FNV-1a). */
export function seedFrom(...parts: (string | number)[]): number {
  let hash = 0x811c9dc5
  for (const char of parts.join(' ')) {
    hash ^= char.codePointAt(0) ?? 0
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}

/** An id of the shape of a UUIDv7, the same for the same parts. */
export function idFrom(...parts: (string | number)[]): string {
  const hex = [0, 1, 2, 3]
    .map((word) => Math.floor(randomOf(seedFrom(...parts, word)).next() * 2 ** 32))
    .map((word) => word.toString(16).padStart(8, '0'))
    .join('')
  const [time, more, low, high, node] = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(13, 16),
    hex.slice(17, 20),
    hex.slice(20, 32),
  ]
  return `${time}-${more}-7${low}-8${high}-${node}`
}
