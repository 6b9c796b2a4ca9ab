const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 5 * 60_000
const CALM_WAIT_MS = 60_000

/**
 * How long until the next round, in milliseconds. After failures ever longer, so that a server that comes back
 * is not run down; always with jitter, so that a surgery full of tablets does not knock at the same moment.
 */
export function waitFor(failures: number, random: () => number): number {
  const whole = failures === 0 ? CALM_WAIT_MS : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1))
  return whole / 2 + (random() * whole) / 2
}

/** A poke reaches every device at once; they come within a second of one another. */
export function waitAfterPoke(random: () => number): number {
  return random() * 500
}
