import { useEffect, useState } from 'react'

/** Seconds left of a wait that began when `wait` was given; 0 when there is none, or when it is over. */
export function useCountdown(wait: { seconds: number } | null): number {
  const [left, setLeft] = useState<{ of: object; seconds: number } | null>(null)
  useEffect(() => {
    if (!wait) return
    const until = Date.now() + wait.seconds * 1000
    const tick = () => setLeft({ of: wait, seconds: Math.max(0, Math.ceil((until - Date.now()) / 1000)) })
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [wait])
  if (!wait) return 0
  return left?.of === wait ? left.seconds : wait.seconds
}
