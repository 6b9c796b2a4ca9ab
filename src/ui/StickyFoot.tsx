import type { ReactNode } from 'react'
import classes from './FormFoot.module.css'

/** What a screen is left by, always in reach of a thumb; above the places of the app on a phone. */
export function StickyFoot({ children }: { children: ReactNode }) {
  return <div className={classes['foot']}>{children}</div>
}
