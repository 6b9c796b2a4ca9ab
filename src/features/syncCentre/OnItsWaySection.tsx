import { IconCircleCheck } from '@tabler/icons-react'
import { isOnlyLines } from '#domain/audit/looks.ts'
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
  const work = entries.filter(({ change }) => !isOnlyLines(change))
  const lines = entries.length - work.length
  const shown = work.slice(0, SHOWN)
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
          {lines > 0 && (
            <ListRow
              title="The service’s log"
              detail={`Which files were opened on this device: ${lines === 1 ? '1 line' : `${lines} lines`}. Sent by itself with the next work.`}
              aside={<Pill>Waits</Pill>}
            />
          )}
        </List>
      )}
      {work.length > SHOWN && <p>And {(work.length - SHOWN).toLocaleString('en-GB')} more.</p>}
    </Section>
  )
}

/** After a week without a signal there may be hundreds; the first ones say enough. */
const SHOWN = 50
