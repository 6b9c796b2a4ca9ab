import { IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import classes from './ListRow.module.css'

export interface ListRowProps {
  title: ReactNode
  /** One or two quiet lines under the title. */
  detail?: ReactNode
  icon?: ReactNode
  /** At the end of the row: a pill, a time. */
  aside?: ReactNode
  /** Where the row leads; without it and without `onClick` the row is only read. */
  to?: string
  onClick?: () => void
  /** The row whose detail is open beside the list. */
  current?: boolean
}

/** A row of a list. Lay rows into a `List`. */
export function ListRow({ to, onClick, current, ...content }: ListRowProps) {
  if (to !== undefined) {
    return (
      <li>
        <Link to={to} className={classes['row']} data-active aria-current={current ? 'true' : undefined}>
          <Content {...content} leads />
        </Link>
      </li>
    )
  }
  if (onClick) {
    return (
      <li>
        <button
          type="button"
          onClick={onClick}
          className={classes['row']}
          data-active
          aria-current={current ? 'true' : undefined}
        >
          <Content {...content} leads />
        </button>
      </li>
    )
  }
  return (
    <li className={classes['row']}>
      <Content {...content} leads={false} />
    </li>
  )
}

function Content({
  title,
  detail,
  icon,
  aside,
  leads,
}: Pick<ListRowProps, 'title' | 'detail' | 'icon' | 'aside'> & { leads: boolean }) {
  return (
    <>
      {icon && (
        <span className={classes['icon']} aria-hidden>
          {icon}
        </span>
      )}
      <span className={classes['words']}>
        <span className={classes['title']}>{title}</span>
        {detail && <span className={classes['detail']}>{detail}</span>}
      </span>
      {aside && <span className={classes['aside']}>{aside}</span>}
      {leads && <IconChevronRight size={20} aria-hidden className={classes['chevron']} />}
    </>
  )
}

/** `label` names the list for a screen reader where no heading does. */
export function List({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className={classes['list']} aria-label={label}>
      {children}
    </ul>
  )
}
