import { Button, PasswordInput, Stack } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { type SubmitEvent, useState } from 'react'
import { useSession } from '#sync/react.ts'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { Section } from '#ui/Section.tsx'
import { pinFaultWords } from './faultWords.ts'

const empty = { now: '', next: '', again: '' }

export function ChangePinSection() {
  const [open, setOpen] = useState(false)
  return (
    <Section title="PIN" icon={<IconKey size={24} stroke={1.75} />}>
      {open ? (
        <ChangePin onDone={() => setOpen(false)} />
      ) : (
        <>
          <p style={{ marginTop: 0 }}>It opens your work on this device, with or without a signal.</p>
          <Button variant="default" onClick={() => setOpen(true)}>
            Change the PIN
          </Button>
        </>
      )}
    </Section>
  )
}

function ChangePin({ onDone }: { onDone: () => void }) {
  const session = useSession()
  const [typed, setTyped] = useState(empty)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<FieldProblem[]>([])

  const change = async (event: SubmitEvent) => {
    event.preventDefault()
    const wrong = typed.next === typed.again ? [] : [{ field: 'pin-again', text: 'The two new PINs differ' }]
    setProblems(wrong)
    if (wrong.length > 0 || busy) return
    setBusy(true)
    const answer = await session.changePin(typed.now, typed.next)
    setBusy(false)
    if (!answer.ok) {
      const field = answer.error.code === 'tooShort' ? 'pin-next' : 'pin-now'
      return setProblems([{ field, text: pinFaultWords(answer.error) }])
    }
    tell('The PIN is changed.')
    onDone()
  }

  const field = (name: keyof typeof empty) => ({
    id: `pin-${name}`,
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setTyped((before) => ({ ...before, [name]: value }))
    },
  })

  return (
    <form onSubmit={(event) => void change(event)} noValidate>
      <ErrorSummary title="Not changed" problems={problems} />
      <Stack gap="md">
        <PasswordInput {...field('now')} label="PIN now" autoComplete="current-password" />
        <PasswordInput
          {...field('next')}
          label="New PIN"
          description="Six digits or more, or a passphrase of at least eight characters"
          autoComplete="new-password"
        />
        <PasswordInput {...field('again')} label="The new PIN again" autoComplete="new-password" />
        <Button.Group>
          <Button type="submit" loading={busy}>
            Change it
          </Button>
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
        </Button.Group>
      </Stack>
    </form>
  )
}
