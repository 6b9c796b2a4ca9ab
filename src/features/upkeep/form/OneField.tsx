import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { DayField } from '#ui/DayField.tsx'
import type { Asked } from './entryFields.ts'
import { WeekdaysField } from './WeekdaysField.tsx'

export interface OneFieldProps {
  id: string
  label: string
  asked: Asked
  value: string
  onChange: (value: string) => void
  error: string | undefined
}

/** The browser is told not to remember anything that is typed. */
const unremembered = { autoComplete: 'off' } as const

/** One thing of an entry, as it is asked for. */
export function OneField({ id, label, asked, value, onChange, error }: OneFieldProps) {
  const field = { ...unremembered, id, label, value, error, description: asked.hint }
  switch (asked.as) {
    case 'day':
      return <DayField id={id} label={label} value={value} onChange={onChange} error={error ?? null} />
    case 'weekdays':
      return <WeekdaysField id={id} label={label} value={value} onChange={onChange} />
    case 'long':
    case 'lines':
      return (
        <Textarea
          {...field}
          spellCheck
          autosize
          minRows={2}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    case 'yesNo':
    case 'code':
      return (
        <NativeSelect
          {...field}
          data={choices(asked, value)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    case 'number':
      return (
        <TextInput
          {...field}
          inputMode={asked.least < 0 ? 'text' : 'decimal'}
          maw="14rem"
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    case 'text':
    case 'email':
    case 'tel':
    case 'time':
      return (
        <TextInput
          {...field}
          type={asked.as}
          {...(asked.as === 'time' ? { maw: '14rem' } : {})}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
  }
}

/** A code that this version does not know is offered as it is, so that opening a form changes nothing. */
function choices(asked: Extract<Asked, { as: 'yesNo' | 'code' }>, value: string) {
  const words = asked.as === 'yesNo' ? { yes: 'Yes', no: 'No' } : asked.words
  const none = asked.as === 'yesNo' ? 'Not said' : asked.none
  const known = Object.entries(words).map(([code, label]) => ({ value: code, label }))
  return [
    ...(none === undefined ? [] : [{ value: '', label: none }]),
    ...known,
    ...(value === '' || Object.hasOwn(words, value) ? [] : [{ value, label: value }]),
  ]
}
