import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { areaWords, needWords } from '#domain/assessment/codeWords.ts'
import { lifeAreas } from '#domain/assessment/assessment.ts'
import type { Need } from '#domain/plan/steps.ts'
import { newId } from '#store/ids.ts'
import type { View } from '#store/view.ts'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { useLocalNow } from '#ui/useNow.ts'
import { InlineFoot } from './InlineFoot.tsx'
import { openedPart } from './openedPart.ts'
import classes from './Plan.module.css'
import { firstNeedEdit, partEdit } from './planEdits.ts'

const needFormSchema = z.object({
  ids: z.object({ plan: z.uuid(), need: z.string() }),
  opened: openedPart<Need>(),
  need: z.string(),
  area: z.string(),
})

export interface NeedFormProps {
  file: string
  /** Null where there is no plan yet: it begins with this need. */
  plan: View<'plan'> | null
  need?: Need
  onDone: () => void
}

/** A need, in the person's own words, under the area of life that it is about. */
export function NeedForm({ file, plan, need, onDone }: NeedFormProps) {
  const { today } = useLocalNow()
  const [begin] = useState(() => ({
    ids: { plan: newId(), need: need?.id ?? newId() },
    opened: need ?? null,
    need: need ? needWords(need.need) : '',
    area: need?.area ?? lifeAreas[0],
  }))
  const draft = useFormDraft({
    id: `plan-part:need:${need?.id ?? file}`,
    about: file,
    schema: needFormSchema,
    begin,
  })
  if (!draft.state) return null
  const { state } = draft
  const save = async () => {
    const { opened, ids, area } = state
    const words = opened && needWords(opened.need) === state.need.trim() ? opened.need : state.need.trim()
    const next = { ...opened, id: ids.need, area, need: words }
    const edit = plan
      ? partEdit(plan, { part: 'need', opened, next })
      : firstNeedEdit(ids.plan, file, next, today)
    if ((await draft.finish([edit])) !== null) onDone()
  }
  return (
    <div className={classes['form']}>
      <div className={classes['pair']}>
        <TextInput
          label="What is needed"
          value={state.need}
          autoComplete="off"
          data-autofocus
          onChange={(event) => draft.change({ ...state, need: event.currentTarget.value })}
        />
        <NativeSelect
          label="Area of life"
          value={state.area}
          data={areasWith(state.area)}
          onChange={(event) => draft.change({ ...state, area: event.currentTarget.value })}
        />
      </div>
      <InlineFoot
        draft={draft}
        label={need ? 'Save' : 'Add need'}
        disabled={state.need.trim() === ''}
        onSave={() => void save()}
        onLeave={() => void draft.discard().then(onDone)}
      />
    </div>
  )
}

/** An area that this version does not know is offered as it is. */
function areasWith(area: string) {
  const areas: string[] = [...lifeAreas]
  return (areas.includes(area) ? areas : [...areas, area]).map((code) => ({
    value: code,
    label: areaWords(code),
  }))
}
