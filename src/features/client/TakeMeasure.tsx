import { IconClipboardList } from '@tabler/icons-react'
import { offeredMeasures } from '#domain/measure/inForce.ts'
import { useDraftsOfFile } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Section } from '#ui/Section.tsx'

/** The measures that can be taken now, each in the wording in force; one that was begun is gone on with. */
export function TakeMeasure({ client, packs }: { client: string; packs: readonly View<'instrument'>[] }) {
  const begun = new Set((useDraftsOfFile(client) ?? []).map(({ id }) => id))
  return (
    <Section title="Take a measure" look="plain">
      <List label="Measures">
        {offeredMeasures(packs).map(({ instrument, loaded }) => (
          <ListRow
            key={instrument.code}
            to={`/clients/${client}/measures/${instrument.code}`}
            icon={<IconClipboardList size={26} stroke={1.75} />}
            title={instrument.title}
            detail={`${questions(instrument.items.length)}${loaded ? '' : ', in cue words'}`}
            aside={begun.has(`measure:${client}:${instrument.code}`) ? 'Begun' : undefined}
          />
        ))}
      </List>
    </Section>
  )
}

function questions(count: number): string {
  return count === 1 ? '1 question' : `${count} questions`
}
