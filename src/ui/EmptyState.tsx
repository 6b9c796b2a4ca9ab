import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

export interface EmptyStateProps {
  title: string
  icon?: ReactNode
  /** What to do now. */
  children?: ReactNode
  action?: ReactNode
}

/** Where nothing is to be shown: says so, and what to do. */
export function EmptyState({ title, icon, children, action }: EmptyStateProps) {
  return (
    <div className={classes['empty']}>
      {icon && (
        <span className={classes['icon']} aria-hidden>
          {icon}
        </span>
      )}
      <p className={classes['title']}>{title}</p>
      {children && <div className={classes['words']}>{children}</div>}
      {action}
    </div>
  )
}
