import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { ItemView } from '#domain/form/openForm.ts'
import type { Value } from '#domain/form/value.ts'
import { DayField } from '#ui/DayField.tsx'
import classes from './Questions.module.css'
import { answerOf, inUnit, typedIn, unitOfAnswer } from './typed.ts'
import { dayPart, localMoment, timePart } from './localMoment.ts'

export interface TypedAnswerProps {
  item: ItemView
  id: string
  label: string
  /** How it is read out, where the label alone would not say. */
  named?: string
  value: Value | undefined
  error: string | undefined
  onAnswer: (value: Value | undefined) => void
}

/** One box, or the few that make up one answer. */
export function TypedAnswer(props: TypedAnswerProps) {
  switch (props.item.type) {
    case 'date':
      return <Day {...props} />
    case 'dateTime':
      return <Moment {...props} />
    case 'quantity':
      return <Quantity {...props} />
    default:
      return <Box {...props} />
  }
}

function boxOf({ item, id, label, named, value, error, onAnswer }: TypedAnswerProps) {
  const needed = item.required && named === undefined
  return {
    id,
    label: (
      <>
        {label} {needed && <span className={classes['needed']}>(needed)</span>}
      </>
    ),
    value: value ? typedIn(value) : '',
    autoComplete: 'off',
    error,
    styles: { label: { fontWeight: 600, marginBottom: '0.375rem' } },
    ...(named === undefined ? {} : { 'aria-label': named }),
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onAnswer(answerOf(item, currentTarget.value, value)),
  }
}

function Box(props: TypedAnswerProps) {
  const { type, maxLength } = props.item
  const field = boxOf(props)
  if (type === 'text') return <Textarea {...field} minRows={2} maxRows={12} description={atMost(maxLength)} />
  if (type === 'string')
    return <TextInput {...field} styles={{ ...field.styles, wrapper: { maxWidth: '32rem' } }} />
  return (
    <TextInput
      {...field}
      styles={{ ...field.styles, wrapper: { maxWidth: '10rem' } }}
      inputMode={type === 'integer' ? 'numeric' : 'decimal'}
    />
  )
}

function atMost(maxLength: number | undefined): string | undefined {
  return maxLength === undefined ? undefined : `At most ${maxLength} characters`
}

function Quantity(props: TypedAnswerProps) {
  const { item, id, value, onAnswer } = props
  const field = boxOf(props)
  const [only] = item.units
  const unit = unitOfAnswer(item, value)
  return (
    <div className={classes['beside']}>
      <TextInput {...field} styles={{ ...field.styles, wrapper: { maxWidth: '8rem' } }} inputMode="decimal" />
      {item.units.length > 1 ? (
        <NativeSelect
          id={`${id}-unit`}
          label="Unit"
          value={unit?.unit ?? ''}
          data={item.units.map((each) => each.unit)}
          onChange={(event) => onAnswer(inUnit(item, value, event.currentTarget.value))}
        />
      ) : (
        only && <span className={classes['unit']}>{only.unit}</span>
      )}
    </div>
  )
}

function Day({ item, id, label, named, value, error, onAnswer }: TypedAnswerProps) {
  return (
    <DayField
      id={id}
      label={named ?? label}
      required={item.required}
      value={value?.type === 'date' ? value.value : ''}
      error={error ?? null}
      onChange={(day) => onAnswer(day === '' ? undefined : { type: 'date', value: day })}
    />
  )
}

/** A day, and a time where one was said: by the clock of the place, kept with its offset. */
function Moment({ item, id, label, named, value, error, onAnswer }: TypedAnswerProps) {
  const kept = value?.type === 'dateTime' ? value.value : ''
  const set = (day: string, time: string) => {
    const moment = localMoment(day, time)
    onAnswer(moment === '' ? undefined : { type: 'dateTime', value: moment })
  }
  return (
    <div className={classes['beside']}>
      <DayField
        id={id}
        label={named ?? label}
        required={item.required}
        value={dayPart(kept)}
        error={error ?? null}
        onChange={(day) => set(day, timePart(kept))}
      />
      <TextInput
        type="time"
        label="Time"
        aria-label={`Time: ${named ?? label}`}
        value={timePart(kept)}
        onChange={(event) => set(dayPart(kept), event.currentTarget.value)}
      />
    </div>
  )
}
