import { IconArrowMerge, IconUserCheck } from '@tabler/icons-react'
import { useDeferredValue, useMemo } from 'react'
import { ageOn } from '#domain/client/birthDate.ts'
import type { ClientBody } from '#domain/client/client.ts'
import { clientName } from '#domain/client/name.ts'
import { duplicatePairs } from '#domain/duplicates/candidates.ts'
import { mergeObstacle } from '#domain/duplicates/mergeFiles.ts'
import { useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { formatDay } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { useLocalNow } from '#ui/useNow.ts'
import { useNames } from '../useClientFile.ts'
import { reasonWords } from './reasonWords.ts'

/** Files that may be of one person, for somebody to look at, and those that were merged. */
export function DuplicatesScreen() {
  const clients = useRecords('client', { merged: true })
  return (
    <Page
      title="Possible duplicates"
      back={{ to: '/caseload', label: 'Caseload' }}
      lead="Two files that may be of one person. Nothing is merged unless you say so, and it can be taken apart again."
    >
      {clients ? (
        <>
          <Pairs clients={clients} />
          <Merged clients={clients} />
        </>
      ) : (
        <Loading label="Comparing files…" />
      )}
    </Page>
  )
}

function Pairs({ clients }: { clients: View<'client'>[] }) {
  const { today } = useLocalNow()
  const compared = useDeferredValue(clients)
  const pairs = useMemo(
    () =>
      duplicatePairs(compared.filter(({ mergedFile }) => mergedFile === undefined)).filter(
        ({ a, b }) => mergeObstacle(a, b) === null,
      ),
    [compared],
  )
  if (pairs.length === 0) {
    return (
      <EmptyState title="No two files look alike" icon={<IconUserCheck size={36} />}>
        When a file like another one comes in, the two are shown here.
      </EmptyState>
    )
  }
  return (
    <List label="Possible duplicates">
      {pairs.map(({ a, b, reasons }) => (
        <ListRow
          key={`${a.id} ${b.id}`}
          to={`/duplicates/${a.id}/${b.id}`}
          title={`${named(a.body, today)} and ${named(b.body, today)}`}
          detail={reasonWords(reasons)}
        />
      ))}
    </List>
  )
}

function Merged({ clients }: { clients: View<'client'>[] }) {
  const names = useNames()
  const heads = new Map(clients.map((client) => [client.id, client]))
  const merged = clients.filter(({ mergedFile }) => mergedFile !== undefined)
  if (merged.length === 0) return null
  return (
    <Section title="Merged files" icon={<IconArrowMerge size={22} />}>
      <List label="Merged files">
        {merged.map(({ id, file, body }) => (
          <ListRow
            key={id}
            to={`/clients/${file}/merged`}
            title={clientName(heads.get(file ?? '')?.body ?? body)}
            detail={body.merged && `Merged ${formatDay(body.merged.on)} by ${names.staff(body.merged.by)}`}
          />
        ))}
      </List>
    </Section>
  )
}

function named(body: ClientBody, today: string): string {
  const age = ageOn(body.dateOfBirth, today)
  return age === null ? clientName(body) : `${clientName(body)} (${age})`
}
