import { Radio, Textarea, TextInput } from '@mantine/core'
import type { Words } from '#words/codes.ts'

/** The browser is told not to remember anything that is typed: it would keep it in the clear. */
const unremembered = { autoComplete: 'off' } as const

interface WordsFieldProps {
  field: string
  label: string
  description?: string
  value: string
  onChange: (value: string) => void
  /** One line, where a few words do. */
  short?: boolean
}

export function WordsField({ field, label, description, value, onChange, short }: WordsFieldProps) {
  const Field = short ? TextInput : Textarea
  return (
    <Field
      {...unremembered}
      {...(short ? {} : { autosize: true, minRows: 2 })}
      id={`field-${field}`}
      label={label}
      description={description}
      value={value}
      onChange={(event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value)}
    />
  )
}

interface OneOfProps {
  id: string
  label: string
  description?: string
  words: Words
  value: string
  onChange: (value: string) => void
}

export function OneOf({ id, label, description, words, value, onChange }: OneOfProps) {
  return (
    <Radio.Group id={id} label={label} description={description} value={value} onChange={onChange}>
      {Object.entries(words).map(([code, word]) => (
        <Radio key={code} value={code} label={word} mt="sm" />
      ))}
    </Radio.Group>
  )
}
