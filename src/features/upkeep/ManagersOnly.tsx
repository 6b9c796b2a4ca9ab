import type { ReactNode } from 'react'
import { useWorkspace } from '#store/react.ts'
import { EmptyState } from '#ui/EmptyState.tsx'

/** The server decides; this only spares somebody a form that would be refused. */
export function ManagersOnly({ children }: { children: ReactNode }) {
  const { role } = useWorkspace().person
  if (role === 'manager') return children
  return (
    <EmptyState title="The managers keep the directory">Report a mistake on the entry itself.</EmptyState>
  )
}
