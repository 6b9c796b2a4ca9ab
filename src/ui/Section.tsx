import { type ReactNode, useId } from 'react'
import classes from './Section.module.css'

export interface SectionProps {
  title: string
  icon?: ReactNode
  actions?: ReactNode
  /** `card` has a ground of its own; `plain` lies on the paper. */
  look?: 'card' | 'plain'
  children: ReactNode
}

/** A part of a screen under its own h2. */
export function Section({ title, icon, actions, look = 'card', children }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={classes['section']} data-look={look}>
      <div className={classes['head']}>
        <h2 id={id} className={classes['title']}>
          {icon && (
            <span aria-hidden className={classes['icon']}>
              {icon}
            </span>
          )}
          {title}
        </h2>
        {actions && <div className={classes['actions']}>{actions}</div>}
      </div>
      {children}
    </section>
  )
}
