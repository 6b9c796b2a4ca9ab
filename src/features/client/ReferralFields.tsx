import { Checkbox, Radio } from '@mantine/core'
import type { ReferralEntry } from '#domain/referral/entered.ts'
import { DayField } from '#ui/DayField.tsx'
import { FieldGroup, Pair } from '#ui/FieldGroup.tsx'
import { ChoiceField, LongField, TextField } from '#ui/fields.tsx'
import { UrgentRoute } from '#ui/UrgentRoute.tsx'
import * as codes from '#words/codes.ts'

interface ReferralFieldsProps {
  form: ReferralEntry
  onChange: (change: Partial<ReferralEntry>) => void
}

/** Asked first: somebody in danger does not wait for a form. */
export function DangerFields({ form, onChange }: ReferralFieldsProps) {
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
          <UrgentRoute title="Ring first, then write it down">
            In danger now: 999. Urgent medical help: 111. Do not wait until this is sent.
          </UrgentRoute>
          <LongField form={form} onText={onText} field="dangerSaid" label="What was said or happened" />
          <LongField
            form={form}
            onText={onText}
            field="dangerDone"
            label="What was done"
            description="Who was rung, when, and what they said"
          />
        </>
      )}
    </FieldGroup>
  )
}

/** Where the referral came from and what it is about. Headings: PRSB 1.1 "Referral details". */
export function ReferralFields({ form, onChange }: ReferralFieldsProps) {
  const text = { form, onText: (field: TextName, typed: string) => onChange({ [field]: typed }) }
  return (
    <FieldGroup legend="The referral">
      <ChoiceField {...text} field="source" label="Who referred them" words={codes.referralSource} />
      <Pair>
        <TextField {...text} field="referrerName" label="Name of the referrer" />
        <TextField {...text} field="referrerRole" label="What they do there" />
        <TextField {...text} field="referrerOrganisation" label="Their organisation" />
        <TextField {...text} field="referrerContact" label="How to reach the referrer" />
      </Pair>
      <ChoiceField
        {...text}
        field="method"
        label="How it came"
        words={codes.referralMethod}
        none="Not known"
      />
      <DayField
        label="Day of the referral"
        id="field-date"
        value={form.date}
        onChange={(date) => onChange({ date })}
      />
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
      <LongField {...text} field="presentingIssue" label="What it is about, in a few words" />
      <Consent form={form} onChange={onChange} />
    </FieldGroup>
  )
}

function Consent({ form, onChange }: ReferralFieldsProps) {
  return (
    <>
      <Radio.Group
        id="field-consent"
        label="Do they agree to the referral?"
        value={form.consent}
        onChange={(consent) => onChange({ consent })}
      >
        {Object.entries(codes.referralConsent).map(([code, words]) => (
          <Radio key={code} value={code} label={words} mt="sm" />
        ))}
      </Radio.Group>
      {form.consent !== '' && form.consent !== 'given' && (
        <LongField
          form={form}
          field="consentNote"
          label={form.consent === 'refused' ? 'What they said' : 'Why they were not asked'}
          onText={(_field, consentNote) => onChange({ consentNote })}
        />
      )}
    </>
  )
}

type TextName = Exclude<keyof ReferralEntry, 'reasons' | 'danger'>
