import { Button, Radio, Textarea } from '@mantine/core'
import { type StepToCheck, stepCameTo, stepChecked, stepsToCheck } from '#domain/visit/reviewSteps.ts'
import { formatDay } from '#ui/dates.ts'
import { useVisitWork } from '../VisitWork.tsx'
import classes from './Plan.module.css'

/** At a review: every step that was open, one by one. Did it happen, and what came of it? */
export function StepsSection() {
  const { draft, goTo } = useVisitWork()
  const steps = stepsToCheck(draft)
  if (steps.length === 0) {
    return (
      <div className={classes['stack']}>
        <p className={classes['quiet']}>No step of the plan is open.</p>
        <Button variant="default" onClick={() => goTo('review')} style={{ justifySelf: 'start' }}>
          Look back instead
        </Button>
      </div>
    )
  }
  return (
    <ol className={classes['checks']}>
      {steps.map((step) => (
        <StepCheck key={step.action.id} step={step} />
      ))}
    </ol>
  )
}

const answers = [
  { status: 'done', words: 'Yes' },
  { status: 'doing', words: 'Not yet: it goes on' },
  { status: 'dropped', words: 'No, and it will not' },
] as const

function StepCheck({ step: { action, checked } }: { step: StepToCheck }) {
  const { change } = useVisitWork()
  const { what, who, by, outcome = '' } = action
  return (
    <li className={classes['need']}>
      <h2 className={classes['needTitle']}>{what}</h2>
      <p className={classes['quiet']}>
        {who}
        {by && `, by ${formatDay(by)}`}
      </p>
      <Radio.Group
        label="Did it happen?"
        value={checked ? action.status : ''}
        onChange={(chosen) => {
          const answer = answers.find(({ status }) => status === chosen)
          if (answer) change((now) => stepChecked(now, action.id, answer.status))
        }}
      >
        {answers.map(({ status, words }) => (
          <Radio key={status} value={status} label={words} mt="xs" />
        ))}
      </Radio.Group>
      <Textarea
        label="What came of it?"
        aria-label={`What came of it? ${what}`}
        value={outcome}
        autoComplete="off"
        onChange={(event) => {
          const words = event.currentTarget.value
          change((now) => stepCameTo(now, action.id, words), 'typing')
        }}
      />
    </li>
  )
}
