const IDLE_MS = 10 * 60_000
const CHECK_MS = 15_000
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/**
 * Calls `lock` once nobody has touched the app for ten minutes, also when the device slept meanwhile: the
 * deadline is compared with the clock, since timers sleep too.
 */
export function watchIdle(lock: () => void): () => void {
  let touched = Date.now()
  const touch = () => {
    if (!overdue()) touched = Date.now()
  }
  const overdue = () => Date.now() - touched > IDLE_MS
  const check = () => {
    if (overdue()) lock()
  }
  const timer = setInterval(check, CHECK_MS)
  for (const sign of SIGNS_OF_LIFE) addEventListener(sign, touch, { passive: true, capture: true })
  document.addEventListener('visibilitychange', check)
  return () => {
    clearInterval(timer)
    for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, touch, { capture: true })
    document.removeEventListener('visibilitychange', check)
  }
}
