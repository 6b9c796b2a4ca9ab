import { Button } from '@mantine/core'
import { IconAddressBook, IconPhoneCheck, IconPhoneOutgoing } from '@tabler/icons-react'
import { Link } from 'react-router'
import { peopleOn, tally } from '#domain/callList/calling.ts'
import { useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { formatDay } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { count } from './callWords.ts'

/** The lists to ring through, and those that are finished. */
export function CallListsScreen() {
  const lists = useRecords('callList')
  const open = lists?.filter(({ body }) => body.status !== 'closed') ?? []
  const closed = lists?.filter(({ body }) => body.status === 'closed') ?? []
  return (
    <Page
      title="Call lists"
      lead="People to ring through, one after another. It works without a signal for the internet too."
      back={{ to: '/caseload', label: 'Caseload' }}
    >
      {!lists && <Loading />}
      {lists && open.length === 0 && (
        <EmptyState
          title="No list to ring through"
          icon={<IconPhoneOutgoing size={36} />}
          action={
            <Button
              component={Link}
              to="/caseload?choose=several"
              variant="default"
              leftSection={<IconAddressBook size={20} aria-hidden />}
            >
              Choose people in the caseload
            </Button>
          }
        >
          A list is made from the people that you choose in the caseload.
        </EmptyState>
      )}
      {open.length > 0 && <Lists label="Lists to ring through" lists={open} />}
      {closed.length > 0 && (
        <Section title="Finished" look="plain">
          <Lists label="Finished lists" lists={closed} />
        </Section>
      )}
    </Page>
  )
}

function Lists({ label, lists }: { label: string; lists: View<'callList'>[] }) {
  const clients = useRecords('client', { merged: true }) ?? []
  const contacts = useRecords('contact') ?? []
  return (
    <List label={label}>
      {lists
        .toSorted((a, b) => b.body.madeOn.localeCompare(a.body.madeOn))
        .map((list) => {
          const { called, of, spoken } = tally(peopleOn(list, clients, contacts))
          return (
            <ListRow
              key={list.id}
              to={`/calls/${list.id}`}
              icon={<IconPhoneCheck size={24} />}
              title={list.body.name}
              detail={`${called} of ${of} called, ${count(spoken, 'person', 'people')} spoken to · made ${formatDay(list.body.madeOn)}`}
            />
          )
        })}
    </List>
  )
}
