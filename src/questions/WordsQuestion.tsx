import { Textarea, TextInput } from '@mantine/core'
import type { ItemView } from '#domain/form/openForm.ts'
import { labelOf } from '#domain/form/options.ts'
import type { Value } from '#domain/form/value.ts'
import { useSay } from './saying.ts'
import { fieldId, problemInWords } from './problemWords.ts'

/** Everything that is typed into one box. What doesn't fit yet, a half-typed number say, is kept as typed. */
export function WordsQuestion({ item, checked }: { item: ItemView; checked: boolean }) {
  const say = useSay()
  const [value] = item.answers
  const field = {
    id: fieldId(item.linkId),
    label: item.text,
    value: value ? asTyped(value) : '',
    autoComplete: 'off',
    readOnly: item.readOnly,
    error: problemInWords(item, checked),
    styles: { label: { fontWeight: 600, marginBottom: '0.375rem' } },
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      say(item.linkId, asAnswer(item, currentTarget.value), 'typing'),
  }
  if (item.type === 'text') return <Textarea {...field} minRows={2} maxRows={12} />
  if (item.type === 'string')
    return <TextInput {...field} styles={{ ...field.styles, wrapper: { maxWidth: '32rem' } }} />
  return (
    <TextInput
      {...field}
      styles={{ ...field.styles, wrapper: { maxWidth: '10rem' } }}
      inputMode={item.type === 'integer' ? 'numeric' : 'decimal'}
    />
  )
}

function asTyped(value: Value): string {
  return value.type === 'quantity' ? String(value.value.value ?? '') : labelOf(value)
}

function asAnswer(item: ItemView, typed: string): Value[] {
  if (typed === '') return []
  const number = Number(typed.trim().replace(',', '.'))
  const isNumber = /^-?\d+([.,]\d+)?$/.test(typed.trim())
  switch (item.type) {
    case 'integer':
    case 'decimal':
      return [isNumber ? { type: item.type, value: number } : { type: 'string', value: typed }]
    case 'quantity':
      return [isNumber ? { type: 'quantity', value: { value: number } } : { type: 'string', value: typed }]
    case 'dateTime':
      return [{ type: 'dateTime', value: typed }]
    default:
      return [{ type: 'string', value: typed }]
  }
}
