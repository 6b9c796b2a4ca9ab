import { IconEye, IconFileUnknown, IconHourglass } from '@tabler/icons-react'
import { useHeldCount } from '#sync/useHeldCount.ts'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Page } from '#ui/Page.tsx'
import { Pill } from '#ui/Pill.tsx'
import { InviteSection } from './InviteSection.tsx'
import { MembersSection } from './MembersSection.tsx'
import { TeamsSection } from './TeamsSection.tsx'
import classes from './PeopleScreen.module.css'
import { usePeople } from './usePeople.ts'

/** Who works here and what they may do, the teams, and how somebody new joins. */
export function PeopleScreen() {
  const { people, again } = usePeople()
  return (
    <Page title="People">
      <ToReview />
      <MembersSection people={people} />
      {people?.ok && <TeamsSection people={people.value} onChanged={() => void again()} />}
      <InviteSection />
    </Page>
  )
}

function ToReview() {
  const count = useHeldCount()
  return (
    <div className={classes['review']}>
      <List>
        <ListRow
          to="/review"
          icon={<IconFileUnknown size={26} stroke={1.75} />}
          title="Held and refused"
          detail={count === 0 ? 'Nothing waits for a decision.' : 'Work of colleagues that waits for you.'}
          aside={count > 0 ? <Pill tone="amber">{count} to decide</Pill> : undefined}
        />
        <ListRow
          to="/audit"
          icon={<IconEye size={26} stroke={1.75} />}
          title="Audit"
          detail="Who opened, changed, copied or printed which file."
        />
        <ListRow
          to="/retention"
          icon={<IconHourglass size={26} stroke={1.75} />}
          title="End of keeping"
          detail="Files whose time has come, and those that were destroyed."
        />
      </List>
    </div>
  )
}
