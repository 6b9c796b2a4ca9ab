import { Checkbox } from '@mantine/core'
import { needWords } from '#domain/assessment/codeWords.ts'
import type { FieldProblem } from '#ui/ErrorSummary.tsx'
import { FieldGroup } from '#ui/FieldGroup.tsx'
import type { Words } from '#words/codes.ts'
import { fieldWords, wordOf } from '#words/records/fields.ts'
import { sentence } from '#words/sentence.ts'
import classes from './Entry.module.css'
import { ElementsField } from './ElementsField.tsx'
import { type FieldAsked, groupsFor } from './entryFields.ts'
import type { EntryForm } from './entryForm.ts'
import { OneField } from './OneField.tsx'

export interface EntryFieldsProps {
  form: EntryForm
  onChange: (form: EntryForm) => void
  problems: readonly FieldProblem[]
  /** Which fields are theirs to write. */
  mayWrite: (field: string) => boolean
}

/** An entry in full, group by group. */
export function EntryFields({ mayWrite, ...rest }: EntryFieldsProps) {
  return groupsFor(mayWrite).map(({ title, fields }) => (
    <FieldGroup key={title} legend={title}>
      {Object.entries(fields).map(([field, asked]) => (
        <EntryField key={field} field={field} asked={asked} {...rest} />
      ))}
    </FieldGroup>
  ))
}

interface EntryFieldProps extends Omit<EntryFieldsProps, 'mayWrite'> {
  field: string
  asked: FieldAsked
}

function EntryField({ field, asked, form, onChange, problems }: EntryFieldProps) {
  const word = wordOf(fieldWords.service, field)
  if (asked.as === 'list') {
    return (
      <ElementsField
        {...{ field, word, asked, problems }}
        elements={form.lists[field] ?? []}
        onChange={(elements) => onChange({ ...form, lists: { ...form.lists, [field]: elements } })}
      />
    )
  }
  if (asked.as === 'ticks') {
    return (
      <Ticks
        label={sentence(word.label)}
        words={asked.words}
        value={form.ticks[field] ?? []}
        onChange={(ticked) => onChange({ ...form, ticks: { ...form.ticks, [field]: ticked } })}
      />
    )
  }
  return (
    <OneField
      id={`field-${field}`}
      label={sentence(word.label)}
      asked={asked}
      value={form.texts[field] ?? ''}
      onChange={(value) => onChange({ ...form, texts: { ...form.texts, [field]: value } })}
      error={problems.find((problem) => problem.field === `field-${field}`)?.text}
    />
  )
}

interface TicksProps {
  label: string
  words: Words
  value: string[]
  onChange: (value: string[]) => void
}

/** What is ticked and not among the words stays to be unticked: a code of the assessment, or of a newer version. */
function Ticks({ label, words, value, onChange }: TicksProps) {
  const others = value.filter((code) => !Object.hasOwn(words, code))
  return (
    <Checkbox.Group label={label} value={value} onChange={onChange}>
      <div className={classes['ticks']}>
        {[...Object.keys(words), ...others].map((code) => (
          <Checkbox key={code} value={code} label={words[code] ?? needWords(code)} />
        ))}
      </div>
    </Checkbox.Group>
  )
}
