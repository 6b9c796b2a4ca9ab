import type { ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router'
import { useDrafts } from '#store/react.ts'
import type { Draft } from '#store/workspace.ts'

/** While it is a client's turn, every address leads back to it. Nothing is shown before that is known. */
export function TurnGuard({ children }: { children: ReactNode }) {
  const drafts = useDrafts()
  const { pathname } = useLocation()
  if (!drafts) return null
  const there = drafts.map(addressOfTurn).find((address) => address !== undefined)
  if (there === undefined || pathname === there) return children
  return <Navigate to={there} replace />
}

/** The part of a visit that it is; of a measure taken by itself, its address. */
function addressOfTurn({ id, content }: Draft): string | undefined {
  const { turn } = content
  if (typeof turn !== 'string') return undefined
  return turn.startsWith('/') ? turn : `/visits/${id}/turn`
}
