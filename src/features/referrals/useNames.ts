import { useMemo } from 'react'
import { useRecords } from '#store/react.ts'

/** The names of colleagues and practices, those that left too; the id's place is taken by words where unknown. */
export interface Names {
  staff: (id: string | undefined) => string
  practice: (id: string | undefined) => string | undefined
}

export function useNames(): Names | undefined {
  const staff = useRecords('staff', { removed: true })
  const practices = useRecords('practice', { removed: true })
  return useMemo(() => {
    if (!staff || !practices) return undefined
    const people = new Map(staff.map(({ id, body }) => [id, body.name]))
    const surgeries = new Map(practices.map(({ id, body }) => [id, body.shortName ?? body.name]))
    return {
      staff: (id) => people.get(id ?? '') ?? 'A colleague',
      practice: (id) => surgeries.get(id ?? ''),
    }
  }, [staff, practices])
}
