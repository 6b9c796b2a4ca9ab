import { IconAlertTriangle } from '@tabler/icons-react'
import type { ItemView } from '#domain/form/openForm.ts'
import { isQuestion } from '#domain/form/questionnaire.ts'
import { EmergencyNumbers } from '#ui/EmergencyNumbers.tsx'
import { Notice } from '#ui/Notice.tsx'
import { AnsweredAlready } from './AnsweredAlready.tsx'
import { ChoiceQuestion } from './ChoiceQuestion.tsx'
import { Choices } from './Choices.tsx'
import { isScale } from './isScale.ts'
import { fieldId, problemInWords } from './problemWords.ts'
import classes from './Questions.module.css'
import { useSay } from './saying.ts'
import { Scale } from './Scale.tsx'
import { TypedQuestion } from './TypedQuestion.tsx'

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

/** A question, and beneath it what belongs to it: help, and questions of its own. */
function Question({ item, checked }: { item: ItemView; checked: boolean }) {
  if (item.type === 'group') return <QuestionGroup item={item} checked={checked} />
  if (item.type === 'display') return <Display item={item} />
  const nested = item.items.filter(({ enabled }) => enabled)
  return (
    <div className={classes['question']}>
      {item.readOnly ? <AnsweredAlready item={item} /> : <AskedQuestion item={item} checked={checked} />}
      {nested.length > 0 && (
        <div className={classes['nested']}>
          <Questions items={nested} checked={checked} />
        </div>
      )}
    </div>
  )
}

/** One question by itself, with what it takes as an answer. */
export function AskedQuestion({ item, checked }: { item: ItemView; checked: boolean }) {
  switch (item.type) {
    case 'boolean':
      return <YesNo item={item} checked={checked} />
    case 'choice':
    case 'open-choice':
      return <ChoiceQuestion item={item} checked={checked} />
    default:
      return isQuestion(item) ? <TypedQuestion item={item} checked={checked} /> : null
  }
}

function QuestionGroup({ item, checked }: { item: ItemView; checked: boolean }) {
  if (isScale(item)) return <Scale item={item} />
  return (
    <fieldset className={classes['group']}>
      <legend>
        <h2>{item.text}</h2>
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
