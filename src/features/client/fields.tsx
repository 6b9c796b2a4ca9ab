import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import classes from './ClientFile.module.css'
import type { Words } from './codes.ts'

/** The texts of a form by name, with what looks odd beside each. */
export interface TextFieldProps<Form> {
  form: Form
  field: keyof Form & string
  label: string
  onChange: (change: Partial<Form>) => void
  doubts?: Partial<Record<string, string>>
  description?: string
  /** Hints for the keyboard of a tablet. */
  type?: 'text' | 'tel' | 'email' | 'time'
  inputMode?: 'text' | 'numeric' | 'tel' | 'email'
  required?: boolean
  error?: string | undefined
}

/** The browser is told not to remember anything that is typed: it would keep it in the clear. */
const unremembered = { autoComplete: 'off', spellCheck: false } as const

export function TextField<Form>({
  form,
  field,
  label,
  onChange,
  doubts,
  description,
  ...rest
}: TextFieldProps<Form>) {
  const doubt = doubts?.[field]
  return (
    <TextInput
      {...unremembered}
      {...rest}
      id={`field-${field}`}
      label={label}
      description={doubt ? <span className={classes['doubt']}>{doubt}</span> : description}
      value={String(form[field] ?? '')}
      onChange={(event) => onChange(changed<Form>(field, event.currentTarget.value))}
    />
  )
}

export function LongField<Form>({ form, field, label, onChange, description }: TextFieldProps<Form>) {
  return (
    <Textarea
      {...unremembered}
      spellCheck
      id={`field-${field}`}
      label={label}
      description={description}
      minRows={2}
      value={String(form[field] ?? '')}
      onChange={(event) => onChange(changed<Form>(field, event.currentTarget.value))}
    />
  )
}

export interface ChoiceFieldProps<Form> extends Omit<TextFieldProps<Form>, 'type' | 'inputMode'> {
  words: Words
  /** In the order in which they are offered; the order of `words` where left out. */
  order?: readonly string[]
  /** What stands for no answer; without it an answer is always chosen. */
  none?: string
}

/** A code that this version does not know is offered as it is, so that opening a form changes nothing. */
export function ChoiceField<Form>({
  form,
  field,
  label,
  onChange,
  words,
  order,
  none,
  description,
}: ChoiceFieldProps<Form>) {
  const value = String(form[field] ?? '')
  const known = order ?? Object.keys(words)
  const offered = value === '' || known.includes(value) ? known : [...known, value]
  return (
    <NativeSelect
      id={`field-${field}`}
      label={label}
      description={description}
      value={value}
      onChange={(event) => onChange(changed<Form>(field, event.currentTarget.value))}
      data={[
        ...(none === undefined ? [] : [{ value: '', label: none }]),
        ...offered.map((code) => ({ value: code, label: words[code] ?? code })),
      ]}
    />
  )
}

function changed<Form>(field: keyof Form & string, value: string): Partial<Form> {
  const change: Record<string, string> = { [field]: value }
  return change as Partial<Form>
}
