import { IconBuildingCommunity } from '@tabler/icons-react'
import { useRecords, useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { Pill } from '#ui/Pill.tsx'
import { openWords, waitLine } from './entryWords.ts'

/** What the directory says of a provider's own services, for them to keep true. */
export function EntriesScreen() {
  const { person } = useWorkspace()
  const services = useRecords('service')
  const corrections = useRecords('correction') ?? []
  const waiting = new Set(
    corrections.filter(({ body }) => body.status === 'open').map(({ body }) => body.service),
  )
  return (
    <Page
      title="Our entries"
      lead={`What the directory says of ${person.organisation?.name ?? 'your organisation'}. Everybody who refers people reads it.`}
    >
      {services === undefined && <Loading label="Opening your entries…" />}
      {services?.length === 0 && (
        <EmptyState title="No entries yet" icon={<IconBuildingCommunity size={36} />}>
          Once a service of yours is in the directory, it is here.
        </EmptyState>
      )}
      {services && services.length > 0 && (
        <List label="Our entries">
          {services
            .toSorted((a, b) => a.body.name.localeCompare(b.body.name))
            .map((service) => (
              <EntryRow key={service.id} service={service} isWaiting={waiting.has(service.id)} />
            ))}
        </List>
      )}
    </Page>
  )
}

function EntryRow({ service, isWaiting }: { service: View<'service'>; isWaiting: boolean }) {
  return (
    <ListRow
      to={`/entries/${service.id}`}
      icon={<IconBuildingCommunity size={26} stroke={1.75} />}
      title={service.body.name}
      detail={[openWords(service.body), waitLine(service.body)].filter(Boolean).join('. ')}
      aside={isWaiting ? <Pill>Proposed</Pill> : null}
    />
  )
}
