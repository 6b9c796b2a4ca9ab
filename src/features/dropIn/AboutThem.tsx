import { Switch } from '@mantine/core'
import { withAgreement } from '#domain/dropIn/logContact.ts'
import { Pair } from '#ui/FieldGroup.tsx'
import { ChoiceField, TextField } from '#ui/fields.tsx'
import * as codes from '#words/codes.ts'
import classes from './DropIn.module.css'
import type { EntryPartProps } from './NeedsPart.tsx'

type Name = 'firstName' | 'ageBand' | 'postcodeDistrict' | 'note'

/** Nobody is named who has not agreed to it; whoever takes it back is anonymous again at once. */
export function AboutThem({ entry, onChange }: EntryPartProps) {
  const field = { form: entry, onText: (name: Name, typed: string) => onChange({ ...entry, [name]: typed }) }
  return (
    <section aria-label="About them" className={classes['part']}>
      <Switch
        size="lg"
        label="They agreed that I write this down"
        description="A first name, an age, a part of the postcode. Nothing of it is kept without."
        checked={entry.agreed}
        onChange={(event) => onChange(withAgreement(entry, event.currentTarget.checked))}
      />
      {entry.agreed && (
        <>
          <Pair>
            <TextField {...field} field="firstName" label="First name" description="As they said it" />
            <TextField
              {...field}
              field="postcodeDistrict"
              label="First half of the postcode"
              description="DA16, never all of it"
            />
          </Pair>
          <ChoiceField {...field} field="ageBand" label="Age" words={codes.ageBand} none="Not said" />
        </>
      )}
      <TextField
        {...field}
        field="note"
        label="Note"
        description="Nothing by which somebody could be recognised"
      />
    </section>
  )
}
