import { Loader } from '@mantine/core'
import { useEffect, useState } from 'react'

const PATIENCE_MS = 300

/** Nothing at first, because most waits are over by then; after 300 ms it says so. */
export function Loading({ label = 'Loading…' }: { label?: string }) {
  const waited = useWaited(PATIENCE_MS)
  if (!waited) return null
  return (
    <div
      role="status"
      style={{
        display: 'flex',
        gap: '0.75rem',
        alignItems: 'center',
        padding: '2rem 1rem',
        color: 'var(--quiet)',
      }}
    >
      <Loader size="sm" aria-hidden />
      {label}
    </div>
  )
}

function useWaited(ms: number): boolean {
  const [waited, setWaited] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), ms)
    return () => clearTimeout(timer)
  }, [ms])
  return waited
}
