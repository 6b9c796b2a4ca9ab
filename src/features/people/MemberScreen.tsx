import { Button, NativeSelect, Stack } from '@mantine/core'
import { IconDoorEnter, IconDoorExit, IconUserOff } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { MemberView, TeamView } from '#protocol/members.ts'
import { useWorkspace } from '#store/react.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { ErrorSummary } from '#ui/ErrorSummary.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { OrganisationField } from './OrganisationField.tsx'
import { consequence, endingMeans, memberFaultWords } from './memberWords.ts'
import { PhoneSection } from './PhoneSection.tsx'
import { roleChoices } from './roles.ts'
import { type Altering, useAltering } from './useAltering.ts'
import { nameOfOrganisation, organisationsFor, useOrganisations } from './useOrganisations.ts'
import { nameOfTeam, usePeople } from './usePeople.ts'

const back = { to: '/people', label: 'People' }

/** What one person may do, and how a manager changes it. */
export function MemberScreen() {
  const { staffId } = useParams()
  const { people, again } = usePeople()
  if (!people) return <Loading />
  const member = people.ok && people.value.members.find(({ staff }) => staff === staffId)
  if (people.ok && member) {
    return <Member member={member} teams={people.value.teams} onAltered={() => void again()} />
  }
  return (
    <Page title="Somebody of the service" back={back}>
      <EmptyState
        icon={<IconUserOff size={40} stroke={1.5} />}
        title={people.ok ? 'Nobody here is known by this address' : memberFaultWords(people.error)}
        action={
          <Button component={Link} to="/people">
            Back to People
          </Button>
        }
      />
    </Page>
  )
}

interface MemberProps {
  member: MemberView
  teams: TeamView[]
  onAltered: () => void
}

function Member({ member, teams, onAltered }: MemberProps) {
  const { person } = useWorkspace()
  const altering = useAltering(member, onAltered)
  const { name, email, staff, active } = member
  return (
    <Page
      title={staff === person.id ? `${name} (you)` : name}
      tabName="People"
      back={back}
      lead={`Signs in with ${email}.`}
    >
      <ErrorSummary
        title="Nothing was changed"
        problems={altering.problem ? [{ text: altering.problem }] : []}
      />
      {!active && (
        <Notice tone="plain" icon={<IconDoorExit size={24} />} title={`${name}’s access has ended`}>
          They can hand over what they had written, and nothing else.
        </Notice>
      )}
      {active && <RoleSection key={roleKey(member)} member={member} teams={teams} altering={altering} />}
      {active && <PhoneSection staff={staff} />}
      <AccessSection member={member} altering={altering} />
    </Page>
  )
}

/** The form begins anew from what the service says after each change. */
function roleKey({ role, team, organisation }: MemberView): string {
  return `${role} ${team ?? ''} ${organisation ?? ''}`
}

interface SectionProps {
  member: MemberView
  altering: Altering
}

function RoleSection({ member, teams, altering }: SectionProps & { teams: TeamView[] }) {
  const [role, setRole] = useState(member.role)
  const [team, setTeam] = useState(member.team ?? teams[0]?.id ?? null)
  const organisations = useOrganisations()
  const [organisation, setOrganisation] = useState(member.organisation ?? null)
  const of = organisationsFor(role, organisations) ? organisation : null
  const after = { role, team: role === 'coordinator' ? team : member.team, organisation: of, active: true }
  const means = consequence(member.name, member, after, {
    team: (id) => nameOfTeam(teams, id),
    organisation: (id) => nameOfOrganisation(organisations, id) ?? 'their organisation',
  })
  const incomplete = role === 'provider' && of === null
  return (
    <Section title="Role and team">
      <Stack gap="md">
        <NativeSelect
          label="Role"
          data={roleChoices}
          value={role}
          onChange={(event) =>
            setRole(roleChoices.find(({ value }) => value === event.currentTarget.value)?.value ?? role)
          }
        />
        {role === 'coordinator' && (
          <NativeSelect
            label="Team"
            data={teams.map(({ id, name }) => ({ value: id, label: name }))}
            value={team ?? ''}
            onChange={(event) => setTeam(event.currentTarget.value)}
          />
        )}
        <OrganisationField
          role={role}
          organisations={organisations}
          value={organisation}
          onChange={setOrganisation}
        />
        {means && !incomplete && <Notice live>{means}</Notice>}
        <div>
          <Button
            disabled={means === null || incomplete}
            loading={altering.busy}
            onClick={() => altering.alter({ role, team: after.team, organisation: of }, 'Changed.')}
          >
            Change
          </Button>
        </div>
      </Stack>
    </Section>
  )
}

function AccessSection({ member: { name, active }, altering }: SectionProps) {
  return (
    <Section title="Access">
      <p>{active ? endingMeans(name) : `Reopened, ${name} holds again what their role and team allow.`}</p>
      <Button
        variant="default"
        loading={altering.busy}
        leftSection={
          active ? <IconDoorExit size={20} aria-hidden /> : <IconDoorEnter size={20} aria-hidden />
        }
        onClick={() => altering.alter({ active: !active }, active ? 'Access ended.' : 'Access reopened.')}
      >
        {active ? `End ${name}’s access` : `Reopen ${name}’s access`}
      </Button>
    </Section>
  )
}
