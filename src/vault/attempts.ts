import type { PinSlot } from './slots.ts'

const FREE_TRIES = 4
const LAST_TRY = 10
const FIRST_WAIT_SECONDS = 30

export type Attempt =
  | { may: true; slot: PinSlot }
  | { may: false; seconds: number }
  | { may: false; closed: true }

/**
 * Whether a PIN may be tried now, and the slot as it must be kept before the try, so that pulling the plug does
 * not win a free one. From the fifth wrong PIN on each try waits twice as long as the one before; the tenth
 * closes the slot. The data stay, and signing in opens them.
 */
export function attempt(slot: PinSlot, now: number): Attempt {
  if (slot.closed) return { may: false, closed: true }
  const wait = secondsToWait(slot, now)
  if (wait > 0) return { may: false, seconds: wait }
  const wrong = slot.wrong + 1
  return { may: true, slot: { ...slot, wrong, lastTry: now, closed: wrong >= LAST_TRY } }
}

export function succeeded(slot: PinSlot): PinSlot {
  return { ...slot, wrong: 0, lastTry: 0, closed: false }
}

export function triesLeft(slot: PinSlot): number {
  return Math.max(0, LAST_TRY - slot.wrong)
}

function secondsToWait(slot: PinSlot, now: number): number {
  if (slot.wrong <= FREE_TRIES) return 0
  const wait = FIRST_WAIT_SECONDS * 2 ** (slot.wrong - FREE_TRIES - 1)
  const waited = Math.max(0, (now - slot.lastTry) / 1000)
  return Math.ceil(Math.min(wait, wait - waited))
}
