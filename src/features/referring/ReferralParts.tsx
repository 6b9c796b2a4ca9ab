import { Checkbox, Radio } from '@mantine/core'
import type { ReferIn } from '#domain/referral/referIn.ts'
import type { Person } from '#protocol/account.ts'
import { useRecords } from '#store/react.ts'
import { FieldGroup, Pair } from '#ui/FieldGroup.tsx'
import { ChoiceField, LongField, TextField } from '#ui/fields.tsx'
import { UrgentRoute } from '#ui/UrgentRoute.tsx'
import * as codes from '#words/codes.ts'
import { worksHere } from './referringWords.ts'

interface ReferralPartProps {
  form: ReferIn['referral']
  onChange: (typed: Partial<ReferIn['referral']>) => void
}

/** Asked first: somebody in danger does not wait for a form to be read. */
export function DangerPart({ form, onChange }: ReferralPartProps) {
  const onText = (field: 'dangerSaid' | 'dangerDone', typed: string) => onChange({ [field]: typed })
  return (
    <FieldGroup legend="Is it urgent?">
      <Radio.Group
        id="field-danger"
        label="Has anybody spoken of suicide, or of harm?"
        description="To themselves or to somebody else"
        value={form.danger}
        onChange={(danger) => onChange({ danger: danger === 'yes' ? 'yes' : 'no' })}
      >
        <Radio value="no" label="No" mt="sm" />
        <Radio value="yes" label="Yes" mt="sm" />
      </Radio.Group>
      {form.danger === 'yes' && (
        <>
          <UrgentRoute title="Ring now. A referral is read later">
            In danger now: 999. Urgent medical help: 111. Then tell us here what was done.
          </UrgentRoute>
          <LongField form={form} onText={onText} field="dangerSaid" label="What was said or happened" />
          <LongField form={form} onText={onText} field="dangerDone" label="What was done" />
        </>
      )}
    </FieldGroup>
  )
}

export function ReasonsPart({ form, onChange }: ReferralPartProps) {
  return (
    <FieldGroup legend="What it is about">
      <Checkbox.Group
        label="Reasons"
        description="As many as fit"
        value={form.reasons}
        onChange={(reasons) => onChange({ reasons })}
      >
        {Object.entries(codes.referralReason).map(([code, words]) => (
          <Checkbox key={code} value={code} label={words} mt="sm" />
        ))}
      </Checkbox.Group>
      <LongField
        form={form}
        field="presentingIssue"
        label="In a few words"
        description="What would help them?"
        onText={(_field, presentingIssue) => onChange({ presentingIssue })}
      />
    </FieldGroup>
  )
}

const { self: _self, family: _family, ...sources } = codes.referralSource

/** Who refers is signed in, so little is asked of them; a volunteer is of the service itself. */
export function ReferrerPart({ form, onChange, person }: ReferralPartProps & { person: Person }) {
  const text = { form, onText: (field: TextName, typed: string) => onChange({ [field]: typed }) }
  const contact = <TextField {...text} field="referrerContact" label="How to reach you" />
  if (worksHere(person))
    return (
      <FieldGroup legend="The practice, and you">
        <Practice form={form} onChange={onChange} />
        {contact}
      </FieldGroup>
    )
  return (
    <FieldGroup legend="You">
      <p>
        {person.name}
        {person.organisation ? `, ${person.organisation.name}` : ''}
      </p>
      <Pair>
        <ChoiceField {...text} field="source" label="You are" words={sources} none="Please choose" />
        <TextField {...text} field="referrerRole" label="What you do there" />
      </Pair>
      {contact}
    </FieldGroup>
  )
}

function Practice({ form, onChange }: ReferralPartProps) {
  const practices = useRecords('practice') ?? []
  const words = Object.fromEntries(practices.map(({ id, body }) => [id, body.name]))
  return (
    <ChoiceField
      form={form}
      field="practice"
      label="Their GP practice"
      words={words}
      order={Object.keys(words).toSorted((a, b) => (words[a] ?? '').localeCompare(words[b] ?? ''))}
      none="Not known"
      onText={(_field, practice) => onChange({ practice })}
    />
  )
}

export function ConsentPart({ form, onChange }: ReferralPartProps) {
  return (
    <FieldGroup legend="Their agreement">
      <Radio.Group
        id="field-consent"
        label="Do they know about this, and agree?"
        value={form.consent}
        onChange={(consent) => onChange({ consent })}
      >
        <Radio value="given" label="Yes" mt="sm" />
        <Radio value="not-sought" label="They were not asked" mt="sm" />
      </Radio.Group>
      {form.consent === 'not-sought' && (
        <LongField
          form={form}
          field="consentNote"
          label="Why they were not asked"
          onText={(_field, consentNote) => onChange({ consentNote })}
        />
      )}
    </FieldGroup>
  )
}

type TextName = 'source' | 'referrerRole' | 'referrerContact'
