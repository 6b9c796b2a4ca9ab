import { Button, PasswordInput, Stack } from '@mantine/core'
import { IconLogin2 } from '@tabler/icons-react'
import { type SubmitEvent, useState } from 'react'
import { useWorkspace } from '#store/react.ts'
import { useSession } from '#sync/react.ts'
import type { SignInFault } from '#sync/session.ts'
import { ErrorSummary } from '#ui/ErrorSummary.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { Section } from '#ui/Section.tsx'
import { renewFaultWords } from './faultWords.ts'

/** The session on the server has ended; what is on the device stays open. */
export function RenewSection() {
  const session = useSession()
  const { person } = useWorkspace()
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<SignInFault | null>(null)

  const renew = async (event: SubmitEvent) => {
    event.preventDefault()
    if (!password || busy) return
    setBusy(true)
    const answer = await session.renew(password)
    setBusy(false)
    setFault(answer.ok ? null : answer.error)
    if (answer.ok) tell('You are signed in again.')
  }

  return (
    <Section title="Sign in again" icon={<IconLogin2 size={24} stroke={1.75} />}>
      <p style={{ marginTop: 0 }}>
        {person.name}, the service wants to know again that it is you. Your work is kept here meanwhile.
      </p>
      <form onSubmit={(event) => void renew(event)} noValidate>
        <ErrorSummary
          title="Not signed in"
          problems={fault ? [{ field: 'renew-password', text: renewFaultWords(fault) }] : []}
        />
        <input type="hidden" autoComplete="username" value={person.email} readOnly />
        <Stack gap="md">
          <PasswordInput
            id="renew-password"
            label="Password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" loading={busy} leftSection={<IconLogin2 size={20} aria-hidden />}>
            Sign in again
          </Button>
        </Stack>
      </form>
    </Section>
  )
}
