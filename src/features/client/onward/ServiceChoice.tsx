import { Button } from '@mantine/core'
import { useState } from 'react'
import { takesReferrals } from '#domain/directory/choose.ts'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Pill } from '#ui/Pill.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import type { Offered } from './useServices.ts'

const SHOWN = 8

export interface ServiceChoiceProps {
  services: readonly Offered[]
  chosen: string
  onChoose: (id: string) => void
}

/** One service of the directory, found by its words. */
export function ServiceChoice({ services, chosen, onChoose }: ServiceChoiceProps) {
  const [typed, setTyped] = useState('')
  const service = services.find(({ id }) => id === chosen)
  if (service) {
    return (
      <List label="The service">
        <ListRow
          title={service.body.name}
          detail={[service.organisation, service.body.waiting_time && `Wait: ${service.body.waiting_time}`]
            .filter(Boolean)
            .join('. ')}
          aside={
            <Button variant="subtle" onClick={() => onChoose('')}>
              Choose another
            </Button>
          }
        />
      </List>
    )
  }
  const found = services.filter((each) => fits(each, typed))
  return (
    <div id="field-service">
      <SearchField
        label="Which service"
        value={typed}
        onChange={setTyped}
        placeholder="walking, lunch club, debt…"
        found={found.length === 1 ? '1 service' : `${found.length} services`}
      />
      <List label="Services found">
        {found.slice(0, SHOWN).map((each) => (
          <ListRow
            key={each.id}
            title={each.body.name}
            detail={each.organisation}
            aside={takesReferrals(each.body) ? undefined : <Pill>Details only</Pill>}
            onClick={() => onChoose(each.id)}
          />
        ))}
      </List>
    </div>
  )
}

/** Each word that was typed begins a word of the service. */
function fits({ body, organisation }: Offered, typed: string): boolean {
  const { name, description, categories = [], needs = [] } = body
  const words = [name, organisation, description, ...categories, ...needs]
    .join(' ')
    .toLowerCase()
    .split(/\W+/)
  const asked = typed.toLowerCase().split(/\W+/).filter(Boolean)
  return asked.every((word) => words.some((each) => each.startsWith(word)))
}
