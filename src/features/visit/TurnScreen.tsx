import { notifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import { Navigate, useNavigate, useParams } from 'react-router'
import { useTabName } from '#ui/Page.tsx'
import { useNoWayOut } from '#ui/useNoWayOut.ts'
import { ClientsTurn } from './ClientsTurn.tsx'
import { VisitGate } from './VisitGate.tsx'
import { useVisitWork } from './VisitWork.tsx'

/**
 * The client's turn: the tablet is in their hands, and nothing else of the app can be reached. The draft says so too,
 * so that neither a reload nor another address is a way out; only the co-ordinator's PIN is.
 */
export function TurnScreen() {
  const { visitId = '' } = useParams()
  useTabName('Visit')
  return (
    <VisitGate visitId={visitId} renderNotBegun={() => <Navigate to={`/visits/${visitId}`} replace />}>
      <Turn visitId={visitId} />
    </VisitGate>
  )
}

function Turn({ visitId }: { visitId: string }) {
  const { keeper, draft } = useVisitWork()
  const [part] = useState(draft.turn)
  const navigate = useNavigate()
  useNoWayOut(draft.turn !== null)
  useEffect(() => notifications.clean(), [])
  if (!part) return <Navigate to={`/visits/${visitId}`} replace />
  const end = async () => {
    keeper.change((now) => ({ ...now, turn: null }))
    await keeper.flush()
    if (keeper.work().kept.state === 'kept') await navigate(`/visits/${visitId}`, { replace: true })
    else keeper.change((now) => ({ ...now, turn: part }))
  }
  return <ClientsTurn part={part} end={end} />
}
