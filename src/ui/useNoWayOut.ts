import { useEffect } from 'react'
import { useBlocker } from 'react-router'

/** The back gesture and every link lead nowhere while the tablet is in a client's hands. */
export function useNoWayOut(shut: boolean): void {
  const blocker = useBlocker(shut)
  useEffect(() => {
    if (blocker.state === 'blocked') blocker.reset()
  }, [blocker])
}
