import { IconAlertTriangle } from '@tabler/icons-react'
import type { ItemView } from '#domain/form/openForm.ts'
import { DayField } from '#ui/DayField.tsx'
import { Notice } from '#ui/Notice.tsx'
import { useSay } from './saying.ts'
import { EmergencyNumbers } from '#ui/EmergencyNumbers.tsx'
import { isScale } from './isScale.ts'
import { Scale } from './Scale.tsx'
import { ChoiceQuestion } from './ChoiceQuestion.tsx'
import { Choices } from './Choices.tsx'
import { fieldId, problemInWords } from './problemWords.ts'
import classes from './Questions.module.css'
import { WordsQuestion } from './WordsQuestion.tsx'

/** The questions of a part of the form, as the engine says. `checked`: say what is missing, too. */
export function Questions({ items, checked }: { items: readonly ItemView[]; checked: boolean }) {
  return (
    <div className={classes['questions']}>
      {items
        .filter((item) => item.enabled)
        .map((item) => (
          <Question key={item.linkId} item={item} checked={checked} />
        ))}
    </div>
  )
}

function Question({ item, checked }: { item: ItemView; checked: boolean }) {
  switch (item.type) {
    case 'group':
      return <QuestionGroup item={item} checked={checked} />
    case 'display':
      return <Display item={item} />
    case 'boolean':
      return <YesNo item={item} checked={checked} />
    case 'choice':
    case 'open-choice':
      return <ChoiceQuestion item={item} checked={checked} />
    case 'date':
      return <DayQuestion item={item} checked={checked} />
    case 'string':
    case 'text':
    case 'integer':
    case 'decimal':
    case 'quantity':
    case 'dateTime':
      return <WordsQuestion item={item} checked={checked} />
  }
}

function QuestionGroup({ item, checked }: { item: ItemView; checked: boolean }) {
  if (isScale(item)) return <Scale item={item} />
  return (
    <fieldset className={classes['group']} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <legend style={{ padding: 0, marginBottom: '0.75rem' }}>
        <h2 style={{ margin: 0 }}>{item.text}</h2>
      </legend>
      <Questions items={item.items} checked={checked} />
    </fieldset>
  )
}

/** What must be done today stands out; the rest is quiet. */
function Display({ item }: { item: ItemView }) {
  if (!item.linkId.endsWith('.urgent')) return <p className={classes['display']}>{item.text}</p>
  return (
    <Notice tone="risk" icon={<IconAlertTriangle size={24} />} live action={<EmergencyNumbers />}>
      {item.text}
    </Notice>
  )
}

function YesNo({ item, checked }: { item: ItemView; checked: boolean }) {
  const say = useSay()
  const [value] = item.answers
  const choice = (label: string, meaning: boolean) => ({
    key: label,
    label,
    chosen: value?.type === 'boolean' && value.value === meaning,
    choose: () => say(item.linkId, [{ type: 'boolean', value: meaning }]),
  })
  return (
    <Choices
      id={fieldId(item.linkId)}
      legend={item.text}
      required={item.required}
      error={problemInWords(item, checked)}
      choices={[choice('Yes', true), choice('No', false)]}
      clear={item.answered && !item.required ? () => say(item.linkId, []) : undefined}
    />
  )
}

function DayQuestion({ item, checked }: { item: ItemView; checked: boolean }) {
  const say = useSay()
  const [value] = item.answers
  return (
    <DayField
      id={fieldId(item.linkId)}
      label={item.text}
      required={item.required}
      value={value?.type === 'date' ? value.value : ''}
      error={problemInWords(item, checked) ?? null}
      onChange={(day) => say(item.linkId, day === '' ? [] : [{ type: 'date', value: day }], 'typing')}
    />
  )
}
