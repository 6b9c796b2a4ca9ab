import { Button } from '@mantine/core'
import { useId } from 'react'
import type { InstrumentItem } from '#domain/measure/instrument.ts'
import classes from './NumberRow.module.css'

export interface NumberRowProps {
  item: InstrumentItem
  answer: number | null
  say: (answer: number | null) => void
}

/** Many numbered answers side by side, with the words of both ends beneath. */
export function NumberRow({ item, answer, say }: NumberRowProps) {
  const name = useId()
  const [first, last] = [item.answers[0], item.answers.at(-1)]
  return (
    <fieldset className={classes['numbers']}>
      <legend>{item.words}</legend>
      <div className={classes['row']}>
        {item.answers.map(({ score, words }) => (
          <label key={score} className={classes['number']}>
            <input
              type="radio"
              name={name}
              aria-label={words}
              checked={answer === score}
              onChange={() => say(score)}
            />
            <span aria-hidden>{score}</span>
          </label>
        ))}
      </div>
      <p className={classes['ends']} aria-hidden>
        <span>{first?.words}</span>
        <span>{last?.words}</span>
      </p>
      {answer !== null && (
        <Button variant="subtle" size="compact-md" mt="xs" onClick={() => say(null)}>
          Clear this answer
        </Button>
      )}
    </fieldset>
  )
}
