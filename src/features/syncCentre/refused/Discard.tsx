import { Button, Group, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { Section } from '#ui/Section.tsx'

const word = 'discard'

/** Cannot be undone on this device, so it takes a word to be typed. */
export function Discard({ onDiscard }: { onDiscard: () => void }) {
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  if (!open) {
    return (
      <Button
        variant="subtle"
        color="red"
        leftSection={<IconTrash size={20} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        Discard it…
      </Button>
    )
  }
  return (
    <Section title="Discard it">
      <p>
        It goes from this device for good. The service keeps what it was sent, so that whoever looks after it
        can still find it.
      </p>
      <TextInput
        label={`Type “${word}” to go on`}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
        autoCapitalize="none"
      />
      <Group mt="md">
        <Button color="red" disabled={typed.trim().toLowerCase() !== word} onClick={onDiscard}>
          Discard for good
        </Button>
        <Button variant="default" onClick={() => setOpen(false)}>
          Keep it
        </Button>
      </Group>
    </Section>
  )
}
