import { Button } from '@mantine/core'
import { Link, useParams, useSearchParams } from 'react-router'
import { clientName } from '#domain/client/name.ts'
import { occasionOf } from '#domain/contact/log.ts'
import { useRecord, useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { formatMoment } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { BegunNotes } from './CallNote.tsx'
import { CallPanel } from './CallPanel.tsx'
import { contactWords } from './callWords.ts'

/** A call to one person, from their file or from Today: the second tap is on what came of it. */
export function CallScreen() {
  const { clientId = '' } = useParams()
  const [params] = useSearchParams()
  const client = useRecord('client', clientId)
  const name = client ? clientName(client.body) : 'Case file'
  const back =
    params.get('from') === 'today'
      ? { to: '/today', label: 'Today' }
      : { to: `/clients/${clientId}`, label: name }
  return (
    <Page title={client ? `Call ${name}` : 'Call'} tabName="Call" back={back}>
      {client === undefined && <Loading />}
      {client === null && (
        <EmptyState title="This file is not on this device">It may belong to another team.</EmptyState>
      )}
      {client && (
        <>
          <CallPanel
            key={clientId}
            client={client}
            about={occasionOf(client.body)}
            onward={
              <Button component={Link} to={back.to}>
                Done: back to {back.to === '/today' ? 'Today' : 'the file'}
              </Button>
            }
          />
          <BegunNotes client={clientId} />
          <Earlier client={client} />
        </>
      )}
    </Page>
  )
}

/** The latest tries, so that nobody rings twice in an hour. */
function Earlier({ client }: { client: View<'client'> }) {
  const contacts = useRecords('contact', { file: client.id }) ?? []
  const staff = useRecords('staff', { removed: true }) ?? []
  if (contacts.length === 0) return null
  const nameOf = (id: string) => staff.find((one) => one.id === id)?.body.name ?? 'A colleague'
  return (
    <Section title="The latest calls and messages" look="plain">
      <List>
        {contacts
          .toSorted((a, b) => b.body.at.localeCompare(a.body.at))
          .slice(0, 5)
          .map(({ id, body }) => (
            <ListRow
              key={id}
              title={contactWords(body)}
              detail={[`${formatMoment(body.at)}, ${nameOf(body.by)}`, body.note].filter(Boolean).join('. ')}
            />
          ))}
      </List>
    </Section>
  )
}
