import { useEffect, useState } from 'react'
import { dayOf, formatTime } from './dates.ts'

/** The time by this device, for display: fresh at least every minute, and whenever the tablet is taken up again. */
export function useNow(everyMs = 60_000): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const tick = () => setNow(new Date())
    const timer = setInterval(tick, everyMs)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [everyMs])
  return now
}

/** The day (`YYYY-MM-DD`) and the minute (`YYYY-MM-DDTHH:mm`) here, as visits and plans write them. */
export function useLocalNow(): { today: string; minute: string } {
  const now = useNow()
  const today = dayOf(now)
  return { today, minute: `${today}T${formatTime(now.toISOString())}` }
}
