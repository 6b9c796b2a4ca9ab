import { Progress } from '@mantine/core'
import { IconRoute } from '@tabler/icons-react'
import { areaWords, needWords } from '#domain/assessment/codeWords.ts'
import { type Action, type GoalSteps, type NeedSteps, planProgress, planSteps } from '#domain/plan/steps.ts'
import { openQuestions } from '#domain/record/record.ts'
import type { View } from '#store/view.ts'
import { formatDay } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Facts } from '#ui/Facts.tsx'
import { Section } from '#ui/Section.tsx'
import { TwoAnswers } from '#ui/TwoAnswers.tsx'
import { ActionStatus } from './ActionStatus.tsx'
import classes from './Plan.module.css'

/** What was agreed: each need with its goals, each goal with who does what by when. */
export function PlanPart({ plans, today }: { plans: View<'plan'>[]; today: string }) {
  if (plans.length === 0) {
    return (
      <EmptyState title="No plan yet" icon={<IconRoute size={36} />}>
        The plan is made together on a visit.
      </EmptyState>
    )
  }
  return plans.map((plan) => <Plan key={plan.id} plan={plan} today={today} />)
}

function Plan({ plan, today }: { plan: View<'plan'>; today: string }) {
  const { needs, strayGoals, strayActions } = planSteps(plan.body)
  const stray = strayGoals.length + strayActions.length > 0
  return (
    <>
      <Agreed plan={plan} />
      {needs.map((steps) => (
        <NeedCard key={steps.need.id} steps={steps} plan={plan} today={today} />
      ))}
      {stray && (
        <section className={classes['need']} aria-label="Other steps">
          <h3 className={classes['needName']}>Other steps</h3>
          {strayGoals.map((goal) => (
            <Goal key={goal.goal.id} steps={goal} plan={plan} today={today} />
          ))}
          <Actions actions={strayActions} plan={plan} today={today} />
        </section>
      )}
    </>
  )
}

function Agreed({ plan }: { plan: View<'plan'> }) {
  const { whatMatters, strengths = [], agreedOn, reviewOn } = plan.body
  const { done, of } = planProgress(plan.body)
  const facts = [
    { label: 'What matters most', value: whatMatters },
    { label: 'Strengths', value: strengths.join('\n') },
    { label: 'Agreed', value: agreedOn && formatDay(agreedOn) },
    { label: 'Review', value: reviewOn && formatDay(reviewOn) },
  ].flatMap(({ label, value }) => (value ? [{ label, value }] : []))
  return (
    <Section title="The plan">
      <Facts facts={facts} />
      {of > 0 && (
        <>
          <p>
            {done} of {of} {of === 1 ? 'step' : 'steps'} done
          </p>
          <Progress value={(done / of) * 100} size="lg" bg="var(--sunk)" aria-label="Steps done" />
        </>
      )}
      {openQuestions(plan).length > 0 && <TwoAnswers record={plan.id} about="the plan" />}
    </Section>
  )
}

interface Parts {
  plan: View<'plan'>
  today: string
}

function NeedCard({ steps, plan, today }: Parts & { steps: NeedSteps }) {
  const { need, goals } = steps
  return (
    <section className={classes['need']} aria-label={needWords(need.need)}>
      <p className={classes['area']}>
        {areaWords(need.area)}
        {need.met ? ' · met' : ''}
      </p>
      <h3 className={classes['needName']}>{needWords(need.need)}</h3>
      {goals.map((goal) => (
        <Goal key={goal.goal.id} steps={goal} plan={plan} today={today} />
      ))}
      {goals.length === 0 && <p className={classes['area']}>No goal has been set for this yet.</p>}
    </section>
  )
}

function Goal({ steps, plan, today }: Parts & { steps: GoalSteps }) {
  return (
    <div className={classes['goal']}>
      <h4 className={classes['goalName']}>{steps.goal.goal}</h4>
      {steps.goal.outcome && <p className={classes['area']}>Outcome: {steps.goal.outcome}</p>}
      <Actions actions={steps.actions} plan={plan} today={today} />
    </div>
  )
}

function Actions({ actions, plan, today }: Parts & { actions: Action[] }) {
  return (
    <ul className={classes['actions']}>
      {actions.map((action) => (
        <li key={action.id} className={classes['action']} data-status={action.status}>
          <span className={classes['words']}>
            <span className={classes['what']}>{action.what}</span>
            <span className={classes['who']}>{whoWords(action, today)}</span>
            {action.outcome && <span className={classes['who']}>Outcome: {action.outcome}</span>}
          </span>
          <ActionStatus plan={plan} action={action} />
        </li>
      ))}
    </ul>
  )
}

function whoWords({ who, by, status }: Action, today: string): string {
  if (!by) return who
  const open = status === 'to-do' || status === 'doing'
  return `${who}, ${open && by < today ? 'was due' : 'by'} ${formatDay(by)}`
}
