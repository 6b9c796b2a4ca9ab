import { IconFileUnknown } from '@tabler/icons-react'
import { useHeldCount } from '#sync/useHeldCount.ts'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'

/** Leads a manager to what colleagues wrote and somebody has to decide about; nothing where there is none. */
export function ToDecideSection() {
  const count = useHeldCount()
  if (count === 0) return null
  return (
    <Section title="From colleagues" look="plain">
      <List label="From colleagues">
        <ListRow
          to="/review"
          icon={<IconFileUnknown size={26} stroke={1.75} />}
          title={count === 1 ? '1 change to decide about' : `${count} changes to decide about`}
          detail="Written by somebody who no longer looks after the file."
          aside={<Pill tone="amber">Decide</Pill>}
        />
      </List>
    </Section>
  )
}
