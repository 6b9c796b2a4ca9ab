import { IconCheck } from '@tabler/icons-react'
import classes from './Taps.module.css'

export interface Tap {
  key: string
  label: string
  /** A quiet line below it. */
  detail?: string
}

export interface TapsProps {
  /** What is chosen here, for a screen reader. */
  label: string
  taps: readonly Tap[]
  chosen: readonly string[]
  onTap: (key: string) => void
  /** `tiles` side by side for short words, `rows` one below the other for names. */
  look: 'tiles' | 'rows'
}

/** Choices as large as a thumb: one tap chooses, one more takes it back. */
export function Taps({ label, taps, chosen, onTap, look }: TapsProps) {
  return (
    <div role="group" aria-label={label} className={classes[look]}>
      {taps.map((tap) => (
        <button
          key={tap.key}
          type="button"
          className={classes['tap']}
          aria-pressed={chosen.includes(tap.key)}
          onClick={() => onTap(tap.key)}
        >
          <span className={classes['words']}>
            <span>{tap.label}</span>
            {tap.detail && <span className={classes['detail']}>{tap.detail}</span>}
          </span>
          <IconCheck size={22} aria-hidden className={classes['check']} />
        </button>
      ))}
    </div>
  )
}
