import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import classes from './fields.module.css'

/** One text of a form, by its name, with what looks odd about it. */
export interface TextFieldProps<Name extends string> {
  form: { readonly [Field in Name]: string }
  field: Name
  label: string
  onText: (field: Name, text: string) => void
  doubts?: Readonly<Partial<Record<string, string>>>
  description?: string
  /** Hints for the keyboard of a tablet. */
  type?: 'text' | 'tel' | 'email' | 'time'
  inputMode?: 'text' | 'numeric' | 'tel' | 'email'
  error?: string | undefined
  /** Of the box; made of the field's name where left out, as an error summary expects it. */
  id?: string
}

/** The browser is told not to remember anything that is typed: it would keep it in the clear. */
const unremembered = { autoComplete: 'off', spellCheck: false } as const

export function TextField<Name extends string>({
  form,
  field,
  label,
  onText,
  doubts,
  description,
  ...rest
}: TextFieldProps<Name>) {
  const doubt = doubts?.[field]
  return (
    <TextInput
      {...unremembered}
      id={`field-${field}`}
      {...rest}
      label={label}
      description={doubt ? <span className={classes['doubt']}>{doubt}</span> : description}
      value={form[field]}
      onChange={(event) => onText(field, event.currentTarget.value)}
    />
  )
}

export function LongField<Name extends string>({
  form,
  field,
  label,
  onText,
  description,
}: TextFieldProps<Name>) {
  return (
    <Textarea
      {...unremembered}
      spellCheck
      id={`field-${field}`}
      label={label}
      description={description}
      minRows={2}
      value={form[field]}
      onChange={(event) => onText(field, event.currentTarget.value)}
    />
  )
}

export interface ChoiceFieldProps<Name extends string> extends Omit<
  TextFieldProps<Name>,
  'type' | 'inputMode'
> {
  /** What is shown for each code. */
  words: Readonly<Record<string, string>>
  /** In the order in which they are offered; the order of `words` where left out. */
  order?: readonly string[]
  /** What stands for no answer; without it an answer is always chosen. */
  none?: string
}

/** A code that this version does not know is offered as it is, so that opening a form changes nothing. */
export function ChoiceField<Name extends string>({
  form,
  field,
  label,
  onText,
  words,
  order,
  none,
  description,
}: ChoiceFieldProps<Name>) {
  const value = form[field]
  const known = order ?? Object.keys(words)
  const offered = value === '' || known.includes(value) ? known : [...known, value]
  return (
    <NativeSelect
      id={`field-${field}`}
      label={label}
      description={description}
      value={value}
      onChange={(event) => onText(field, event.currentTarget.value)}
      data={[
        ...(none === undefined ? [] : [{ value: '', label: none }]),
        ...offered.map((code) => ({ value: code, label: words[code] ?? code })),
      ]}
    />
  )
}
