import { Button, Stack } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { type SubmitEvent, useState } from 'react'
import type { Person } from '#protocol/account.ts'
import { useSession } from '#sync/react.ts'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Doorway } from '#ui/Doorway.tsx'
import { pinFaultWords } from './faultWords.ts'
import { PinField } from './PinField.tsx'

interface ChoosePinProps {
  person: Person
  /** Whether there is work of this person on the device already. */
  known: boolean
  onStartAgain: () => void
}

/** After signing in: the PIN that opens this person's work on this device from now on. */
export function ChoosePin({ person, known, onStartAgain }: ChoosePinProps) {
  const session = useSession()
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<FieldProblem[]>([])

  const choose = async (event: SubmitEvent) => {
    event.preventDefault()
    const wrong = pin === again ? [] : [{ field: 'again', text: 'The two PINs differ' }]
    setProblems(wrong)
    if (wrong.length > 0 || busy) return
    setBusy(true)
    const answer = await session.choosePin(pin)
    setBusy(false)
    if (!answer.ok) setProblems([{ field: 'new-pin', text: pinFaultWords(answer.error) }])
  }

  return (
    <Doorway
      title={known ? 'Choose a new PIN' : 'Choose a PIN'}
      lead={
        known
          ? `Welcome back, ${person.name}. Your work on this device is kept.`
          : `Welcome, ${person.name}. The PIN opens your work on this device, with or without a signal.`
      }
    >
      <form onSubmit={(event) => void choose(event)} noValidate>
        <ErrorSummary problems={problems} />
        <Stack gap="md">
          <PinField
            id="new-pin"
            label="New PIN"
            description="Six digits or more, or a passphrase of at least eight characters"
            value={pin}
            onChange={setPin}
            autoComplete="new-password"
          />
          <PinField
            id="again"
            label="The same PIN again"
            value={again}
            onChange={setAgain}
            autoComplete="new-password"
          />
          <Notice tone="accent" icon={<IconKey size={22} />}>
            A forgotten PIN costs nothing: sign in again with your password, and choose a new one.
          </Notice>
          <Button type="submit" size="lg" fullWidth loading={busy}>
            Use this PIN
          </Button>
          <Button variant="subtle" onClick={onStartAgain}>
            Not {person.name}? Start again
          </Button>
        </Stack>
      </form>
    </Doorway>
  )
}
