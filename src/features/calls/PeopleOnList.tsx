import type { OnList } from '#domain/callList/calling.ts'
import { clientName } from '#domain/client/name.ts'
import type { View } from '#store/view.ts'
import { formatMoment } from '#ui/dates.ts'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Section } from '#ui/Section.tsx'
import { contactWords, standingWords } from './callWords.ts'

interface PeopleOnListProps {
  people: OnList<View<'client'>>[]
  onChoose: (client: string) => void
}

/** Everybody on a list and how they stand; a tap brings somebody up. */
export function PeopleOnList({ people, onChoose }: PeopleOnListProps) {
  return (
    <Section title="Everybody on the list" look="plain">
      <List label="Everybody on the list">
        {people.map((person) => (
          <Row key={person.id} person={person} onChoose={onChoose} />
        ))}
      </List>
    </Section>
  )
}

function Row({
  person: { id, client, standing, calls },
  onChoose,
}: {
  person: OnList<View<'client'>>
  onChoose: (client: string) => void
}) {
  const [last] = calls
  const detail = last ? `${contactWords(last.body)}, ${formatMoment(last.body.at)}` : standingWords[standing]
  if (!client || standing === 'away') {
    return <ListRow title={client ? clientName(client.body) : 'Somebody'} detail={standingWords['away']} />
  }
  const choose = () => {
    onChoose(id)
    window.scrollTo({ top: 0 })
  }
  return <ListRow title={clientName(client.body)} detail={detail} onClick={choose} />
}
