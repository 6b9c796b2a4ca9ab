import { Button, Modal, PasswordInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useWorkspace } from '#store/react.ts'
import type { PinFault } from '#sync/session.ts'
import { useSession } from '#sync/react.ts'
import classes from './Turn.module.css'

export interface EndTurnProps {
  opened: boolean
  close: () => void
  end: () => Promise<void>
}

/** The one way out of the client's turn: the co-ordinator's PIN. */
export function EndTurn({ opened, close, end }: EndTurnProps) {
  const { person } = useWorkspace()
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={`${person.name}’s PIN`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <PinForm close={close} end={end} />
    </Modal>
  )
}

function PinForm({ close, end }: Omit<EndTurnProps, 'opened'>) {
  const session = useSession()
  const [pin, setPin] = useState('')
  const [fault, setFault] = useState<PinFault | null>(null)
  const [busy, setBusy] = useState(false)
  const check = async (event: SubmitEvent) => {
    event.preventDefault()
    setBusy(true)
    const result = await session.checkPin(pin)
    if (result.ok) await end()
    setBusy(false)
    setPin('')
    setFault(result.ok ? null : result.error)
  }
  return (
    <form className={classes['pin']} onSubmit={(event) => void check(event)}>
      <PasswordInput
        label="PIN"
        value={pin}
        autoComplete="off"
        data-autofocus
        error={fault && pinFaultInWords(fault)}
        onChange={(event) => setPin(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': 'Show the PIN', tabIndex: 0, 'aria-hidden': false }}
      />
      <div className={classes['steps']}>
        <Button variant="default" onClick={close}>
          Go on answering
        </Button>
        <Button type="submit" loading={busy}>
          Take the tablet back
        </Button>
      </div>
      {fault?.code === 'closed' && (
        <Button variant="default" onClick={() => session.lock()}>
          Lock, and sign in with the password
        </Button>
      )}
    </form>
  )
}

function pinFaultInWords(fault: PinFault): string {
  switch (fault.code) {
    case 'wrongPin':
      return fault.left === 1
        ? 'Not the right PIN. 1 more try.'
        : `Not the right PIN. ${fault.left} more tries.`
    case 'wait':
      return `Too many tries. Wait ${fault.seconds} seconds.`
    case 'closed':
      return 'Too many wrong tries: the PIN is closed. Everything is kept.'
    case 'tooShort':
      return 'A PIN has six digits or more.'
    case 'kept':
      return 'This tablet cannot check the PIN now. Reload the page and unlock it.'
    case 'offline':
      return 'This needs a signal.'
  }
}
