import { IconClipboardList } from '@tabler/icons-react'
import { measureToTake, offeredMeasures } from '#domain/measure/inForce.ts'
import { useDraftsOfFile } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Section } from '#ui/Section.tsx'

/** The measures that can be taken now, each in the wording in force; one that was begun is gone on with. */
export function TakeMeasure({ client, packs }: { client: string; packs: readonly View<'instrument'>[] }) {
  const prefix = `measure:${client}:`
  const drafts = (useDraftsOfFile(client) ?? []).filter(({ id }) => id.startsWith(prefix))
  const begun = new Set(drafts.map(({ id }) => id.slice(prefix.length)))
  const offered = offeredMeasures(packs)
  const others = [...begun]
    .filter((code) => !offered.some(({ instrument }) => instrument.code === code))
    .flatMap((code) => measureToTake(packs, code) ?? [])
  return (
    <Section title="Take a measure" look="plain">
      <List label="Measures">
        {[...offered, ...others].map(({ instrument, loaded }) => (
          <ListRow
            key={instrument.code}
            to={`/clients/${client}/measures/${instrument.code}`}
            icon={<IconClipboardList size={26} stroke={1.75} />}
            title={instrument.title}
            detail={`${questions(instrument.items.length)}${loaded ? '' : ', in cue words'}`}
            aside={begun.has(instrument.code) ? 'Begun' : undefined}
          />
        ))}
      </List>
    </Section>
  )
}

function questions(count: number): string {
  return count === 1 ? '1 question' : `${count} questions`
}
