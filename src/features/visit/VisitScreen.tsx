import { Button } from '@mantine/core'
import { IconCalendarOff } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useRecord } from '#store/react.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { useLook } from '#ui/useLook.ts'
import { BeginVisit } from './BeginVisit.tsx'
import type { DraftKeeper } from './draftKeeper.ts'
import { FinishedScreen, type FinishedVisit } from './finish/FinishedScreen.tsx'
import { HeldVisit } from './HeldVisit.tsx'
import { OpenVisit } from './OpenVisit.tsx'
import { VisitGate } from './VisitGate.tsx'

/** One visit: to be begun, under way, just finished, or held. */
export function VisitScreen() {
  const { visitId = '' } = useParams()
  return <Visit key={visitId} visitId={visitId} />
}

function Visit({ visitId }: { visitId: string }) {
  const [finished, setFinished] = useState<FinishedVisit | null>(null)
  const file = useRecord('visit', visitId)?.file
  useLook(file ? { client: file, record: visitId, kind: 'visit' } : null)
  if (finished) return <FinishedScreen visit={finished} />
  return (
    <VisitGate visitId={visitId} renderNotBegun={(begun) => <NotUnderWay visitId={visitId} begun={begun} />}>
      <OpenVisit finished={setFinished} />
    </VisitGate>
  )
}

function NotUnderWay({ visitId, begun }: { visitId: string; begun: (keeper: DraftKeeper) => void }) {
  const visit = useRecord('visit', visitId)
  if (visit === undefined) return <Loading label="Opening the visit…" />
  if (visit === null || visit.file === null) return <NotHere />
  if (visit.body.status === 'held') return <HeldVisit visit={visit} file={visit.file} />
  return <BeginVisit visit={visit} file={visit.file} begun={begun} />
}

function NotHere() {
  return (
    <Page title="Visit" back={{ to: '/today', label: 'Today' }}>
      <EmptyState
        title="This visit is not on this tablet"
        icon={<IconCalendarOff size={32} />}
        action={
          <Button component={Link} to="/today" variant="default">
            Back to today
          </Button>
        }
      >
        It may have been taken out, or it comes with the next signal.
      </EmptyState>
    </Page>
  )
}
