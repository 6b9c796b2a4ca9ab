import { Button, Checkbox } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { isLate, type NextStep } from '#domain/caseload/nextStep.ts'
import { ageOn } from '#domain/client/birthDate.ts'
import { knownRisks } from '#domain/client/risks.ts'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Pill } from '#ui/Pill.tsx'
import classes from './Caseload.module.css'
import type { CaseEntry } from './useCaseload.ts'
import type { Chosen } from './useChosen.ts'
import { stepWords, waitedWords } from './words.ts'

const AT_ONCE = 50

export interface CaseRowsProps {
  entries: readonly CaseEntry[]
  today: string
  current: string | undefined
  hrefOf: (client: string) => string
  chosen: Chosen
}

/** The first of the list and a way to the rest: with ten thousand files, no more rows are drawn than are looked at. */
export function CaseRows({ entries, today, current, hrefOf, chosen }: CaseRowsProps) {
  const [shown, setShown] = useState(AT_ONCE)
  const rest = entries.length - shown
  return (
    <div role="presentation" onKeyDown={moveBetweenRows}>
      <List label="Case files">
        {entries
          .slice(0, shown)
          .map((entry) =>
            chosen.choosing ? (
              <ChoosableRow key={entry.client.id} entry={entry} today={today} chosen={chosen} />
            ) : (
              <CaseRow
                key={entry.client.id}
                entry={entry}
                today={today}
                to={hrefOf(entry.client.id)}
                current={entry.client.id === current}
              />
            ),
          )}
      </List>
      {rest > 0 && (
        <Button variant="default" fullWidth mt="sm" onClick={() => setShown(shown + AT_ONCE)}>
          Show {Math.min(rest, AT_ONCE)} more of {rest.toLocaleString('en-GB')}
        </Button>
      )}
    </div>
  )
}

function CaseRow({
  entry,
  today,
  to,
  current,
}: {
  entry: CaseEntry
  today: string
  to: string
  current: boolean
}) {
  const { client, name, steps, questions } = entry
  const [step] = steps
  const age = ageOn(client.body.dateOfBirth, today)
  const atRisk = client.body.doNotVisitAlone || knownRisks(client.body).state === 'known'
  return (
    <ListRow
      to={to}
      current={current}
      title={
        <span className={classes['name']}>
          {name}
          {age !== null && <span className={classes['age']}>{age}</span>}
          {atRisk && <Pill tone="risk">{client.body.doNotVisitAlone ? 'Not alone' : 'Risk'}</Pill>}
          {questions > 0 && <Pill tone="amber">Two answers</Pill>}
        </span>
      }
      detail={step ? nextWords(step, today) : closedWords(client.body.status)}
    />
  )
}

function ChoosableRow({ entry, today, chosen }: { entry: CaseEntry; today: string; chosen: Chosen }) {
  const { client, name, steps } = entry
  const [step] = steps
  return (
    <li className={classes['choosable']}>
      <Checkbox
        label={name}
        description={step ? nextWords(step, today) : closedWords(client.body.status)}
        checked={chosen.ids.has(client.id)}
        onChange={() => chosen.toggle(client.id)}
      />
    </li>
  )
}

/** The step, and for how long it has waited. */
function nextWords(step: NextStep, today: string): string {
  const waited = isLate(step, today) ? waitedWords(step, today) : ''
  return [stepWords(step, today), waited].filter((part) => part !== '').join(' · ')
}

function closedWords(status: string): string {
  return status === 'declined' ? 'Declined' : 'Closed'
}

/** Up and down move between rows, as in a mailbox; Tab still visits each. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>) {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('li a')]
  const at = rows.findIndex((row) => row === document.activeElement)
  const next = rows[at + by]
  if (at < 0 || !next) return
  event.preventDefault()
  next.focus()
}
