import { NativeSelect, TextInput } from '@mantine/core'
import { type ContactEntry, withGap, withNeed } from '#domain/dropIn/logContact.ts'
import { newId } from '#store/ids.ts'
import { Taps } from '#ui/Taps.tsx'
import * as codes from '#words/codes.ts'
import classes from './DropIn.module.css'

export interface EntryPartProps {
  entry: ContactEntry
  onChange: (entry: ContactEntry) => void
}

const needs = Object.entries(codes.need).map(([key, label]) => ({ key, label }))

/** What somebody asks for, an area of life each. */
export function NeedsPart({ entry, onChange }: EntryPartProps) {
  return (
    <section aria-labelledby="asked-for" className={classes['part']}>
      <h2 id="asked-for" tabIndex={-1} className={classes['question']}>
        Asked for
      </h2>
      <Taps
        label="Asked for"
        look="tiles"
        taps={needs}
        chosen={entry.needs}
        onTap={(need) => onChange(withNeed(entry, need))}
      />
    </section>
  )
}

/** One tap writes down that nothing fitted; why, and what would have, can be said and need not. */
export function GapsPart({ entry, noted = [], onChange }: EntryPartProps & { noted?: readonly string[] }) {
  const asked = entry.needs.filter((need) => !noted.includes(need))
  if (asked.length === 0) return null
  return (
    <section aria-label="What is missing" className={classes['part']}>
      <Taps
        label="Nothing fits"
        look="rows"
        taps={asked.map((need) => ({
          key: need,
          label: `Nothing fits: ${codes.wordFor(codes.need, need) ?? need}`,
        }))}
        chosen={entry.gaps.map(({ need }) => need)}
        onTap={(need) => onChange(withGap(entry, need, newId()))}
      />
      {entry.gaps.map((gap) => (
        <GapFields
          key={gap.id}
          gap={gap}
          onChange={(said) =>
            onChange({ ...entry, gaps: entry.gaps.map((each) => (each.id === gap.id ? said : each)) })
          }
        />
      ))}
    </section>
  )
}

type Gap = ContactEntry['gaps'][number]

function GapFields({ gap, onChange }: { gap: Gap; onChange: (gap: Gap) => void }) {
  const need = codes.wordFor(codes.need, gap.need) ?? gap.need
  return (
    <div className={classes['pair']}>
      <NativeSelect
        label={`Why not (${need})`}
        value={gap.why}
        data={Object.entries(codes.gapReason).map(([value, label]) => ({ value, label }))}
        onChange={(event) => onChange({ ...gap, why: event.currentTarget.value })}
      />
      <TextInput
        label={`What they wanted (${need})`}
        placeholder="For example gardening"
        autoComplete="off"
        value={gap.wanted}
        onChange={(event) => onChange({ ...gap, wanted: event.currentTarget.value })}
      />
    </div>
  )
}
