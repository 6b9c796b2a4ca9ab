import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { createRecord } from '#domain/change/write.ts'
import { newId } from '#store/ids.ts'
import { DayField } from '#ui/DayField.tsx'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { KeptWords } from '#ui/KeptWords.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { careUsed } from '#words/codes.ts'
import classes from './CareUse.module.css'
import { blankCareUse, careUseBody, careUseFormSchema, type CareUseForm, faultsIn } from './careUseForm.ts'

/** One use after another, each as it stands in the list that came. What is typed is kept until it is saved. */
export function CareUseEntry({ clientId }: { clientId: string }) {
  const [begin] = useState(() => blankCareUse(newId()))
  const [asked, setAsked] = useState(false)
  const draft = useFormDraft({
    id: `care-use:${clientId}`,
    about: clientId,
    schema: careUseFormSchema,
    begin,
  })
  if (!draft.state) return null
  const { state } = draft
  const say = (change: Partial<CareUseForm>) => draft.change({ ...state, ...change })
  const faults = asked ? faultsIn(state) : {}
  const save = async () => {
    setAsked(true)
    if (Object.keys(faultsIn(state)).length > 0) return
    if ((await draft.finish([createRecord('careUse', state.id, clientId, careUseBody(state))])) !== 'saved')
      return
    tell('Saved.')
    setAsked(false)
    // The list mostly goes on with the same: another day of it is what is typed next.
    draft.restart({ ...blankCareUse(newId()), what: state.what })
  }
  return (
    <div className={classes['form']}>
      <NativeSelect
        label="What it was"
        value={state.what}
        error={faults.what}
        onChange={(event) => say({ what: event.currentTarget.value })}
        data={[
          { value: '', label: 'Choose…' },
          ...Object.entries(careUsed).map(([value, label]) => ({ value, label })),
        ]}
      />
      <DayField
        label="When it was"
        value={state.on}
        error={faults.on ?? null}
        onChange={(on) => say({ on })}
      />
      <div className={classes['numbers']}>
        <NumberField
          label="How many times"
          hint="Once, if left empty"
          value={state.count}
          error={faults.count}
          onText={(count) => say({ count })}
        />
        <NumberField
          label="Cost in pounds"
          hint="Of all of it, if known"
          value={state.cost}
          error={faults.cost}
          onText={(cost) => say({ cost })}
        />
        {state.what === 'admission' && (
          <NumberField
            label="Days in hospital"
            hint="If known"
            value={state.days}
            error={faults.days}
            onText={(days) => say({ days })}
          />
        )}
      </div>
      <Textarea
        label="Note"
        description="For example, from which list it is"
        value={state.note}
        autoComplete="off"
        onChange={(event) => say({ note: event.currentTarget.value })}
      />
      <div className={classes['foot']}>
        <Button onClick={() => void save()} loading={draft.saving}>
          Save
        </Button>
        <KeptWords kept={draft.kept} resumed={draft.resumed} />
        {draft.fault && <span role="alert">{keepFaultWords(draft.fault)}</span>}
      </div>
    </div>
  )
}

interface NumberProps {
  label: string
  hint: string
  value: string
  error: string | undefined
  onText: (text: string) => void
}

function NumberField({ label, hint, value, error, onText }: NumberProps) {
  return (
    <TextInput
      label={label}
      description={hint}
      value={value}
      error={error}
      inputMode="decimal"
      autoComplete="off"
      onChange={(event) => onText(event.currentTarget.value)}
    />
  )
}
