import { IconArrowLeft } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link, useLocation } from 'react-router'
import classes from './Page.module.css'

export interface PageProps {
  /** The one h1 of the screen; also the name of the browser's tab. */
  title: string
  /**
   * The name of the tab where it must differ: a browser keeps it in its history, in the clear, so it never names a
   * client.
   */
  tabName?: string
  /** What counts as the same screen, where several addresses do: the focus then stays. The address itself if left out. */
  place?: string
  /** A line above the content: what this is about. */
  lead?: ReactNode
  back?: { to: string; label: string }
  /** Buttons beside the title; below it on a phone. */
  actions?: ReactNode
  /** `reading` for forms and text, `wide` for lists and panes. */
  width?: 'reading' | 'wide'
  children: ReactNode
}

/** A screen: one main landmark, one h1, which takes the focus when a person has navigated here. */
export function Page({
  title,
  tabName = title,
  place,
  lead,
  back,
  actions,
  width = 'reading',
  children,
}: PageProps) {
  const heading = useFocusOnArrival(place)
  useTabName(tabName)
  return (
    <main id="main" tabIndex={-1} className={classes['page']} data-width={width}>
      {back && (
        <Link to={back.to} className={classes['back']}>
          <IconArrowLeft size={20} aria-hidden />
          {back.label}
        </Link>
      )}
      <div className={classes['head']}>
        <h1 ref={heading} tabIndex={-1} className={classes['title']}>
          {title}
        </h1>
        {actions && <div className={classes['actions']}>{actions}</div>}
      </div>
      {lead && <p className={classes['lead']}>{lead}</p>}
      {children}
    </main>
  )
}

/** The element that takes the focus on each navigation, but not when the app has just been opened. */
function useFocusOnArrival(place?: string) {
  const { pathname, key } = useLocation()
  const target = useRef<HTMLHeadingElement>(null)
  const first = key === 'default'
  const here = place ?? pathname
  useEffect(() => {
    if (!first) target.current?.focus({ preventScroll: true })
  }, [here, first])
  return target
}

export function useTabName(title: string) {
  useEffect(() => {
    document.title = `${title} – Doorstep`
  }, [title])
}
