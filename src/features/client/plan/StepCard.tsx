import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { needWords } from '#domain/assessment/codeWords.ts'
import { isOpen, isOverdue } from '#domain/plan/board.ts'
import type { Action, Need } from '#domain/plan/steps.ts'
import type { View } from '#store/view.ts'
import { formatDay } from '#ui/dates.ts'
import { Pill } from '#ui/Pill.tsx'
import * as codes from '#words/codes.ts'
import classes from './Plan.module.css'
import { StepChange } from './StepChange.tsx'

// Its menu weighs more than the plan, which can be read before it is there.
const MoveStep = lazy(async () => ({ default: (await import('./MoveStep.tsx')).MoveStep }))

export interface StepCardProps {
  plan: View<'plan'>
  action: Action
  today: string
  /** Named where the step does not stand under its need. */
  need?: Need | undefined
  onMoved?: (action: string, to: string) => void
  /** Where the card may move while it is changed, the form stands elsewhere. */
  onChange?: () => void
}

/** One step of the plan: read at a glance, moved on in place, changed in place. */
export function StepCard({ plan, action, today, need, onMoved, onChange }: StepCardProps) {
  const [changing, setChanging] = useState(false)
  if (changing) {
    return (
      <li>
        <StepChange plan={plan} action={action} onDone={() => setChanging(false)} />
      </li>
    )
  }
  const ended = !isOpen(action)
  return (
    <li className={classes['step']} data-status={action.status}>
      <p className={classes['what']}>{action.what}</p>
      <p className={classes['who']}>
        {[action.who, need && needWords(need.need)].filter(Boolean).join(' · ')}
      </p>
      <When action={action} today={today} />
      {action.outcome && <p className={classes['who']}>What came of it: {action.outcome}</p>}
      <div className={classes['stepFoot']}>
        <Suspense fallback={<StatusAlone action={action} />}>
          <MoveStep plan={plan} action={action} {...(onMoved ? { onMoved } : {})} />
        </Suspense>
        <Button
          variant="subtle"
          px="sm"
          leftSection={<IconPencil size={18} aria-hidden />}
          aria-label={
            ended && !action.outcome ? `What came of it? “${action.what}”` : `Change “${action.what}”`
          }
          onClick={onChange ?? (() => setChanging(true))}
        >
          {ended && !action.outcome ? 'What came of it?' : 'Change'}
        </Button>
      </div>
    </li>
  )
}

/** How far the step is, until it can be moved from here. */
function StatusAlone({ action: { status } }: { action: Action }) {
  return (
    <Button variant="default" disabled>
      {codes.wordFor(codes.actionStatus, status) ?? status}
    </Button>
  )
}

function When({ action, today }: { action: Action; today: string }) {
  if (!action.by || !isOpen(action)) return null
  if (isOverdue(action, today)) {
    return (
      <p className={classes['who']}>
        <Pill tone="amber">Was due {formatDay(action.by)}</Pill>
      </p>
    )
  }
  return <p className={classes['who']}>By {formatDay(action.by)}</p>
}
