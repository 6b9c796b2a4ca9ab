import { Button, SegmentedControl } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { type BoardColumn, planBoard } from '#domain/plan/board.ts'
import type { Action } from '#domain/plan/steps.ts'
import type { View } from '#store/view.ts'
import * as codes from '#words/codes.ts'
import classes from './Plan.module.css'
import { StepCard } from './StepCard.tsx'
import { StepChange } from './StepChange.tsx'
import { StepForm } from './StepForm.tsx'

/** The steps by how far they are. On a narrow screen one column at a time, with what is in the others counted. */
export function PlanBoard({ plan, today }: { plan: View<'plan'>; today: string }) {
  const columns = planBoard(plan.body)
  const [shown, setShown] = useState('to-do')
  const [adding, setAdding] = useState(false)
  const [changing, setChanging] = useState<Action | null>(null)
  const onMoved = useFocusOnMoved(plan)
  return (
    <div className={classes['boardRoom']}>
      {changing && (
        <StepChange key={changing.id} plan={plan} action={changing} onDone={() => setChanging(null)} />
      )}
      <div className={classes['columnChoice']} id={`columns-${plan.id}`} tabIndex={-1}>
        <SegmentedControl
          fullWidth
          aria-label="Which steps"
          value={shown}
          onChange={setShown}
          data={columns.map(({ status, cards }) => ({
            value: status,
            label: `${statusWords(status)} ${cards.length}`,
          }))}
        />
      </div>
      <div className={classes['board']}>
        {columns.map((column) => (
          <Column
            key={column.status}
            column={column}
            shown={column.status === shown}
            plan={plan}
            today={today}
            onMoved={onMoved}
            onChange={setChanging}
          />
        ))}
      </div>
      {adding ? (
        <StepForm plan={plan} onDone={() => setAdding(false)} />
      ) : (
        plan.body.goals.length > 0 && (
          <Button
            variant="default"
            leftSection={<IconPlus size={20} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            Add a step
          </Button>
        )
      )}
    </div>
  )
}

interface ColumnProps {
  column: BoardColumn
  shown: boolean
  plan: View<'plan'>
  today: string
  onMoved: (action: string, to: string) => void
  onChange: (action: Action) => void
}

function Column({ column: { status, cards }, shown, plan, today, onMoved, onChange }: ColumnProps) {
  const id = `column-${plan.id}-${status}`
  return (
    <section className={classes['column']} data-shown={shown} aria-labelledby={id}>
      <h3 className={classes['columnName']} id={id}>
        {statusWords(status)} <span className={classes['count']}>{cards.length}</span>
      </h3>
      {cards.length === 0 ? (
        <p className={classes['area']}>Nothing here.</p>
      ) : (
        <ul className={classes['steps']}>
          {cards.map(({ action, need }) => (
            <StepCard
              key={action.id}
              plan={plan}
              action={action}
              need={need}
              today={today}
              onMoved={onMoved}
              onChange={() => onChange(action)}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

/**
 * A card that moved is drawn anew in its column: once it is there the focus goes along, or to the choice of columns
 * where it is out of sight.
 */
function useFocusOnMoved(plan: View<'plan'>): (action: string, to: string) => void {
  const [moved, setMoved] = useState<{ action: string; to: string } | null>(null)
  const there = plan.body.actions.some(({ id, status }) => id === moved?.action && status === moved.to)
  useEffect(() => {
    if (!moved || !there) return
    const timer = setTimeout(() => {
      const target = document.querySelector<HTMLElement>(`[data-move="${CSS.escape(moved.action)}"]`)
      const seen = target !== null && target.offsetParent !== null
      ;(seen ? target : document.getElementById(`columns-${plan.id}`))?.focus({ preventScroll: !seen })
      setMoved(null)
    }, 60)
    return () => clearTimeout(timer)
  }, [moved, there, plan.id])
  return (action, to) => setMoved({ action, to })
}

function statusWords(status: string): string {
  return codes.wordFor(codes.actionStatus, status) ?? status
}
