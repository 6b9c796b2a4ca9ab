import { Button } from '@mantine/core'
import { IconLogin2, IconUserCircle } from '@tabler/icons-react'
import type { KnownPerson } from '#sync/session.ts'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Doorway } from '#ui/Doorway.tsx'
import { roleWords } from './roleWords.ts'

interface WhoIsHereProps {
  people: KnownPerson[]
  onChoose: (person: KnownPerson) => void
  onSignIn: () => void
}

/** A shared tablet: who takes it up now? */
export function WhoIsHere({ people, onChoose, onSignIn }: WhoIsHereProps) {
  return (
    <Doorway title="Who is here?" lead="These people have work on this device.">
      <List label="People of this device">
        {people.map((person) => (
          <ListRow
            key={person.id}
            icon={<IconUserCircle size={30} stroke={1.5} />}
            title={person.name}
            detail={
              person.pinOpen
                ? roleWords[person.role]
                : `${roleWords[person.role]}. Sign in to open the PIN again`
            }
            onClick={() => onChoose(person)}
          />
        ))}
      </List>
      <Button
        variant="subtle"
        fullWidth
        mt="md"
        leftSection={<IconLogin2 size={20} aria-hidden />}
        onClick={onSignIn}
      >
        Somebody else: sign in
      </Button>
    </Doorway>
  )
}
