/** Chance that says the same every time it's asked with the same words, so that the demo is the same for everybody. */
export interface Draw {
  /** From 0 up to, and without, 1. */
  next: () => number
  /** A whole number from `low` to `high`, both included. */
  int: (low: number, high: number) => number
  pick: <T>(items: readonly T[]) => T
  chance: (share: number) => boolean
}

/** A stream of its own for each name: what is drawn for one person doesn't move what is drawn for the next. */
export function drawFor(name: string): Draw {
  const next = mulberry32(hash(name, 0))
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    int,
    pick: (items) => {
      const picked = items[int(0, items.length - 1)]
      if (picked === undefined) throw new Error('Nothing to pick from')
      return picked
    },
    chance: (share) => next() < share,
  }
}

/** The id of something by its name: in the form of a UUID version 4 (RFC 9562), the same on every run. */
export function idFor(name: string): string {
  const hex = [1, 2, 3, 4].map((part) => hash(name, part).toString(16).padStart(8, '0')).join('')
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-')
}

/** Tommy Ettinger's mulberry32, in the public domain. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** FNV-1a over the text, with a last stir so that neighbouring names fall far apart. */
function hash(text: string, salt: number): number {
  let sum = 0x811c9dc5 ^ Math.imul(salt, 0x9e3779b1)
  for (const letter of text) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b)
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35)
  return (sum ^ (sum >>> 16)) >>> 0
}
