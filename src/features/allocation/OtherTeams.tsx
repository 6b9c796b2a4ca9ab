import { Button } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import type { Allocation } from '#domain/allocation/allocate.ts'
import { useWorkspace } from '#store/react.ts'
import { Section } from '#ui/Section.tsx'
import classes from './Allocation.module.css'
import { type Allocating, type TeamOf, teamsOf } from './useAllocating.ts'

interface OtherTeamsProps {
  work: Allocating
  saving: boolean
  onGive: (to: Omit<Allocation, 'on'>, name: string) => void
}

/** Another team, or a team that has still to find somebody. Whoever gives a file to another team no longer holds it. */
export function OtherTeams({ work, saving, onGive }: OtherTeamsProps) {
  const { person } = useWorkspace()
  const teams = teamsOf(work)
  if (teams.length === 0) return null
  return (
    <Section title="A team, to find somebody in it" look="plain">
      <ul className={classes['people']}>
        {teams.map((team) => (
          <li key={team.id} className={classes['person']}>
            <div className={classes['words']}>
              <h3 className={classes['name']}>The {teamName(team)}</h3>
              <p className={classes['quiet']}>
                {team.id === person.team || person.role === 'manager'
                  ? 'They wait there with nobody yet.'
                  : 'The file goes there, and leaves this device with the next sync.'}
              </p>
            </div>
            <Button
              variant="default"
              disabled={saving}
              leftSection={<IconUsersGroup size={20} aria-hidden />}
              aria-label={`Give to this team: ${teamName(team)}`}
              onClick={() => onGive({ team: team.id, coordinator: null }, `the ${teamName(team)}`)}
            >
              Give to this team
            </Button>
          </li>
        ))}
        {work.elsewhere.map(({ id, name, team }) => (
          <li key={id} className={classes['person']}>
            <div className={classes['words']}>
              <h3 className={classes['name']}>{name}</h3>
              <p className={classes['quiet']}>In another team: how much they have is not known here.</p>
            </div>
            <Button
              variant="default"
              disabled={saving}
              onClick={() => onGive({ team, coordinator: id }, name)}
            >
              Give to {name}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** "team of Grace Lanternby and Sam Kettleworth" */
function teamName({ members }: TeamOf): string {
  const shown = members.length > 3 ? [...members.slice(0, 2), `${members.length - 2} others`] : members
  return `team of ${new Intl.ListFormat('en-GB').format(shown)}`
}
