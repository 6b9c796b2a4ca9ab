import type { ReactNode } from 'react'
import classes from './FieldGroup.module.css'

/** Fields that belong together, under their own heading. */
export function FieldGroup({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className={classes['group']}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  )
}

/** Short fields side by side where there is room. */
export function Pair({ children }: { children: ReactNode }) {
  return <div className={classes['pair']}>{children}</div>
}
