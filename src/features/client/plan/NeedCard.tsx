import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { areaWords, needWords } from '#domain/assessment/codeWords.ts'
import { withNeed, withoutGoal, withoutNeed } from '#domain/plan/edits.ts'
import type { GoalSteps, NeedSteps } from '#domain/plan/steps.ts'
import type { View } from '#store/view.ts'
import { GoalForm } from './GoalForm.tsx'
import { NeedForm } from './NeedForm.tsx'
import classes from './Plan.module.css'
import { StepCard } from './StepCard.tsx'
import { StepForm } from './StepForm.tsx'
import { usePlanSaving } from './usePlanSaving.ts'

const PartMenu = lazy(async () => ({ default: (await import('./PartMenu.tsx')).PartMenu }))

interface Parts {
  plan: View<'plan'>
  today: string
}

/** A need with its goals, and beneath each goal who does what by when. */
export function NeedCard({ steps, plan, today }: Parts & { steps: NeedSteps }) {
  const { need, goals } = steps
  const [open, setOpen] = useState<'need' | 'goal' | null>(null)
  const { set, takeOut } = usePlanSaving(plan)
  const words = needWords(need.need)
  const met = need.met === true
  return (
    <section className={classes['need']} aria-label={words}>
      {open === 'need' ? (
        <NeedForm file={plan.file ?? ''} plan={plan} need={need} onDone={() => setOpen(null)} />
      ) : (
        <div className={classes['head']}>
          <div>
            <p className={classes['area']}>
              {areaWords(need.area)}
              {met ? ' · met' : ''}
            </p>
            <h3 className={classes['needName']}>{words}</h3>
          </div>
          <Suspense>
            <PartMenu
              name={words}
              items={[
                ['Change', () => setOpen('need')],
                [
                  met ? 'Not met after all' : 'This need is met',
                  () =>
                    void set(
                      `“${words}”: ${met ? 'not met' : 'met'}`,
                      withNeed(plan.body, { ...need, met: !met }),
                    ),
                ],
                ['Take out', () => void takeOut(`“${words}”: taken out`, withoutNeed(plan.body, need.id))],
              ]}
            />
          </Suspense>
        </div>
      )}
      {goals.map((goal) => (
        <GoalPart key={goal.goal.id} steps={goal} plan={plan} today={today} />
      ))}
      {open === 'goal' ? (
        <GoalForm plan={plan} need={need.id} onDone={() => setOpen(null)} />
      ) : (
        <Add
          label={goals.length === 0 ? 'Add a goal' : 'Add another goal'}
          to={words}
          onClick={() => setOpen('goal')}
        />
      )}
    </section>
  )
}

export function GoalPart({ steps, plan, today }: Parts & { steps: GoalSteps }) {
  const { goal, actions } = steps
  const [open, setOpen] = useState<'goal' | 'step' | null>(null)
  const { takeOut } = usePlanSaving(plan)
  return (
    <div className={classes['goal']}>
      {open === 'goal' ? (
        <GoalForm plan={plan} need={goal.need} goal={goal} onDone={() => setOpen(null)} />
      ) : (
        <div className={classes['head']}>
          <h4 className={classes['goalName']}>{goal.goal}</h4>
          <Suspense>
            <PartMenu
              name={goal.goal}
              items={[
                ['Change, or say what it came to', () => setOpen('goal')],
                [
                  'Take out',
                  () => void takeOut(`“${goal.goal}”: taken out`, withoutGoal(plan.body, goal.id)),
                ],
              ]}
            />
          </Suspense>
        </div>
      )}
      {goal.outcome && open !== 'goal' && <p className={classes['area']}>It came to: {goal.outcome}</p>}
      {actions.length > 0 && (
        <ul className={classes['steps']}>
          {actions.map((action) => (
            <StepCard key={action.id} plan={plan} action={action} today={today} />
          ))}
        </ul>
      )}
      {open === 'step' ? (
        <StepForm plan={plan} goal={goal.id} onDone={() => setOpen(null)} />
      ) : (
        <Add
          label={actions.length === 0 ? 'Add a step' : 'Add another step'}
          to={goal.goal}
          onClick={() => setOpen('step')}
        />
      )}
    </div>
  )
}

function Add({ label, to, onClick }: { label: string; to: string; onClick: () => void }) {
  return (
    <Button
      variant="subtle"
      leftSection={<IconPlus size={20} aria-hidden />}
      aria-label={`${label}: ${to}`}
      onClick={onClick}
    >
      {label}
    </Button>
  )
}
