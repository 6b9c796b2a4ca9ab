import { IconCircleCheck } from '@tabler/icons-react'
import type { OutboxEntry } from '#store/workspace.ts'
import { since } from '#ui/dates.ts'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import { useNow } from '#ui/useNow.ts'
import { changeWords, subjectOfChange } from './changeWords.ts'
import { useFiles } from './useFiles.ts'
import { useNames } from './wording/names.ts'
import classes from './OnItsWaySection.module.css'

/** Saved here, not settled at the service yet. */
export function OnItsWaySection({ entries }: { entries: OutboxEntry[] }) {
  const nameOf = useNames()
  const shown = entries.slice(0, SHOWN)
  const fileOf = useFiles(shown)
  const now = useNow()
  return (
    <Section title="On its way" look="plain">
      {entries.length === 0 ? (
        <p className={classes['nothing']}>
          <IconCircleCheck size={22} aria-hidden />
          Nothing waits to be sent.
        </p>
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
