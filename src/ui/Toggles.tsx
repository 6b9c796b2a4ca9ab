import type { ReactNode } from 'react'
import classes from './Toggles.module.css'

export interface TogglesProps<Code extends string> {
  legend: ReactNode
  /** What is offered, in order. */
  choices: readonly (readonly [code: Code, words: string])[]
  chosen: readonly Code[]
  onChange: (chosen: Code[]) => void
  /** One at the most; a second tap takes it away again. */
  single?: boolean
}

/** Choices that a thumb can hit, each on or off. */
export function Toggles<Code extends string>({
  legend,
  choices,
  chosen,
  onChange,
  single = false,
}: TogglesProps<Code>) {
  const toggled = (code: Code) => {
    const others = single ? [] : chosen.filter((each) => each !== code)
    return chosen.includes(code) ? others : [...others, code]
  }
  return (
    <fieldset className={classes['group']}>
      <legend className={classes['legend']}>{legend}</legend>
      <div className={classes['choices']}>
        {choices.map(([code, words]) => (
          <button
            key={code}
            type="button"
            className={classes['toggle']}
            aria-pressed={chosen.includes(code)}
            onClick={() => onChange(toggled(code))}
          >
            {words}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
