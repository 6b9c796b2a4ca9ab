import { type MouseEvent, useEffect, useRef } from 'react'
import classes from './ErrorSummary.module.css'

export interface FieldProblem {
  /** The id of the field's element; without one the problem is of the whole form. */
  field?: string
  text: string
}

export interface ErrorSummaryProps {
  title?: string
  problems: readonly FieldProblem[]
}

/** What has to be put right, at the top of a form. Takes the focus when it appears; each line jumps to its field. */
export function ErrorSummary({ title = 'Please check', problems }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const shown = problems.length > 0
  useEffect(() => {
    if (shown) box.current?.focus()
  }, [shown, problems])
  if (!shown) return null
  return (
    <div ref={box} role="alert" tabIndex={-1} className={classes['summary']}>
      <p className={classes['title']}>{title}</p>
      <ul className={classes['list']}>
        {problems.map(({ field, text }) => (
          <li key={`${field ?? ''} ${text}`}>
            {field === undefined ? (
              text
            ) : (
              <a href={`#${field}`} onClick={(event) => jump(event, field)}>
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function jump(event: MouseEvent, field: string) {
  const target = document.getElementById(field)
  if (!target) return
  event.preventDefault()
  const focusable = target.matches('input, select, textarea, button, [tabindex]')
    ? target
    : target.querySelector<HTMLElement>('input, select, textarea, button, [tabindex]')
  ;(focusable ?? target).focus({ preventScroll: true })
  target.scrollIntoView({ block: 'center' })
}
