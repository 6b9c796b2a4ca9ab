import type { ReactNode } from 'react'
import classes from './TwoPane.module.css'

export interface TwoPaneProps {
  list: ReactNode
  /** Null while nothing is chosen: then a phone shows the list, a tablet the list beside `placeholder`. */
  detail: ReactNode | null
  placeholder?: ReactNode
  listLabel: string
  detailLabel: string
}

/** List and detail beside each other from 800 px on; one of the two on a phone. */
export function TwoPane({ list, detail, placeholder, listLabel, detailLabel }: TwoPaneProps) {
  return (
    <div className={classes['panes']} data-chosen={detail !== null}>
      <section aria-label={listLabel} className={classes['list']}>
        {list}
      </section>
      <section aria-label={detailLabel} className={classes['detail']}>
        {detail ?? placeholder}
      </section>
    </div>
  )
}
