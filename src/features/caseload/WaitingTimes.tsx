import { Anchor } from '@mantine/core'
import { IconHourglass } from '@tabler/icons-react'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { type StepSummary, summarise } from '#domain/waiting/waiting.ts'
import { waitedFor, waitWords } from '#words/waiting.ts'
import classes from './Caseload.module.css'
import type { CaseEntry } from './useCaseload.ts'

/** How long each step takes, of the files that the list shows; and who waits for it the longest. */
export function WaitingTimes({ entries }: { entries: readonly CaseEntry[] }) {
  const steps = useMemo(
    () => summarise(entries.map(({ client, waits }) => ({ client: client.id, waits }))),
    [entries],
  )
  return (
    <details className={`${classes['more']} ${classes['below']}`}>
      <summary>
        <IconHourglass size={20} aria-hidden />
        Waiting times
      </summary>
      <p className={classes['hint']}>
        Of the {entries.length.toLocaleString('en-GB')} files in this list, since their latest referral.
      </p>
      <ul className={classes['waits']}>
        {steps.map((step) => (
          <Step key={step.step} step={step} />
        ))}
      </ul>
    </details>
  )
}

function Step({ step: { step, median, done, waiting, longest } }: { step: StepSummary }) {
  return (
    <li>
      <strong>{waitWords[step].label}</strong>
      <span>
        {median === null ? 'Nobody has come to that yet' : `${middleWords(median)}, of ${done}`}
        {waiting > 0 && `. ${waiting} ${waiting === 1 ? 'waits' : 'wait'}`}
      </span>
      {longest && (
        <Anchor component={Link} to={`/clients/${longest.client}`} underline="always">
          {longest.days === 0 ? 'Waiting since today' : `Longest: ${waitedFor(longest.days)}`}
        </Anchor>
      )}
    </li>
  )
}

function middleWords(median: number): string {
  if (median === 0) return 'Half on the same day'
  return `Half within ${Number.isInteger(median) ? waitedFor(median) : `${median} days`}`
}
