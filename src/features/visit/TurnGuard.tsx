import type { ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router'
import { useDrafts } from '#store/react.ts'

/** While it is a client's turn, every address leads back to it. Nothing is shown before that is known. */
export function TurnGuard({ children }: { children: ReactNode }) {
  const drafts = useDrafts()
  const { pathname } = useLocation()
  if (!drafts) return null
  const turn = drafts.find(({ content }) => typeof content['turn'] === 'string')
  const there = turn && `/visits/${turn.id}/turn`
  if (there === undefined || pathname === there) return children
  return <Navigate to={there} replace />
}
