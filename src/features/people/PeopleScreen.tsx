import { IconUserCircle, IconUsersGroup } from '@tabler/icons-react'
import { useRecords, useWorkspace } from '#store/react.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import { InviteSection } from './InviteSection.tsx'
import { roleName } from './roles.ts'

/** Who works here, and how somebody new joins. */
export function PeopleScreen() {
  const staff = useRecords('staff')
  const { person } = useWorkspace()
  const sorted = staff?.toSorted((a, b) => a.body.name.localeCompare(b.body.name, 'en-GB'))
  return (
    <Page title="People">
      <InviteSection />
      <Section title="Who works here" look="plain">
        {!sorted && <Loading />}
        {sorted?.length === 0 && (
          <EmptyState icon={<IconUsersGroup size={40} stroke={1.5} />} title="Nobody yet">
            Invite the first colleague above.
          </EmptyState>
        )}
        {sorted && sorted.length > 0 && (
          <List label="Who works here">
            {sorted.map(({ id, body }) => (
              <ListRow
                key={id}
                icon={<IconUserCircle size={28} stroke={1.5} />}
                title={id === person.id ? `${body.name} (you)` : body.name}
                detail={body.phone}
                aside={<Pill>{body.active === false ? 'No longer here' : roleName(body.role)}</Pill>}
              />
            ))}
          </List>
        )}
      </Section>
    </Page>
  )
}
