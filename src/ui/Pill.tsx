import type { ReactNode } from 'react'
import classes from './Pill.module.css'

export interface PillProps {
  /** `amber` only for what waits for a person, `risk` only for risk. */
  tone?: 'plain' | 'accent' | 'amber' | 'risk'
  icon?: ReactNode
  children: ReactNode
}

/** A short word with a colour that repeats what the word says. */
export function Pill({ tone = 'plain', icon, children }: PillProps) {
  return (
    <span className={classes['pill']} data-tone={tone}>
      {icon && (
        <span aria-hidden className={classes['icon']}>
          {icon}
        </span>
      )}
      {children}
    </span>
  )
}
