import { Progress, SegmentedControl } from '@mantine/core'
import { IconRoute } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { planProgress } from '#domain/plan/steps.ts'
import { openQuestions } from '#domain/record/record.ts'
import type { View } from '#store/view.ts'
import { formatDay } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Facts } from '#ui/Facts.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Section } from '#ui/Section.tsx'
import { TwoAnswers } from '#ui/TwoAnswers.tsx'
import { AddNeed } from './AddNeed.tsx'
import classes from './Plan.module.css'
import { PlanBoard } from './PlanBoard.tsx'

const PlanNeeds = lazy(async () => ({ default: (await import('./PlanNeeds.tsx')).PlanNeeds }))

interface PlanPartProps {
  file: string
  plans: View<'plan'>[]
  today: string
}

/** What was agreed: read as steps to be done, or as needs with their goals; changed in place, on a visit or not. */
export function PlanPart({ file, plans, today }: PlanPartProps) {
  if (plans.length === 0) {
    return (
      <>
        <EmptyState title="No plan yet" icon={<IconRoute size={36} />}>
          It is made together, on a visit or here: begin with what is needed.
        </EmptyState>
        <AddNeed file={file} plan={null} />
      </>
    )
  }
  return plans.map((plan) => <Plan key={plan.id} plan={plan} today={today} />)
}

const looks = [
  { value: 'steps', label: 'Steps' },
  { value: 'needs', label: 'Needs and goals' },
]

function Plan({ plan, today }: { plan: View<'plan'>; today: string }) {
  const [look, setLook] = useState(plan.body.actions.length > 0 ? 'steps' : 'needs')
  return (
    <>
      <Agreed plan={plan} />
      <SegmentedControl
        className={classes['looks']}
        aria-label="Read the plan by"
        value={look}
        onChange={setLook}
        data={looks}
      />
      {look === 'steps' ? (
        <PlanBoard plan={plan} today={today} />
      ) : (
        <Suspense fallback={<Loading />}>
          <PlanNeeds plan={plan} today={today} />
        </Suspense>
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
