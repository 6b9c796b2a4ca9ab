import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Choices.module.css'

export interface Choice {
  readonly key: string
  readonly label: string
  readonly chosen: boolean
  readonly choose: (chosen: boolean) => void
}

export interface ChoicesProps {
  id: string
  legend: string
  required?: boolean
  error?: string | undefined
  /** One of them, or any number. */
  several?: boolean
  choices: readonly Choice[]
  /** Takes the answer back; left out where there's none to take. */
  clear?: (() => void) | undefined
  /** Beneath the options: one's own words. */
  children?: ReactNode
  /** Among the options: own words that were said already. */
  also?: ReactNode
}

/** Options as large buttons, which are native radios or checkboxes to the keyboard and the screen reader. */
export function Choices({
  id,
  legend,
  required,
  error,
  several = false,
  choices,
  clear,
  children,
  also,
}: ChoicesProps) {
  return (
    <fieldset
      id={id}
      className={classes['question']}
      {...(error ? { 'aria-describedby': `${id}-error` } : {})}
    >
      <legend className={classes['legend']}>
        {legend} {required && <span className={classes['needed']}>(needed)</span>}
      </legend>
      {error && (
        <p id={`${id}-error`} className={classes['error']}>
          {error}
        </p>
      )}
      <div className={classes['options']} data-stack={!several}>
        {choices.map((choice) => (
          <label key={choice.key} className={classes['option']}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={id}
              checked={choice.chosen}
              onChange={(event) => choice.choose(event.currentTarget.checked)}
            />
            <span className={classes['mark']} data-shape={several ? 'box' : 'round'} aria-hidden>
              <IconCheck size={15} stroke={3.5} />
            </span>
            {choice.label}
          </label>
        ))}
        {also}
      </div>
      {children}
      {clear && (
        <Button variant="subtle" size="compact-md" mt="xs" onClick={clear}>
          Clear this answer
        </Button>
      )}
    </fieldset>
  )
}
