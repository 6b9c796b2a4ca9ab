import { planSteps } from '#domain/plan/steps.ts'
import type { View } from '#store/view.ts'
import { AddNeed } from './AddNeed.tsx'
import { GoalPart, NeedCard } from './NeedCard.tsx'
import classes from './Plan.module.css'
import { StepCard } from './StepCard.tsx'

/** The plan read as needs, each with its goals and their steps. */
export function PlanNeeds({ plan, today }: { plan: View<'plan'>; today: string }) {
  const { needs, strayGoals, strayActions } = planSteps(plan.body)
  const stray = strayGoals.length + strayActions.length > 0
  return (
    <>
      {needs.map((steps) => (
        <NeedCard key={steps.need.id} steps={steps} plan={plan} today={today} />
      ))}
      {stray && (
        <section className={classes['need']} aria-label="Other steps">
          <h3 className={classes['needName']}>Other steps</h3>
          {strayGoals.map((goal) => (
            <GoalPart key={goal.goal.id} steps={goal} plan={plan} today={today} />
          ))}
          <ul className={classes['steps']}>
            {strayActions.map((action) => (
              <StepCard key={action.id} plan={plan} action={action} today={today} />
            ))}
          </ul>
        </section>
      )}
      <AddNeed file={plan.file ?? ''} plan={plan} />
    </>
  )
}
