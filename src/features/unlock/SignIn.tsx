import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { IconLogin2 } from '@tabler/icons-react'
import { type SubmitEvent, useState } from 'react'
import { useSession } from '#sync/react.ts'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { Doorway } from '#ui/Doorway.tsx'
import { signInFaultWords } from './faultWords.ts'

interface SignInProps {
  /** Whose PIN is closed after too many tries. */
  closed: string | null
  onBack?: () => void
}

export function SignIn({ closed, onBack }: SignInProps) {
  const session = useSession()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<FieldProblem[]>([])

  const signIn = async (event: SubmitEvent) => {
    event.preventDefault()
    const missing = missingFrom(email, password)
    setProblems(missing)
    if (missing.length > 0 || busy) return
    setBusy(true)
    const answer = await session.signIn(email.trim(), password)
    setBusy(false)
    if (!answer.ok) setProblems([{ text: signInFaultWords(answer.error) }])
  }

  return (
    <Doorway
      title="Sign in"
      lead={closed ? closedWords(closed) : 'Once, with a signal. Afterwards a PIN is enough.'}
    >
      <form onSubmit={(event) => void signIn(event)} noValidate>
        <ErrorSummary title="Not signed in" problems={problems} />
        <Stack gap="md">
          <TextInput
            id="email"
            label="Email"
            type="email"
            autoComplete="username"
            inputMode="email"
            autoCapitalize="none"
            spellCheck={false}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            id="password"
            label="Password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{
              'aria-label': 'Show what you typed',
              tabIndex: 0,
              'aria-hidden': false,
            }}
          />
          <Button
            type="submit"
            size="lg"
            fullWidth
            loading={busy}
            leftSection={<IconLogin2 size={22} aria-hidden />}
          >
            Sign in
          </Button>
          {onBack && (
            <Button variant="subtle" onClick={onBack}>
              Back to the PIN
            </Button>
          )}
        </Stack>
      </form>
    </Doorway>
  )
}

function closedWords(name: string): string {
  return `${name}, the PIN is closed after too many tries. Sign in to choose a new one. Your work on this device is kept.`
}

function missingFrom(email: string, password: string): FieldProblem[] {
  return [
    ...(email.includes('@') ? [] : [{ field: 'email', text: 'Enter your email address' }]),
    ...(password ? [] : [{ field: 'password', text: 'Enter your password' }]),
  ]
}
