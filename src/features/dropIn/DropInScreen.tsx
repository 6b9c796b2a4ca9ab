import { Button } from '@mantine/core'
import { IconDoor, IconUsers } from '@tabler/icons-react'
import { Link } from 'react-router'
import { isOpen } from '#domain/dropIn/session.ts'
import { useWorkspace } from '#store/react.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import classes from './DropIn.module.css'
import { Earlier } from './Earlier.tsx'
import { SessionRows } from './SessionRows.tsx'
import { useSessions } from './useSessions.ts'

/** Where a volunteer starts: the session of today, and those that were. */
export function DropInScreen() {
  const { person } = useWorkspace()
  const sessions = useSessions()
  const open = sessions?.filter(({ session: { body } }) => isOpen(body) && body.people.includes(person.id))
  return (
    <Page
      title="Drop-ins"
      lead="Who came, what they asked for and what they were told about. Nobody is named who has not agreed."
      actions={
        <Button component={Link} to="/drop-in/new" size="lg" leftSection={<IconDoor size={24} aria-hidden />}>
          Open a drop-in
        </Button>
      }
    >
      {!sessions && <Loading />}
      {open && open.length > 0 && (
        <div className={classes['open']}>
          <Section title="Open now" look="plain">
            <SessionRows sessions={open} />
          </Section>
        </div>
      )}
      {sessions?.length === 0 && (
        <EmptyState title="No drop-in yet" icon={<IconUsers size={36} />}>
          Open one where you are. It works without a signal.
        </EmptyState>
      )}
      {sessions && open && <Earlier sessions={sessions.filter((each) => !open.includes(each))} />}
    </Page>
  )
}
