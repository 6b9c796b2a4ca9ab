import { useEffect, useState } from 'react'
import { useWorkspace } from '#store/react.ts'
import { useSyncStatus } from './react.ts'
import { listReview } from './review.ts'

/**
 * How many changes wait for a manager's decision, asked anew with each contact; 0 for everybody else, and until the
 * service has said.
 */
export function useHeldCount(): number {
  const { person } = useWorkspace()
  const checkedAt = useSyncStatus()?.checkedAt ?? null
  const decides = person.role === 'manager' && person.active !== false
  const [count, setCount] = useState(0)
  useEffect(() => {
    if (!decides || checkedAt === null) return undefined
    let wanted = true
    const ask = async () => {
      const answer = await listReview('held', undefined, 1)
      if (wanted && answer.ok) setCount(answer.value.waiting)
    }
    void ask()
    return () => {
      wanted = false
    }
  }, [decides, checkedAt])
  return decides ? count : 0
}
