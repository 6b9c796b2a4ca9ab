import { Button, CopyButton, NativeSelect, Stack, TextInput } from '@mantine/core'
import { IconCheck, IconCopy, IconMailForward } from '@tabler/icons-react'
import { type SubmitEvent, useState } from 'react'
import type { Role } from '#domain/staff/staff.ts'
import { useRecords, useWorkspace } from '#store/react.ts'
import { invite } from '#sync/account.ts'
import { formatMoment } from '#ui/dates.ts'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Section.tsx'
import { OrganisationField } from './OrganisationField.tsx'
import { roleChoices } from './roles.ts'
import { organisationsFor, useOrganisations } from './useOrganisations.ts'

interface Invitation {
  name: string
  link: string
  expiresAt: string
}

/** A link that lets one person join, handed over by hand or by message. */
export function InviteSection() {
  const [made, setMade] = useState<Invitation | null>(null)
  return (
    <Section title="Invite somebody" icon={<IconMailForward size={24} stroke={1.75} />}>
      {made ? (
        <HandOver invitation={made} onAnother={() => setMade(null)} />
      ) : (
        <InviteForm onMade={setMade} />
      )}
    </Section>
  )
}

function InviteForm({ onMade }: { onMade: (invitation: Invitation) => void }) {
  const team = useOwnTeam()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('coordinator')
  const [organisation, setOrganisation] = useState<string | null>(null)
  const organisations = useOrganisations()
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<FieldProblem[]>([])

  const send = async (event: SubmitEvent) => {
    event.preventDefault()
    const of = organisationsFor(role, organisations) ? organisation : null
    const missing = missingFrom({ name, email, role, organisation: of })
    setProblems(missing)
    if (missing.length > 0 || busy) return
    setBusy(true)
    const answer = await invite({
      name: name.trim(),
      email: email.trim(),
      role,
      team: role === 'provider' ? null : team,
      organisation: of,
    })
    setBusy(false)
    if (answer.ok) onMade({ name: name.trim(), ...answer.value })
    else setProblems([{ text: inviteFaultWords(answer.error) }])
  }

  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <ErrorSummary title="Not invited yet" problems={problems} />
      <Stack gap="md">
        <TextInput
          id="invite-name"
          label="Name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          autoComplete="off"
        />
        <TextInput
          id="invite-email"
          label="Email"
          description="They sign in with it. Nothing is sent there."
          type="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          autoComplete="off"
        />
        <NativeSelect
          label="Role"
          description={means[role]}
          data={roleChoices}
          value={role}
          onChange={(event) =>
            setRole(roleChoices.find(({ value }) => value === event.currentTarget.value)?.value ?? role)
          }
        />
        <OrganisationField
          id="invite-organisation"
          role={role}
          organisations={organisations}
          value={organisation}
          onChange={setOrganisation}
        />
        <Button type="submit" loading={busy}>
          Make a link
        </Button>
      </Stack>
    </form>
  )
}

const means: Record<Role, string> = {
  manager: 'A manager sees every file, and decides who may do what.',
  coordinator: 'A co-ordinator sees the team’s files.',
  volunteer: 'A volunteer sees no file at all.',
  referrer: 'A referrer refers people and hears how it goes. They see no file.',
  provider: 'A provider answers referrals. They see what was agreed to share, and no file.',
}

function HandOver({ invitation, onAnother }: { invitation: Invitation; onAnother: () => void }) {
  const { name, link, expiresAt } = invitation
  return (
    <Stack gap="md">
      <Notice tone="accent" live title={`The link for ${name} is ready`}>
        Hand it to {name} and nobody else: whoever opens it first becomes {name}. It works once, until{' '}
        {formatMoment(expiresAt)}, and is not shown again.
      </Notice>
      <TextInput label="Link" value={link} readOnly onFocus={(event) => event.currentTarget.select()} />
      <CopyButton value={link}>
        {({ copied, copy }) => (
          <Button
            onClick={copy}
            leftSection={copied ? <IconCheck size={20} aria-hidden /> : <IconCopy size={20} aria-hidden />}
          >
            {copied ? 'Copied' : 'Copy the link'}
          </Button>
        )}
      </CopyButton>
      <Button variant="default" onClick={onAnother}>
        Invite another
      </Button>
    </Stack>
  )
}

/** People are invited into the team of whoever invites them, or else into the one that there is. */
function useOwnTeam(): string | null {
  const { person } = useWorkspace()
  const staff = useRecords('staff')
  return person.team ?? staff?.find(({ body }) => body.team !== undefined)?.body.team ?? null
}

interface Filled {
  name: string
  email: string
  role: Role
  organisation: string | null
}

function missingFrom({ name, email, role, organisation }: Filled): FieldProblem[] {
  return [
    ...(name.trim() ? [] : [{ field: 'invite-name', text: 'Enter a name' }]),
    ...(/^\S+@\S+\.\S+$/.test(email.trim())
      ? []
      : [{ field: 'invite-email', text: 'Enter an email address' }]),
    ...(role === 'provider' && organisation === null
      ? [{ field: 'invite-organisation', text: 'Choose the organisation that they answer for' }]
      : []),
  ]
}

function inviteFaultWords({ fault, status }: { fault: string; status: number | null }): string {
  if (fault === 'offline') return 'There is no signal. Inviting needs one.'
  if (fault === 'signIn') return 'Sign in again under Settings, then make the link.'
  if (status === 403) return 'Only a manager can invite.'
  if (status === 400 || status === 409)
    return 'The service did not take that name or email. Is somebody here already with this email?'
  return 'The service has a fault at the moment. Try again in a little while.'
}
