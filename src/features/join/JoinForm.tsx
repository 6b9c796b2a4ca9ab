import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { join } from '#sync/account.ts'
import { useSession } from '#sync/react.ts'
import { Doorway } from '#ui/Doorway.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'

interface Joining {
  name: string
  email: string
  password: string
  service: string
}

interface JoinFormProps {
  token: string
  invitation: { first: boolean; name: string; email: string; service: string }
}

/** Name, email and a password of one's own; the first of a new service names the service too. */
export function JoinForm({ token, invitation }: JoinFormProps) {
  const session = useSession()
  const navigate = useNavigate()
  const { first, name, email, service } = invitation
  const [typed, setTyped] = useState<Joining>({ name, email, service, password: '' })
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<FieldProblem[]>([])

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const wrong = problemsOf(typed, first)
    setProblems(wrong)
    if (wrong.length > 0 || busy) return
    setBusy(true)
    const words = await enter()
    setBusy(false)
    if (words) setProblems([{ text: words }])
  }

  /** Joins, then signs in here; the words of what went wrong, if anything did. */
  const enter = async (): Promise<string | null> => {
    const { password } = typed
    const by = { token, name: typed.name.trim(), email: typed.email.trim(), password }
    const joined = await join(first ? { ...by, service: typed.service.trim() } : by)
    if (!joined.ok) return joinFaultWords(joined.error)
    const signedIn = await session.signIn(by.email, password)
    await navigate('/', { replace: true })
    return signedIn.ok ? null : 'You have joined. Now sign in.'
  }

  const field = (key: keyof Joining) => ({
    id: `join-${key}`,
    value: typed[key],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setTyped((before) => ({ ...before, [key]: value }))
    },
  })

  return (
    <Doorway
      title={first ? 'Set up your service' : `Join ${service}`}
      lead={
        first ? 'You are the first here, and become its manager.' : 'Choose a password of your own to join.'
      }
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <ErrorSummary title="Not joined yet" problems={problems} />
        <Stack gap="md">
          {first && (
            <TextInput
              {...field('service')}
              label="Name of the service"
              description="As everybody knows it, such as “Community Connect”"
              autoComplete="organization"
            />
          )}
          <TextInput {...field('name')} label="Your name" autoComplete="name" />
          <TextInput
            {...field('email')}
            label="Your email"
            type="email"
            inputMode="email"
            autoComplete="username"
            autoCapitalize="none"
          />
          <PasswordInput
            {...field('password')}
            label="A password"
            description="Twelve characters or more. Three words that you like will do."
            autoComplete="new-password"
            visibilityToggleButtonProps={{
              'aria-label': 'Show what you typed',
              tabIndex: 0,
              'aria-hidden': false,
            }}
          />
          <Button type="submit" size="lg" fullWidth loading={busy}>
            {first ? 'Set up' : 'Join'}
          </Button>
        </Stack>
      </form>
    </Doorway>
  )
}

function problemsOf({ name, email, password, service }: Joining, first: boolean): FieldProblem[] {
  return [
    ...(first && !service.trim() ? [{ field: 'join-service', text: 'Enter the name of the service' }] : []),
    ...(name.trim() ? [] : [{ field: 'join-name', text: 'Enter your name' }]),
    ...(/^\S+@\S+\.\S+$/.test(email.trim())
      ? []
      : [{ field: 'join-email', text: 'Enter your email address' }]),
    ...(password.length >= 12 ? [] : [{ field: 'join-password', text: 'Use twelve characters or more' }]),
  ]
}

function joinFaultWords({ fault, status }: { fault: string; status: number | null }): string {
  if (fault === 'offline') return 'There is no signal. Joining needs one.'
  if (status === 404) return 'The link was used already, or it has run out. Ask for a new one.'
  if (status === 400) return 'Somebody has joined with this email already. Sign in, or use another.'
  if (status === 429) return 'That was tried too often. Wait a few minutes, then try again.'
  return 'The service has a fault at the moment. Try again in a little while.'
}
