import { IconPencil, IconPlayerPlay } from '@tabler/icons-react'
import { clientName } from '#domain/client/name.ts'
import type { Draft } from '#store/workspace.ts'
import { useUnreadableDrafts } from '#store/react.ts'
import { formatMoment } from '#ui/dates.ts'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Section } from '#ui/Section.tsx'
import { BegunElsewhere, NotOpening } from './BegunElsewhere.tsx'
import type { TodaysWork } from './useToday.ts'
import { begunWords } from './words.ts'

/** Work begun and left, from any day and any device: on top, so that none is forgotten. */
export function Begun({ begun, clients }: Pick<TodaysWork, 'begun' | 'clients'>) {
  const unreadable = useUnreadableDrafts()
  const rows = begun.flatMap((work) => {
    const row = rowOf(work, clients)
    return row ? [{ row, work }] : []
  })
  if (rows.length + unreadable === 0) return null
  return (
    <Section title="Begun and not finished" look="plain">
      <List>
        {rows.map(({ row }) => (
          <ListRow key={row.to} {...row} />
        ))}
      </List>
      {rows.map(({ row, work }) => (
        <BegunElsewhere key={work.draft.id} work={work} title={row.title.replace(RESUME, '')} />
      ))}
      {unreadable > 0 && <NotOpening copies={unreadable} />}
    </Section>
  )
}

const RESUME = 'Resume: '

function rowOf(
  { draft, standing, appointment }: TodaysWork['begun'][number],
  clients: TodaysWork['clients'],
) {
  const detail = begunWords(draft, standing)
  if (appointment) {
    const { visit, client } = appointment
    const name = client ? clientName(client.body) : 'somebody whose file is not here'
    const title = `Visit with ${name}, ${formatMoment(visit.body.startsAt)}`
    return {
      title: `${RESUME}${title}`,
      detail,
      to: `/visits/${visit.id}`,
      icon: <IconPlayerPlay size={24} />,
    }
  }
  const place = placeOf(draft, clients)
  return place && { ...place, detail, icon: <IconPencil size={24} /> }
}

/** Forms that were left half filled in. A draft that this version does not know stays where it is, unlisted. */
function placeOf(draft: Draft, clients: TodaysWork['clients']): { title: string; to: string } | null {
  const [what, which] = draft.id.split(':')
  const client = clients.get(draft.about)
  if (what === 'new-client') return { title: 'New client and referral', to: '/clients/new' }
  if (what === 'call-list') return { title: 'A call list to make', to: '/caseload?choose=several' }
  if (!client) return null
  const name = clientName(client.body)
  switch (what) {
    case 'edit-client':
      return { title: `Details of ${name}`, to: `/clients/${client.id}/edit` }
    case 'note':
    case 'amend':
      return { title: `Note about ${name}`, to: `/clients/${client.id}?part=notes` }
    case 'leaflet':
      return { title: `Leaflet for ${name}`, to: `/clients/${client.id}/leaflet` }
    case 'plan-part':
      return { title: `Plan of ${name}`, to: `/clients/${client.id}?part=plan` }
    case 'close-file':
      return { title: `Closing the file of ${name}`, to: `/clients/${client.id}/close` }
    case 'reopen-file':
      return { title: `${name} has come back`, to: `/clients/${client.id}/reopen` }
    case 'person-around':
    case 'begin-file':
      return { title: `People around ${name}`, to: `/clients/${client.id}?part=people` }
    case 'plan-visit':
      return { title: `A visit to plan with ${name}`, to: `/clients/${client.id}/visits/new` }
    case 'contact-note':
      return { title: `Note on a call with ${name}`, to: `/calls/with/${client.id}?from=today` }
    case 'call-off':
      return {
        title: `Why the visit with ${name} does not take place`,
        to: `/clients/${client.id}/visits/${which}/booking`,
      }
    case 'decline':
      return { title: `Why ${name} does not want it`, to: `/clients/${client.id}/decline` }
    default:
      return null
  }
}
