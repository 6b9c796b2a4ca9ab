import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { needWords } from '#domain/assessment/codeWords.ts'
import { isOpen } from '#domain/plan/board.ts'
import { cameOf, dueBy } from '#domain/plan/edits.ts'
import type { Action } from '#domain/plan/steps.ts'
import { newId } from '#store/ids.ts'
import { useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { SoonField } from '#ui/SoonField.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { InlineFoot } from './InlineFoot.tsx'
import { openedPart } from './openedPart.ts'
import classes from './Plan.module.css'
import { partEdit } from './planEdits.ts'
import { WhoField } from './WhoField.tsx'

const stepFormSchema = z.object({
  id: z.string(),
  opened: openedPart<Action>(),
  goal: z.string(),
  what: z.string(),
  who: z.string(),
  by: z.string(),
  outcome: z.string(),
})
type StepForm = z.infer<typeof stepFormSchema>

export interface StepFormProps {
  plan: View<'plan'>
  /** The goal of a new step; without it one is chosen. */
  goal?: string
  action?: Action
  onDone: () => void
}

/** One step: what, who and by when; and once it has ended, what came of it. */
export function StepForm({ plan, goal, action, onDone }: StepFormProps) {
  const { person } = useWorkspace()
  const [begin] = useState(() => formOf(action, goal ?? plan.body.goals[0]?.id ?? '', person.name))
  const draft = useFormDraft({
    id: `plan-part:step:${action?.id ?? goal ?? plan.id}`,
    about: plan.file ?? '',
    schema: stepFormSchema,
    begin,
  })
  if (!draft.state) return null
  const { state } = draft
  const say = (part: Partial<StepForm>) => draft.change({ ...state, ...part })
  const save = async () => {
    const edit = partEdit(plan, { part: 'step', opened: state.opened, next: stepOf(state) })
    if ((await draft.finish([edit])) !== null) onDone()
  }
  return (
    <div className={classes['form']}>
      <TextInput
        label="Step"
        value={state.what}
        autoComplete="off"
        data-autofocus
        onChange={(event) => say({ what: event.currentTarget.value })}
      />
      {!action && goal === undefined && (
        <NativeSelect
          label="Towards which goal"
          value={state.goal}
          data={goalsOf(plan)}
          onChange={(event) => say({ goal: event.currentTarget.value })}
        />
      )}
      <div className={classes['pair']}>
        <WhoField file={plan.file ?? ''} who={state.who} onChange={(who) => say({ who })} />
        <SoonField label="By when" value={state.by} onChange={(by) => say({ by })} />
      </div>
      {action && !isOpen(action) && (
        <TextInput
          label="What came of it"
          value={state.outcome}
          autoComplete="off"
          onChange={(event) => say({ outcome: event.currentTarget.value })}
        />
      )}
      <InlineFoot
        draft={draft}
        label={action ? 'Save' : 'Add step'}
        disabled={state.what.trim() === ''}
        onSave={() => void save()}
        onLeave={() => void draft.discard().then(onDone)}
      />
    </div>
  )
}

function formOf(action: Action | undefined, goal: string, me: string): StepForm {
  return {
    id: action?.id ?? newId(),
    opened: action ?? null,
    goal: action?.goal ?? goal,
    what: action?.what ?? '',
    who: action?.who ?? me,
    by: action?.by ?? '',
    outcome: action?.outcome ?? '',
  }
}

function stepOf({ id, opened, goal, what, who, by, outcome }: StepForm): Action {
  const before = opened ?? { id, goal, status: 'to-do' as const }
  return cameOf(dueBy({ ...before, what: what.trim(), who: who.trim() }, by), outcome)
}

function goalsOf({ body }: View<'plan'>) {
  return body.goals.map(({ id, goal, need }) => {
    const of = body.needs.find((each) => each.id === need)
    return { value: id, label: of ? `${goal} (${needWords(of.need)})` : goal }
  })
}
