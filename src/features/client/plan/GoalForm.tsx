import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { goalCameTo } from '#domain/plan/edits.ts'
import type { Goal } from '#domain/plan/steps.ts'
import { newId } from '#store/ids.ts'
import type { View } from '#store/view.ts'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { InlineFoot } from './InlineFoot.tsx'
import { openedPart } from './openedPart.ts'
import classes from './Plan.module.css'
import { partEdit } from './planEdits.ts'

const goalFormSchema = z.object({
  id: z.string(),
  opened: openedPart<Goal>(),
  goal: z.string(),
  outcome: z.string(),
})

export interface GoalFormProps {
  plan: View<'plan'>
  need: string
  goal?: Goal
  onDone: () => void
}

/** A goal: what would be better, as the person says it. Once it stands, also what it came to. */
export function GoalForm({ plan, need, goal, onDone }: GoalFormProps) {
  const [begin] = useState(() => ({
    id: goal?.id ?? newId(),
    opened: goal ?? null,
    goal: goal?.goal ?? '',
    outcome: goal?.outcome ?? '',
  }))
  const draft = useFormDraft({
    id: `plan-part:goal:${goal?.id ?? need}`,
    about: plan.file ?? '',
    schema: goalFormSchema,
    begin,
  })
  if (!draft.state) return null
  const { state } = draft
  const save = async () => {
    const { id, opened } = state
    const next = goalCameTo({ ...(opened ?? { id, need }), goal: state.goal.trim() }, state.outcome)
    if ((await draft.finish([partEdit(plan, { part: 'goal', opened, next })])) !== null) onDone()
  }
  return (
    <div className={classes['form']}>
      <TextInput
        label="Goal"
        description="What would be better, in their own words"
        value={state.goal}
        autoComplete="off"
        data-autofocus
        onChange={(event) => draft.change({ ...state, goal: event.currentTarget.value })}
      />
      {goal && (
        <TextInput
          label="What it came to"
          value={state.outcome}
          autoComplete="off"
          onChange={(event) => draft.change({ ...state, outcome: event.currentTarget.value })}
        />
      )}
      <InlineFoot
        draft={draft}
        label={goal ? 'Save' : 'Add goal'}
        disabled={state.goal.trim() === ''}
        onSave={() => void save()}
        onLeave={() => void draft.discard().then(onDone)}
      />
    </div>
  )
}
