import { useMemo, useState } from 'react'
import { clientName } from '#domain/client/name.ts'
import { matchesNumber, readQuery, searchFields } from '#domain/client/searchFields.ts'
import { useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { formatFullDay } from '#ui/dates.ts'
import { List, ListRow } from '#ui/ListRow.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { Section } from '#ui/Section.tsx'
import { wordIndex } from '#ui/wordIndex.ts'

const SHOWN = 5

/** For a client, so that the file knows of it; or left alone, for anybody. */
export function ForWhom({ choose }: { choose: (client: string) => void }) {
  const [typed, setTyped] = useState('')
  const found = useFound(typed)
  const searched = typed.trim() !== ''
  return (
    <Section title="For whom?">
      <SearchField
        label="Find a client"
        placeholder="Name, NHS number, phone or postcode"
        value={typed}
        onChange={setTyped}
        {...(searched ? { found: found.length === 1 ? '1 person' : `${found.length} people` } : {})}
      />
      {searched && found.length > 0 && (
        <List label="People found">
          {found.slice(0, SHOWN).map(({ id, body }) => (
            <ListRow
              key={id}
              title={clientName(body)}
              detail={[body.dateOfBirth && `Born ${formatFullDay(body.dateOfBirth)}`, body.address?.postcode]
                .filter(Boolean)
                .join('. ')}
              onClick={() => choose(id)}
            />
          ))}
        </List>
      )}
    </Section>
  )
}

function useFound(typed: string): View<'client'>[] {
  const clients = useRecords('client')
  const [index] = useState(() => wordIndex({ names: 1 }))
  return useMemo(() => {
    const query = readQuery(typed)
    if (!clients || query.by === 'nothing') return []
    if (query.by !== 'words') return clients.filter(({ body }) => matchesNumber(searchFields(body), query))
    index.follow(clients.map(({ id, body }) => ({ id, fields: { names: searchFields(body).names } })))
    const byId = new Map(clients.map((client) => [client.id, client]))
    return index.find(query.text).flatMap((id) => byId.get(id) ?? [])
  }, [clients, typed, index])
}
