import { useMediaQuery } from '@mantine/hooks'
import type { ItemView } from '#domain/form/openForm.ts'
import { sameValue } from '#domain/form/value.ts'
import { textScale } from '#ui/textSize.ts'
import { fieldId } from './problemWords.ts'
import { useSay } from './saying.ts'
import { scaleItems } from './isScale.ts'
import { ScaleCards } from './ScaleCards.tsx'
import classes from './Scale.module.css'

/** A scale: one large table where there is room for it, one question at a time on a phone. */
export function Scale({ item }: { item: ItemView }) {
  const roomy = useMediaQuery(`(min-width: ${48 * textScale()}rem)`, true)
  const intro = item.items.filter(({ type, enabled }) => type === 'display' && enabled)
  return (
    <section aria-labelledby={fieldId(item.linkId)}>
      <h2 id={fieldId(item.linkId)} style={{ marginBlock: '0 0.5rem' }}>
        {item.text}
      </h2>
      {intro.map(({ linkId, text }) => (
        <p key={linkId} className={classes['intro']}>
          {text}
        </p>
      ))}
      {roomy && isFew(item) ? (
        <Matrix questions={scaleItems(item)} />
      ) : (
        <ScaleCards questions={scaleItems(item)} />
      )}
    </section>
  )
}

/** More answers than hands can tell apart in a row are asked one question at a time. */
function isFew(item: ItemView): boolean {
  return (scaleItems(item)[0]?.options.length ?? 0) <= 7
}

function Matrix({ questions }: { questions: readonly ItemView[] }) {
  return (
    <div className={classes['matrix']}>
      <div className={classes['heads']} aria-hidden>
        <span />
        {questions[0]?.options.map((option) => (
          <span key={option.label}>{option.label}</span>
        ))}
      </div>
      {questions.map((question, at) => (
        <Row key={question.linkId} question={question} number={at + 1} />
      ))}
    </div>
  )
}

function Row({ question, number }: { question: ItemView; number: number }) {
  const say = useSay()
  const id = fieldId(question.linkId)
  return (
    <div
      role="radiogroup"
      aria-labelledby={id}
      className={classes['row']}
      data-open={!question.answered}
      id={`${id}-row`}
    >
      <span id={id} className={classes['cue']}>
        <span className={classes['number']}>{number}</span> {question.text}
      </span>
      {question.options.map((option) => (
        <label key={option.label} className={classes['cell']}>
          <input
            type="radio"
            name={question.linkId}
            aria-label={option.label}
            checked={question.answers.some((value) => sameValue(value, option.value))}
            onChange={() => say(question.linkId, [option.value])}
          />
          <span className={classes['dot']} aria-hidden>
            {option.score}
          </span>
        </label>
      ))}
    </div>
  )
}
