import { Button } from '@mantine/core'
import { IconHistory, IconRefresh } from '@tabler/icons-react'
import { Link } from 'react-router'
import { isWithManager } from '#store/outbox.ts'
import { useOutbox, useQuestions } from '#store/react.ts'
import { useSession, useSyncStatus } from '#sync/react.ts'
import { Page } from '#ui/Page.tsx'
import { DeviceSection } from './DeviceSection.tsx'
import { ExportSection } from './ExportSection.tsx'
import { NeedsYouSection } from './NeedsYouSection.tsx'
import { OnItsWaySection } from './OnItsWaySection.tsx'
import { ToDecideSection } from './review/ToDecideSection.tsx'
import { StandingSection } from './StandingSection.tsx'
import { WithManagerSection } from './WithManagerSection.tsx'
import classes from './SyncCentreScreen.module.css'

/** Everything about what was sent, what waits, and what somebody has to decide. */
export function SyncCentreScreen() {
  const session = useSession()
  const status = useSyncStatus()
  const outbox = useOutbox() ?? []
  const questions = useQuestions() ?? []
  const held = outbox.filter(isWithManager)
  const refused = outbox.filter((entry) => entry.state === 'refused' && !isWithManager(entry))
  const onItsWay = outbox.filter(({ state }) => state !== 'refused')
  return (
    <Page
      title="Sync"
      width="wide"
      actions={
        <Button
          leftSection={<IconRefresh size={20} aria-hidden />}
          loading={status?.phase === 'working'}
          onClick={() => session.syncNow()}
        >
          Send and receive now
        </Button>
      }
    >
      <div className={classes['columns']}>
        <div>
          <StandingSection />
          <NeedsYouSection refused={refused} questions={questions} />
          <WithManagerSection held={held} />
          <ToDecideSection />
          <OnItsWaySection entries={onItsWay} />
          <Button
            component={Link}
            to="/questions/settled"
            variant="subtle"
            leftSection={<IconHistory size={20} aria-hidden />}
          >
            Questions that were settled
          </Button>
        </div>
        <div>
          <DeviceSection />
          <ExportSection entries={outbox} />
        </div>
      </div>
    </Page>
  )
}
