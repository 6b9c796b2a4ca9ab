import { Button, Checkbox } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { riskWords } from '#domain/assessment/codeWords.ts'
import { newId } from '#store/ids.ts'
import { useRecords } from '#store/react.ts'
import { DayField } from '#ui/DayField.tsx'
import classes from './ClientFile.module.css'
import { type ClientForm, doubtsAbout, type TextName } from './clientForm.ts'
import * as codes from '#words/codes.ts'
import { ChoiceField, LongField, TextField } from '#ui/fields.tsx'

export interface ClientFieldsProps {
  form: ClientForm
  onChange: (change: Partial<ClientForm>) => void
  today: string
  nameError?: string | undefined
}

/** The person, under the headings of PRSB Social Prescribing 1.1. */
export function PersonFields({ form, onChange, today, nameError }: ClientFieldsProps) {
  const doubts = doubtsAbout(form, today)
  const text = { form, onText: typing(onChange), doubts }
  return (
    <fieldset className={classes['fieldset']}>
      <legend>The person</legend>
      <div className={classes['pair']}>
        <TextField {...text} field="firstName" label="First name" error={nameError} />
        <TextField {...text} field="familyName" label="Family name" />
        <TextField
          {...text}
          field="preferredName"
          label="Likes to be called"
          description="As on the doorstep"
        />
        <TextField {...text} field="title" label="Title" />
      </div>
      <DayField
        label="Date of birth"
        id="field-dateOfBirth"
        value={form.dateOfBirth}
        hint={doubts.dateOfBirth ?? 'For example 4 3 1941'}
        onChange={(dateOfBirth) => onChange({ dateOfBirth })}
      />
      <TextField
        {...text}
        field="nhsNumber"
        label="NHS number"
        inputMode="numeric"
        description="Ten digits; spaces do not matter"
      />
      <div className={classes['pair']}>
        <TextField {...text} field="pronoun" label="Pronoun" />
        <ChoiceField {...text} field="sex" label="Sex" words={codes.sex} none="Not said" />
        <TextField {...text} field="gender" label="Gender, in their own words" />
        <ChoiceField
          {...text}
          field="ethnicity"
          label="Ethnic group"
          words={codes.ethnicity}
          order={codes.ethnicityCodes}
          none="Not asked"
        />
      </div>
    </fieldset>
  )
}

export function ReachFields({ form, onChange, today }: ClientFieldsProps) {
  const text = { form, onText: typing(onChange), doubts: doubtsAbout(form, today) }
  return (
    <fieldset className={classes['fieldset']}>
      <legend>How to reach them</legend>
      <LongField
        {...text}
        field="lines"
        label="Address"
        description="One line for each line of the address"
      />
      <TextField {...text} field="postcode" label="Postcode" />
      <div className={classes['pair']}>
        <TextField {...text} field="phone" label="Phone" type="tel" />
        <TextField {...text} field="mobile" label="Mobile" type="tel" />
        <TextField {...text} field="email" label="Email" type="email" />
        <TextField {...text} field="preferredContact" label="Best way to reach them" />
      </div>
    </fieldset>
  )
}

export function NeedsFields({ form, onChange }: ClientFieldsProps) {
  const text = { form, onText: typing(onChange) }
  const onePerLine = 'One to a line'
  return (
    <fieldset className={classes['fieldset']}>
      <legend>What they need from us</legend>
      <LongField {...text} field="communicationNeeds" label="Communication needs" description={onePerLine} />
      <LongField {...text} field="accessNeeds" label="Access needs" description={onePerLine} />
      <LongField
        {...text}
        field="aboutMe"
        label="About me"
        description="What matters to them, in their words"
      />
    </fieldset>
  )
}

export function HealthFields({ form, onChange }: ClientFieldsProps) {
  const text = { form, onText: typing(onChange) }
  const practices = useRecords('practice') ?? []
  const words = Object.fromEntries(practices.map(({ id, body }) => [id, body.name]))
  const order = practices
    .map(({ id }) => id)
    .toSorted((a, b) => (words[a] ?? '').localeCompare(words[b] ?? ''))
  return (
    <fieldset className={classes['fieldset']}>
      <legend>Health and practice</legend>
      <ChoiceField
        {...text}
        field="practice"
        label="GP practice"
        words={words}
        order={order}
        none="Not known"
      />
      <LongField
        {...text}
        field="longTermConditions"
        label="Long-term conditions"
        description="One to a line"
      />
      <ChoiceField {...text} field="carerStatus" label="Caring" words={codes.carerStatus} none="Not asked" />
    </fieldset>
  )
}

export function RiskFields({ form, onChange, today }: ClientFieldsProps) {
  const doubt = doubtsAbout(form, today).noKnownRisks
  const set = (id: string, change: Partial<ClientForm['risks'][number]>) =>
    onChange({ risks: form.risks.map((risk) => (risk.id === id ? { ...risk, ...change } : risk)) })
  return (
    <fieldset className={classes['fieldset']}>
      <legend>Risks of a visit</legend>
      <Checkbox
        label="No known risks"
        description={doubt ?? 'Tick this only when it has been asked'}
        checked={form.noKnownRisks}
        onChange={(event) => onChange({ noKnownRisks: event.currentTarget.checked })}
      />
      {form.risks.map((risk, i) => (
        <RiskRow
          key={risk.id}
          risk={risk}
          number={i + 1}
          onChange={(change) => set(risk.id, change)}
          onRemove={() => onChange({ risks: form.risks.filter(({ id }) => id !== risk.id) })}
        />
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={20} aria-hidden />}
          onClick={() => onChange({ risks: [...form.risks, { id: newId(), risk: '', note: '' }] })}
        >
          Add a risk
        </Button>
      </div>
      <Checkbox
        label="Do not visit alone"
        checked={form.doNotVisitAlone}
        onChange={(event) => onChange({ doNotVisitAlone: event.currentTarget.checked })}
      />
    </fieldset>
  )
}

interface RiskRowProps {
  risk: ClientForm['risks'][number]
  number: number
  onChange: (change: Partial<ClientForm['risks'][number]>) => void
  onRemove: () => void
}

/** A risk kept as a code is shown in words; typing over it makes it words of one's own. */
function RiskRow({ risk, number, onChange, onRemove }: RiskRowProps) {
  const typed = { form: { risk: riskWords(risk.risk), note: risk.note } }
  const onText = (field: 'risk' | 'note', text: string) => onChange({ [field]: text })
  return (
    <div className={classes['riskRow']}>
      <TextField {...typed} id={`risk-${risk.id}`} field="risk" label={`Risk ${number}`} onText={onText} />
      <TextField
        {...typed}
        id={`note-${risk.id}`}
        field="note"
        label="What visitors should know, and what helps"
        onText={onText}
      />
      <div>
        <Button
          variant="subtle"
          leftSection={<IconTrash size={20} aria-hidden />}
          aria-label={`Take away risk ${number}`}
          onClick={onRemove}
        >
          Take away
        </Button>
      </div>
    </div>
  )
}

export function FileFields({ form, onChange, withReview }: ClientFieldsProps & { withReview: boolean }) {
  const text = { form, onText: typing(onChange) }
  const staff = useRecords('staff') ?? []
  const people = staff.filter(({ body }) => body.role === 'coordinator' && body.active !== false)
  const words = Object.fromEntries(people.map(({ id, body }) => [id, body.name]))
  return (
    <fieldset className={classes['fieldset']}>
      <legend>This file</legend>
      <ChoiceField {...text} field="coordinator" label="Co-ordinator" words={words} none="Nobody yet" />
      {withReview && (
        <DayField
          label="Review on"
          id="field-reviewOn"
          value={form.reviewOn}
          onChange={(reviewOn) => onChange({ reviewOn })}
        />
      )}
    </fieldset>
  )
}

function typing(onChange: ClientFieldsProps['onChange']) {
  return (field: TextName, text: string) => onChange({ [field]: text })
}
