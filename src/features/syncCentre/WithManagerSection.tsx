import { IconUserQuestion } from '@tabler/icons-react'
import type { OutboxEntry } from '#store/workspace.ts'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import { changeWords, subjectOfChange } from './changeWords.ts'
import { useFiles } from './useFiles.ts'
import { useNames } from './wording/names.ts'

/** What was sent and waits for a manager's decision: nothing for the person to do. */
export function WithManagerSection({ held }: { held: OutboxEntry[] }) {
  const nameOf = useNames()
  const fileOf = useFiles(held)
  if (held.length === 0) return null
  return (
    <Section title="With a manager" look="plain">
      <p>You no longer looked after these when they arrived, so a manager decides. Nothing is lost.</p>
      <List label="With a manager">
        {held.map(({ change }) => (
          <ListRow
            key={change.id}
            to={`/sync/refused/${change.id}`}
            icon={<IconUserQuestion size={26} stroke={1.75} />}
            title={subjectOfChange(change, fileOf, nameOf)}
            detail={changeWords(change)}
            aside={<Pill>With a manager</Pill>}
          />
        ))}
      </List>
    </Section>
  )
}
