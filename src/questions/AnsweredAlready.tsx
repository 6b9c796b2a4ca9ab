import type { ItemView } from '#domain/form/openForm.ts'
import { answerInWords } from './answerInWords.ts'
import { fieldId } from './problemWords.ts'
import classes from './Questions.module.css'

/** A question that the form answers itself and nobody changes. */
export function AnsweredAlready({ item }: { item: ItemView }) {
  return (
    <dl id={fieldId(item.linkId)} className={classes['answered']}>
      <dt>{item.text}</dt>
      <dd>{item.answers.map(answerInWords).join(', ') || 'Nothing'}</dd>
    </dl>
  )
}
