import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { newId } from '#store/ids.ts'
import { withoutGoal, withoutNeed } from '#domain/plan/edits.ts'
import type { Goal, Need } from '#domain/plan/steps.ts'
import { useWorkspace } from '#store/react.ts'
import { focusSoon } from '../focusSoon.ts'
import { ActionCard } from './ActionCard.tsx'
import { areaInWords } from './areas.ts'
import classes from './Plan.module.css'
import { usePlan } from './usePlan.ts'

/** One need with its goals, and beneath each goal what is to be done, by whom and when. */
export function NeedCard({ need }: { need: Need }) {
  const { plan, write, takeOut } = usePlan()
  const goals = plan.goals.filter((goal) => goal.need === need.id)
  const addGoal = () => {
    const id = newId()
    write((now) => ({ ...now, goals: [...now.goals, { id, need: need.id, goal: '' }] }))
    focusSoon(`plan-${id}`)
  }
  return (
    <article className={classes['need']} aria-labelledby={`plan-need-${need.id}`} id={`plan-${need.id}`}>
      <span className={classes['area']}>{areaInWords(need.area)}</span>
      <h2 id={`plan-need-${need.id}`} className={classes['needTitle']}>
        {need.need}
      </h2>
      {goals.map((goal) => (
        <GoalPart key={goal.id} goal={goal} need={need} />
      ))}
      <div className={classes['foot']}>
        <Button
          variant={goals.length === 0 ? 'light' : 'subtle'}
          leftSection={<IconPlus size={20} aria-hidden />}
          aria-label={`${goals.length === 0 ? 'Add a goal' : 'Add another goal'} for: ${need.need}`}
          onClick={addGoal}
        >
          {goals.length === 0 ? 'Add a goal' : 'Add another goal'}
        </Button>
        <Button
          variant="subtle"
          leftSection={<IconTrash size={20} aria-hidden />}
          aria-label={`Take out: ${need.need}`}
          onClick={() => takeOut(need.need, (now) => withoutNeed(now, need.id))}
        >
          Take out
        </Button>
      </div>
    </article>
  )
}

function GoalPart({ goal, need }: { goal: Goal; need: Need }) {
  const { person } = useWorkspace()
  const { plan, write, takeOut } = usePlan()
  const actions = plan.actions.filter((action) => action.goal === goal.id)
  const say = (words: string) =>
    write(
      (now) => ({
        ...now,
        goals: now.goals.map((each) => (each.id === goal.id ? { ...each, goal: words } : each)),
      }),
      'typing',
    )
  const addAction = () => {
    const id = newId()
    const action = { id, goal: goal.id, what: '', who: person.name, status: 'to-do' }
    write((now) => ({ ...now, actions: [...now.actions, action] }))
    focusSoon(`plan-${id}`)
  }
  return (
    <div className={classes['goal']}>
      <div className={classes['line']}>
        <TextInput
          id={`plan-${goal.id}`}
          label="Goal"
          description="What would be better, in their own words"
          value={goal.goal}
          autoComplete="off"
          onChange={(event) => say(event.currentTarget.value)}
        />
        <Button
          variant="subtle"
          px="sm"
          aria-label={`Take out this goal of: ${need.need}`}
          onClick={() => takeOut('The goal', (now) => withoutGoal(now, goal.id))}
        >
          <IconTrash size={20} aria-hidden />
        </Button>
      </div>
      {actions.map((action) => (
        <ActionCard key={action.id} action={action} />
      ))}
      <div>
        <Button
          variant="subtle"
          leftSection={<IconPlus size={20} aria-hidden />}
          aria-label={`${actions.length === 0 ? 'Add a step' : 'Add another step'} towards: ${goal.goal || need.need}`}
          onClick={addAction}
        >
          {actions.length === 0 ? 'Add a step' : 'Add another step'}
        </Button>
      </div>
    </div>
  )
}
