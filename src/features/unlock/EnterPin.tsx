import { Button, Group } from '@mantine/core'
import { IconLockOpen } from '@tabler/icons-react'
import { type SubmitEvent, useState } from 'react'
import { useSession } from '#sync/react.ts'
import type { KnownPerson, PinFault } from '#sync/session.ts'
import { ErrorSummary } from '#ui/ErrorSummary.tsx'
import { Doorway } from '#ui/Doorway.tsx'
import { pinFaultWords } from './faultWords.ts'
import { PinField } from './PinField.tsx'
import { useCountdown } from './useCountdown.ts'

interface EnterPinProps {
  person: KnownPerson
  onSignIn: () => void
  /** Given where others have work on this device too. */
  onOthers?: () => void
}

/** Opens the work of somebody who was here before; needs no signal. */
export function EnterPin({ person, onSignIn, onOthers }: EnterPinProps) {
  const session = useSession()
  const [pin, setPin] = useState('')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<PinFault | null>(null)
  const wait = useCountdown(fault?.code === 'wait' ? fault : null)
  const shown = fault?.code === 'wait' ? (wait > 0 ? { ...fault, seconds: wait } : null) : fault

  const unlock = async (event: SubmitEvent) => {
    event.preventDefault()
    if (!pin || busy) return
    setBusy(true)
    const answer = await session.unlock(person.id, pin)
    setBusy(false)
    if (answer.ok) return
    setPin('')
    setFault(answer.error)
  }

  return (
    <Doorway title={`Hello, ${person.name}`} lead="Unlock your work. This needs no signal.">
      <form onSubmit={(event) => void unlock(event)} noValidate>
        <ErrorSummary
          title="Not unlocked"
          problems={shown ? [{ field: 'pin', text: pinFaultWords(shown) }] : []}
        />
        <PinField
          id="pin"
          label="PIN"
          value={pin}
          onChange={setPin}
          autoComplete="current-password"
          withPad
        />
        <Button
          type="submit"
          size="lg"
          fullWidth
          mt="md"
          loading={busy}
          disabled={wait > 0}
          leftSection={<IconLockOpen size={22} aria-hidden />}
        >
          Unlock
        </Button>
      </form>
      <Group justify="center" mt="md" gap="xs">
        <Button variant="subtle" size="compact-md" onClick={onSignIn}>
          Forgot the PIN? Sign in
        </Button>
        {onOthers && (
          <Button variant="subtle" size="compact-md" onClick={onOthers}>
            Somebody else
          </Button>
        )}
      </Group>
    </Doorway>
  )
}
