import { clientName } from '#domain/client/name.ts'
import { districtOf } from '#domain/client/postcode.ts'
import { useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { formatDay, formatMoment } from '#ui/dates.ts'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Section.tsx'
import classes from './Allocation.module.css'

/** Who is given away, with whom they are now, and what is planned with that colleague. */
export function ClientsGiven({ clients }: { clients: readonly View<'client'>[] }) {
  const staff = useRecords('staff', { removed: true }) ?? []
  const nameOf = (id: string | undefined) => staff.find((one) => one.id === id)?.body.name
  return (
    <Section title="Who" look="plain">
      <List label="Who is given away">
        {clients.map((client) => (
          <ListRow
            key={client.id}
            title={clientName(client.body)}
            detail={detailOf(client, nameOf(client.body.coordinator))}
          />
        ))}
      </List>
      <StillPlanned clients={clients} nameOf={nameOf} />
    </Section>
  )
}

function detailOf({ body }: View<'client'>, coordinator: string | undefined): string {
  return [
    districtOf(body.address?.postcode),
    coordinator === undefined ? 'With nobody yet' : `With ${coordinator} now`,
    body.allocatedOn !== undefined && coordinator !== undefined && `since ${formatDay(body.allocatedOn)}`,
  ]
    .filter((part) => typeof part === 'string')
    .join(' · ')
}

/** A planned visit stays with whoever planned it: two people may want to go together once. */
function StillPlanned({
  clients,
  nameOf,
}: {
  clients: readonly View<'client'>[]
  nameOf: (id: string) => string | undefined
}) {
  const visits = useRecords('visit') ?? []
  const ids = new Set(clients.map(({ id }) => id))
  const planned = visits.filter(({ file, body }) => ids.has(file ?? '') && body.status === 'planned')
  const [first] = planned
  if (!first) return null
  return (
    <div className={classes['planned']}>
      <Notice title={planned.length === 1 ? 'A visit is planned' : `${planned.length} visits are planned`}>
        The next is {formatMoment(first.body.startsAt)} with {nameOf(first.body.coordinator) ?? 'a colleague'}
        . It stays as it is; move it from the file if somebody else is to go.
      </Notice>
    </div>
  )
}
