import { IconCircleCheck } from '@tabler/icons-react'
import type { OutboxEntry } from '#store/workspace.ts'
import { since } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import { useNow } from '#ui/useNow.ts'
import { changeWords, subjectOfChange } from './changeWords.ts'
import { useFiles } from './useFiles.ts'
import { useNames } from './wording/names.ts'

/** Saved here, not settled at the service yet. */
export function OnItsWaySection({ entries }: { entries: OutboxEntry[] }) {
  const nameOf = useNames()
  const shown = entries.slice(0, SHOWN)
  const fileOf = useFiles(shown)
  const now = useNow()
  return (
    <Section title="On its way" look="plain">
      {entries.length === 0 ? (
        <EmptyState icon={<IconCircleCheck size={36} stroke={1.5} />} title="Nothing waits to be sent">
          What you save without a signal is listed here until the service has it.
        </EmptyState>
      ) : (
        <List label="On its way">
          {shown.map(({ change, state }) => (
            <ListRow
              key={change.id}
              title={subjectOfChange(change, fileOf, nameOf)}
              detail={`${changeWords(change)}, ${since(change.at, now)}`}
              aside={<Pill>{state === 'answered' ? 'Sent, being confirmed' : 'Waits'}</Pill>}
            />
          ))}
        </List>
      )}
      {entries.length > SHOWN && <p>And {(entries.length - SHOWN).toLocaleString('en-GB')} more.</p>}
    </Section>
  )
}

/** After a week without a signal there may be hundreds; the first ones say enough. */
const SHOWN = 50
