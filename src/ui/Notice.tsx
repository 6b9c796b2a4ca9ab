import type { ReactNode } from 'react'
import classes from './Notice.module.css'

export interface NoticeProps {
  tone?: 'plain' | 'accent' | 'amber' | 'risk'
  title?: ReactNode
  icon?: ReactNode
  children?: ReactNode
  /** Read out when it appears. */
  live?: boolean
  action?: ReactNode
}

/** Something to know, in the flow of a screen. */
export function Notice({ tone = 'plain', title, icon, children, live = false, action }: NoticeProps) {
  return (
    <div className={classes['notice']} data-tone={tone} role={live ? 'status' : undefined}>
      {icon && (
        <span aria-hidden className={classes['icon']}>
          {icon}
        </span>
      )}
      <div className={classes['words']}>
        {title && <p className={classes['title']}>{title}</p>}
        {children && <div>{children}</div>}
        {action && <div className={classes['action']}>{action}</div>}
      </div>
    </div>
  )
}
