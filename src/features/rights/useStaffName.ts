import { useMemo } from 'react'
import { useRecords } from '#store/react.ts'

/** The names of colleagues, with those who have left. */
export function useStaffName(): (id: string) => string {
  const staff = useRecords('staff', { removed: true })
  return useMemo(() => {
    const names = new Map((staff ?? []).map(({ id, body }) => [id, body.name]))
    return (id) => names.get(id) ?? 'a colleague'
  }, [staff])
}
