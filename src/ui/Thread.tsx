import { Pill } from './Pill.tsx'
import classes from './Thread.module.css'

export interface Said {
  id: string
  who: string
  /** In words. */
  when: string
  /** A line apart from what was written: an answer, a question. */
  headline?: string | undefined
  text: string
  ours: boolean
  pending: boolean
}

/** What two sides have said to one another, the earliest first. */
export function Thread({ label, said }: { label: string; said: readonly Said[] }) {
  if (said.length === 0) return null
  return (
    <ol className={classes['thread']} aria-label={label}>
      {said.map(({ id, who, when, headline, text, ours, pending }) => (
        <li key={id} className={classes['said']} data-ours={ours}>
          <p className={classes['by']}>
            {who}, {when} {pending && <Pill>Not sent yet</Pill>}
          </p>
          {headline && <p className={classes['headline']}>{headline}</p>}
          {text && <p className={classes['text']}>{text}</p>}
        </li>
      ))}
    </ol>
  )
}
