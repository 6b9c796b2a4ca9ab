import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { createRecord, editRecord } from '#domain/change/write.ts'
import { defaultSettings, SETTINGS_ID } from '#domain/settings/settings.ts'
import { newId } from '#store/ids.ts'
import { useRecord } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { FormFoot } from '#ui/FormFoot.tsx'
import { Loading } from '#ui/Loading.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import classes from '../Service.module.css'
import {
  type SettingsForm,
  settingsFormOf,
  settingsFormSchema,
  settingsOf,
  settingsProblems,
  timeNames,
  times,
} from './settingsForm.ts'

/** Whom to ring and after how long things are due, for the whole service. */
export function ServiceSettingsScreen() {
  const settings = useRecord('settings', SETTINGS_ID)
  return (
    <Page
      title="Numbers and times"
      lead="Everybody who signs in has these on their device, also without a signal."
      back={{ to: '/service', label: 'Service' }}
    >
      {settings === undefined ? <Loading /> : <SettingsEditor settings={settings} />}
    </Page>
  )
}

function SettingsEditor({ settings }: { settings: View<'settings'> | null }) {
  const navigate = useNavigate()
  const [opened] = useState(settings)
  const [problems, setProblems] = useState<FieldProblem[]>([])
  const draft = useFormDraft<SettingsForm>({
    id: 'service-settings',
    about: SETTINGS_ID,
    schema: settingsFormSchema,
    begin: settingsFormOf(opened?.body),
  })
  if (!draft.state) return <Loading />
  const form = draft.state
  const change = (part: Partial<SettingsForm>) => draft.change({ ...form, ...part })
  const leave = () => void navigate('/service')
  const save = async () => {
    const found = settingsProblems(form)
    setProblems(found)
    if (found.length > 0) return
    const body = settingsOf(form, opened?.body)
    const edit = opened ? editRecord(opened, body) : createRecord('settings', SETTINGS_ID, null, body)
    const saved = await draft.finish([edit])
    if (saved === null) return
    if (saved === 'saved') tell('Saved. It holds for everybody once it is sent.')
    leave()
  }
  const error = (field: string) => problems.find((problem) => problem.field === field)?.text
  return (
    <>
      <ErrorSummary problems={problems} />
      <Numbers form={form} onChange={change} error={error} />
      <Section title="After how long">
        <div className={classes['form']}>
          {timeNames.map((time) => (
            <TextInput
              key={time}
              id={time}
              label={`${times[time].label} (${times[time].unit})`}
              description={`${defaultSettings[time]} where nothing is typed`}
              inputMode="numeric"
              autoComplete="off"
              maw="24rem"
              value={form[time]}
              error={error(time)}
              onChange={(event) => change({ [time]: event.currentTarget.value })}
            />
          ))}
        </div>
      </Section>
      <FormFoot
        draft={draft}
        label="Save for everybody"
        onSave={() => void save()}
        onLeave={() => void draft.discard().then(leave)}
      />
    </>
  )
}

interface NumbersProps {
  form: SettingsForm
  onChange: (part: Partial<SettingsForm>) => void
  error: (field: string) => string | undefined
}

function Numbers({ form, onChange, error }: NumbersProps) {
  const { numbers } = form
  return (
    <Section title="Whom to ring">
      <p className={classes['quiet']}>999 and 111 are always shown, before any of these.</p>
      <div className={classes['form']}>
        {numbers.map((entry, i) => (
          <fieldset key={entry.id} className={classes['number']}>
            <legend>Emergency number {i + 1}</legend>
            <NumberFields
              entry={entry}
              error={error}
              onChange={(part) =>
                onChange({ numbers: numbers.map((one) => (one.id === entry.id ? { ...one, ...part } : one)) })
              }
            />
            <Button
              variant="subtle"
              leftSection={<IconTrash size={20} aria-hidden />}
              onClick={() => onChange({ numbers: numbers.filter(({ id }) => id !== entry.id) })}
            >
              Take number {i + 1} out
            </Button>
          </fieldset>
        ))}
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={20} aria-hidden />}
            onClick={() =>
              onChange({ numbers: [...numbers, { id: newId(), label: '', number: '', note: '' }] })
            }
          >
            Add an emergency number
          </Button>
        </div>
        {(['safeguardingNumber', 'medicalNumber'] as const).map((field) => (
          <TextInput
            key={field}
            id={field}
            type="tel"
            label={field === 'safeguardingNumber' ? 'For a safeguarding concern' : 'For a medical worry'}
            autoComplete="off"
            maw="24rem"
            value={form[field]}
            error={error(field)}
            onChange={(event) => onChange({ [field]: event.currentTarget.value })}
          />
        ))}
      </div>
    </Section>
  )
}

type Entry = SettingsForm['numbers'][number]

function NumberFields({
  entry,
  error,
  onChange,
}: {
  entry: Entry
  error: NumbersProps['error']
  onChange: (part: Partial<Entry>) => void
}) {
  return (
    <>
      <TextInput
        id={`label-${entry.id}`}
        label="Who answers"
        placeholder="Mental health crisis line"
        autoComplete="off"
        value={entry.label}
        error={error(`label-${entry.id}`)}
        onChange={(event) => onChange({ label: event.currentTarget.value })}
      />
      <TextInput
        id={`number-${entry.id}`}
        label="Number"
        type="tel"
        autoComplete="off"
        value={entry.number}
        error={error(`number-${entry.id}`)}
        onChange={(event) => onChange({ number: event.currentTarget.value })}
      />
      <TextInput
        label="When, or for what (may be left empty)"
        autoComplete="off"
        value={entry.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </>
  )
}
