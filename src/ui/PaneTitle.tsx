import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import classes from './PaneTitle.module.css'

/** Heads what was chosen from a list beside it, and takes the focus when it was. Give it the chosen one's id as key. */
export function PaneTitle({ title }: { title: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const first = useLocation().key === 'default'
  useEffect(() => {
    if (!first) heading.current?.focus({ preventScroll: true })
  }, [first])
  return (
    <h2 ref={heading} tabIndex={-1} className={classes['title']}>
      {title}
    </h2>
  )
}
