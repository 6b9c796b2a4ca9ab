import type { ReferIn } from '#domain/referral/referIn.ts'
import { DayField } from '#ui/DayField.tsx'
import { FieldGroup, Pair } from '#ui/FieldGroup.tsx'
import { LongField, TextField } from '#ui/fields.tsx'
import { birthDoubt, emailDoubt, nhsDoubt, postcodeDoubt } from '#words/doubts.ts'

interface PersonPartProps {
  form: ReferIn['person']
  today: string
  onChange: (typed: Partial<ReferIn['person']>) => void
}

type TextName = keyof ReferIn['person']

export function PersonPart({ form, today, onChange }: PersonPartProps) {
  const text = { form, onText: typing(onChange), doubts: doubtsAbout('nhsNumber', nhsDoubt(form.nhsNumber)) }
  return (
    <FieldGroup legend="The person">
      <Pair>
        <TextField {...text} field="firstName" label="First name" />
        <TextField {...text} field="familyName" label="Family name" />
      </Pair>
      <TextField {...text} field="preferredName" label="Likes to be called" />
      <DayField
        label="Date of birth"
        id="field-dateOfBirth"
        value={form.dateOfBirth}
        hint={birthDoubt(form.dateOfBirth, today) ?? 'For example 4 3 1941'}
        onChange={(dateOfBirth) => onChange({ dateOfBirth })}
      />
      <TextField
        {...text}
        field="nhsNumber"
        label="NHS number"
        inputMode="numeric"
        description="If you have it at hand. Spaces do not matter"
      />
    </FieldGroup>
  )
}

export function ReachPart({ form, onChange }: PersonPartProps) {
  const text = {
    form,
    onText: typing(onChange),
    doubts: {
      ...doubtsAbout('postcode', postcodeDoubt(form.postcode)),
      ...doubtsAbout('email', emailDoubt(form.email)),
    },
  }
  return (
    <FieldGroup legend="How to reach them">
      <Pair>
        <TextField {...text} field="phone" label="Phone" type="tel" />
        <TextField {...text} field="email" label="Email" type="email" />
      </Pair>
      <LongField
        {...text}
        field="lines"
        label="Address"
        description="One line for each line of the address"
      />
      <TextField {...text} field="postcode" label="Postcode" />
      <TextField
        {...text}
        field="reach"
        label="Best way to reach them"
        description="For example: in the afternoon, or through their daughter"
      />
    </FieldGroup>
  )
}

/** PRSB "Individual requirements", and the Accessible Information Standard: asked with every referral. */
export function NeedsPart({ form, onChange }: PersonPartProps) {
  const text = { form, onText: typing(onChange) }
  return (
    <FieldGroup legend="What they need">
      <LongField
        {...text}
        field="communicationNeeds"
        label="To talk and to read"
        description="For example large print, an interpreter, time to answer. One to a line"
      />
      <LongField
        {...text}
        field="accessNeeds"
        label="To get about"
        description="For example no stairs, or somebody to come along. One to a line"
      />
    </FieldGroup>
  )
}

function typing(onChange: PersonPartProps['onChange']) {
  return (field: TextName, typed: string) => onChange({ [field]: typed })
}

function doubtsAbout(field: TextName, doubt: string | undefined): Partial<Record<TextName, string>> {
  return doubt === undefined ? {} : { [field]: doubt }
}
