import { Button, Group, TextInput } from '@mantine/core'
import { IconPencil, IconPlus, IconUsers } from '@tabler/icons-react'
import { type SubmitEvent, useState } from 'react'
import type { Result } from '#domain/result.ts'
import type { TeamView } from '#protocol/members.ts'
import type { HttpFault } from '#sync/http.ts'
import { addTeam, renameTeam } from '#sync/members.ts'
import { List, ListRow } from '#ui/ListRow.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { Section } from '#ui/Section.tsx'
import { teamFaultWords } from './memberWords.ts'
import classes from './TeamsSection.module.css'
import type { People } from './usePeople.ts'

interface TeamsProps {
  people: People
  onChanged: () => void
}

/** The teams, each with how many look after its files. */
export function TeamsSection({ people: { teams, members }, onChanged }: TeamsProps) {
  const [renaming, setRenaming] = useState<string | null>(null)
  const count = (team: string) =>
    members.filter((member) => member.active && member.role === 'coordinator' && member.team === team).length
  return (
    <Section title="Teams" icon={<IconUsers size={24} stroke={1.75} />}>
      <p>A co-ordinator holds the files of one team.</p>
      <List label="Teams">
        {teams.map((team) =>
          team.id === renaming ? (
            <li key={team.id} className={classes['renaming']}>
              <TeamForm
                label="What the team is called"
                begin={team.name}
                action="Save"
                save={(name) => renameTeam({ id: team.id, name })}
                onSaved={() => {
                  tell('Renamed.')
                  setRenaming(null)
                  onChanged()
                }}
                onCancel={() => setRenaming(null)}
              />
            </li>
          ) : (
            <TeamRow
              key={team.id}
              team={team}
              people={count(team.id)}
              onRename={() => setRenaming(team.id)}
            />
          ),
        )}
      </List>
      <TeamForm
        key={teams.length}
        label="Add a team"
        begin=""
        action="Add"
        save={addTeam}
        onSaved={() => {
          tell('Added.')
          onChanged()
        }}
      />
    </Section>
  )
}

function TeamRow({ team, people, onRename }: { team: TeamView; people: number; onRename: () => void }) {
  return (
    <ListRow
      title={team.name}
      detail={people === 1 ? '1 co-ordinator' : `${people} co-ordinators`}
      aside={
        <Button
          variant="subtle"
          leftSection={<IconPencil size={20} aria-hidden />}
          onClick={onRename}
          aria-label={`Rename ${team.name}`}
        >
          Rename
        </Button>
      }
    />
  )
}

interface FormProps {
  label: string
  begin: string
  action: string
  save: (name: string) => Promise<Result<TeamView, HttpFault>>
  onSaved: () => void
  onCancel?: () => void
}

function TeamForm({ label, begin, action, save, onSaved, onCancel }: FormProps) {
  const [name, setName] = useState(begin)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const send = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    if (!name.trim()) return setProblem('Write what the team is to be called.')
    setBusy(true)
    const answer = await save(name.trim())
    setBusy(false)
    if (answer.ok) onSaved()
    else setProblem(teamFaultWords(answer.error))
  }
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Group align="end" mt="md">
        <TextInput
          label={label}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={problem}
          maxLength={100}
          autoComplete="off"
          flex={1}
          miw={220}
        />
        <Button
          type="submit"
          variant="default"
          loading={busy}
          leftSection={onCancel ? undefined : <IconPlus size={20} aria-hidden />}
        >
          {action}
        </Button>
        {onCancel && (
          <Button variant="subtle" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </Group>
    </form>
  )
}
