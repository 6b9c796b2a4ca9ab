import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import type { Edit } from '#domain/change/change.ts'
import { createRecord, editRecord, removeRecord, restoreRecord } from '#domain/change/write.ts'
import type { PersonAround } from '#domain/relatedPerson/around.ts'
import type { RelatedPersonBody } from '#domain/relatedPerson/relatedPerson.ts'
import { newId } from '#store/ids.ts'
import { useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { KeptWords } from '#ui/KeptWords.tsx'
import { offerUndo } from '#ui/offerUndo.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { useSave } from '#ui/useSave.ts'
import * as codes from '#words/codes.ts'
import classes from './People.module.css'

const personFormSchema = z.object({
  id: z.string(),
  name: z.string(),
  relation: z.string(),
  roles: z.array(z.string()),
  phone: z.string(),
  note: z.string(),
})
type PersonFormState = z.infer<typeof personFormSchema>

export interface PersonFormProps {
  client: View<'client'>
  person?: PersonAround
  onDone: () => void
}

/** Somebody around the client, new or changed. Saving one from the details gives them a record of their own. */
export function PersonForm({ client, person, onDone }: PersonFormProps) {
  const record = useRecords('relatedPerson', { file: client.id })?.find(({ id }) => id === person?.id)
  const [blank] = useState(() => formOf(person))
  const draft = useFormDraft({
    id: `person-around:${person?.id ?? client.id}`,
    about: client.id,
    schema: personFormSchema,
    begin: person?.said === 'here' ? record && { ...blank, ...ownWords(record.body) } : blank,
  })
  if (!draft.state) return null
  const { state } = draft
  const say = (change: Partial<PersonFormState>) => draft.change({ ...state, ...change })
  const save = async () => {
    if ((await draft.finish(editsOf(state, { client, record, person }))) !== null) onDone()
  }
  return (
    <div className={classes['form']}>
      <div className={classes['pair']}>
        <Text label="Name" value={state.name} onText={(name) => say({ name })} />
        <Text
          label="What they are to them"
          hint="Daughter, neighbour, social worker …"
          value={state.relation}
          onText={(relation) => say({ relation })}
        />
        <Text label="Phone" type="tel" value={state.phone} onText={(phone) => say({ phone })} />
      </div>
      <Checkbox.Group label="This person" value={state.roles} onChange={(roles) => say({ roles })}>
        {Object.entries(codes.relatedRole).map(([code, words]) => (
          <Checkbox key={code} value={code} label={words} mt="sm" />
        ))}
      </Checkbox.Group>
      <Textarea
        label="Note"
        description="For example, when to ring"
        value={state.note}
        onChange={(event) => say({ note: event.currentTarget.value })}
      />
      <div className={classes['foot']}>
        <Button onClick={() => void save()} loading={draft.saving} disabled={state.name.trim() === ''}>
          {person ? 'Save' : 'Add'}
        </Button>
        <Button variant="default" onClick={() => void draft.discard().then(onDone)}>
          Leave as it is
        </Button>
        {record && <TakeOut record={record} onDone={onDone} />}
        <KeptWords kept={draft.kept} resumed={draft.resumed} />
        {draft.fault && <span role="alert">{keepFaultWords(draft.fault)}</span>}
      </div>
    </div>
  )
}

interface TextProps {
  label: string
  value: string
  onText: (text: string) => void
  hint?: string
  type?: 'tel'
}

function Text({ label, value, onText, hint, type }: TextProps) {
  return (
    <TextInput
      label={label}
      description={hint}
      value={value}
      {...(type ? { type } : {})}
      autoComplete="off"
      onChange={(event) => onText(event.currentTarget.value)}
    />
  )
}

function TakeOut({ record, onDone }: { record: View<'relatedPerson'>; onDone: () => void }) {
  const { save, fault } = useSave()
  const takeOut = async () => {
    if ((await save([removeRecord(record, 'Taken out of the file')])) !== 'saved') return
    offerUndo(`${record.body.name}: taken out`, async () => void (await save([restoreRecord(record)])))
    onDone()
  }
  return (
    <>
      <Button variant="subtle" onClick={() => void takeOut()}>
        Take out
      </Button>
      {fault && <span role="alert">{keepFaultWords(fault)}</span>}
    </>
  )
}

function formOf(person: PersonAround | undefined): PersonFormState {
  return {
    id: person?.said === 'here' ? person.id : newId(),
    name: person?.name ?? '',
    relation: person?.relation ?? '',
    roles: person?.roles ?? [],
    phone: person?.phone ?? '',
    note: person?.note ?? '',
  }
}

/** Of somebody whom another file names too: what this file says of them, and nothing else, is changed here. */
function ownWords({ roles, phone }: RelatedPersonBody): Pick<PersonFormState, 'roles' | 'phone'> {
  return { roles, phone: phone ?? '' }
}

interface Before {
  client: View<'client'>
  record: View<'relatedPerson'> | undefined
  person: PersonAround | undefined
}

function editsOf(form: PersonFormState, { client, record, person }: Before): (Edit | null)[] {
  const body = bodyOf(form, record?.body)
  if (record) return [editRecord(record, body)]
  const { emergencyContact: _, ...rest } = client.body
  return [
    createRecord('relatedPerson', form.id, client.id, body),
    person?.said === 'details' ? editRecord(client, rest) : null,
  ]
}

/** What the form does not know of a record stays in it; what was emptied goes. */
function bodyOf(form: PersonFormState, before: RelatedPersonBody | undefined): RelatedPersonBody {
  const { relation: _relation, phone: _phone, note: _note, ...rest } = before ?? { name: '', roles: [] }
  return {
    ...rest,
    name: form.name.trim(),
    roles: form.roles,
    ...given('relation', form.relation),
    ...given('phone', form.phone),
    ...given('note', form.note),
  }
}

function given(field: 'relation' | 'phone' | 'note', typed: string) {
  return typed.trim() === '' ? {} : { [field]: typed.trim() }
}
