import { Button } from '@mantine/core'
import { IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { EmptyState } from '#ui/EmptyState.tsx'
import type { View } from '#store/view.ts'
import classes from './People.module.css'
import { PersonCard } from './PersonCard.tsx'
import { PersonForm } from './PersonForm.tsx'
import { usePeopleAround } from './usePeopleAround.ts'

/** Who is around the person: whom to ring, who cares for whom, who lives with them. */
export function PeoplePart({ client }: { client: View<'client'> }) {
  const people = usePeopleAround(client)
  const [adding, setAdding] = useState(false)
  if (!people) return null
  return (
    <>
      {people.length === 0 && !adding && (
        <EmptyState title="Nobody written down yet" icon={<IconUsers size={36} />}>
          Who can be rung? Who cares for them, or is cared for by them?
        </EmptyState>
      )}
      {people.length > 0 && (
        <ul className={classes['people']} aria-label="People around them">
          {people.map((person) => (
            <PersonCard key={person.id} person={person} client={client} />
          ))}
        </ul>
      )}
      {adding ? (
        <PersonForm client={client} onDone={() => setAdding(false)} />
      ) : (
        <Button
          variant="default"
          leftSection={<IconUserPlus size={20} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          Add somebody
        </Button>
      )}
    </>
  )
}
