import { IconLock } from '@tabler/icons-react'
import { useSearchParams } from 'react-router'
import { shapeOf } from '#domain/report/reports.ts'
import { useWorkspace } from '#store/react.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Page } from '#ui/Page.tsx'
import { useLocalNow } from '#ui/useNow.ts'
import { choiceIn } from './choice.ts'
import { MadeReport } from './MadeReport.tsx'
import { ReportChoice } from './ReportChoice.tsx'
import classes from './Reports.module.css'

/** Choose, look, print, take along. Of the caseload on this device without a signal; of the whole service for managers. */
export function ReportsScreen() {
  const { person } = useWorkspace()
  return (
    <Page title="Reports" width="wide" place="/reports">
      {person.role === 'manager' || person.role === 'coordinator' ? (
        <Reports />
      ) : (
        <EmptyState title="This is for co-ordinators and managers" icon={<IconLock size={36} />}>
          Ask your manager if you need the figures of the service.
        </EmptyState>
      )}
    </Page>
  )
}

function Reports() {
  const { person } = useWorkspace()
  const { today } = useLocalNow()
  const [params] = useSearchParams()
  const choice = choiceIn(params, person, today)
  return (
    <>
      <ReportChoice choice={choice} />
      {choice === null ? (
        <p className={classes['rests']} role="status">
          Say from which day to which, the earlier one first.
        </p>
      ) : (
        <MadeReport key={shapeOf(choice.name).title} choice={choice} today={today} />
      )}
    </>
  )
}
