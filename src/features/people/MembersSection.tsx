import { IconUserCircle, IconUsersGroup } from '@tabler/icons-react'
import type { Result } from '#domain/result.ts'
import type { MemberView } from '#protocol/members.ts'
import { useRecords, useWorkspace } from '#store/react.ts'
import type { HttpFault } from '#sync/http.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import { memberFaultWords } from './memberWords.ts'
import { roleName } from './roles.ts'
import { nameOfOrganisation, useOrganisations } from './useOrganisations.ts'
import { nameOfTeam, type People } from './usePeople.ts'

/** Who works here. Without a signal as colleagues are told; with one, each leads to what they may do. */
export function MembersSection({ people }: { people: Result<People, HttpFault> | undefined }) {
  return (
    <Section title="Who works here" look="plain">
      {!people && <Loading />}
      {people?.ok && <Members {...people.value} />}
      {people && !people.ok && (
        <>
          <Notice title={memberFaultWords(people.error)} />
          <Staff />
        </>
      )}
    </Section>
  )
}

function Members({ members, teams }: People) {
  const { person } = useWorkspace()
  const organisations = useOrganisations()
  const place = ({ role, team, organisation }: MemberView) => {
    const of =
      role === 'coordinator' && team
        ? nameOfTeam(teams, team)
        : nameOfOrganisation(organisations, organisation)
    return of === null ? roleName(role) : `${roleName(role)}, ${of}`
  }
  return (
    <List label="Who works here">
      {members.toSorted(hereFirst).map((member) => (
        <ListRow
          key={member.staff}
          to={`/people/${member.staff}`}
          icon={<IconUserCircle size={28} stroke={1.5} />}
          title={member.staff === person.id ? `${member.name} (you)` : member.name}
          detail={place(member)}
          aside={member.active ? undefined : <Pill>Access ended</Pill>}
        />
      ))}
    </List>
  )
}

function hereFirst(a: MemberView, b: MemberView): number {
  return Number(b.active) - Number(a.active) || a.name.localeCompare(b.name, 'en-GB')
}

function Staff() {
  const staff = useRecords('staff')
  const { person } = useWorkspace()
  const sorted = staff?.toSorted((a, b) => a.body.name.localeCompare(b.body.name, 'en-GB'))
  if (sorted?.length === 0) {
    return (
      <EmptyState icon={<IconUsersGroup size={40} stroke={1.5} />} title="Nobody yet">
        Invite the first colleague below.
      </EmptyState>
    )
  }
  return (
    <List label="Who works here">
      {sorted?.map(({ id, body }) => (
        <ListRow
          key={id}
          icon={<IconUserCircle size={28} stroke={1.5} />}
          title={id === person.id ? `${body.name} (you)` : body.name}
          detail={body.phone}
          aside={<Pill>{body.active === false ? 'Access ended' : roleName(body.role)}</Pill>}
        />
      ))}
    </List>
  )
}
