import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { z } from 'zod'
import { takenBack } from '#domain/change/takeBack.ts'
import { createRecord } from '#domain/change/write.ts'
import { districtTyped } from '#domain/client/postcode.ts'
import type { GapBody } from '#domain/gap/gap.ts'
import { newId } from '#store/ids.ts'
import { useWorkspace } from '#store/react.ts'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { FieldGroup } from '#ui/FieldGroup.tsx'
import { ChoiceField, TextField } from '#ui/fields.tsx'
import { FormFoot } from '#ui/FormFoot.tsx'
import { Loading } from '#ui/Loading.tsx'
import { offerUndo } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { Taps } from '#ui/Taps.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { useLocalNow } from '#ui/useNow.ts'
import { useSave } from '#ui/useSave.ts'
import * as codes from '#words/codes.ts'

const gapFormSchema = z.object({
  id: z.uuid(),
  need: z.string(),
  wanted: z.string(),
  why: z.string(),
  area: z.string(),
})
type GapForm = z.infer<typeof gapFormSchema>

const needs = Object.entries(codes.need).map(([key, label]) => ({ key, label }))

/** A gap that is met with in the directory. What was looked for comes along in the address: `need`, `wanted`. */
export function NewGapScreen() {
  const { person } = useWorkspace()
  const { today } = useLocalNow()
  const navigate = useNavigate()
  const undoing = useSave()
  const begin = useBegin()
  const draft = useFormDraft<GapForm>({
    id: `gap:${begin.need}:${begin.wanted}`,
    about: 'gap',
    schema: gapFormSchema,
    begin,
  })
  const [problems, setProblems] = useState<FieldProblem[]>([])
  const { state } = draft
  const save = async (form: GapForm) => {
    const found = problemsOf(form)
    setProblems(found)
    if (found.length > 0) return
    const edits = [createRecord('gap', form.id, null, gapOf(form, person.id, today))]
    if ((await draft.finish(edits)) !== 'saved') return
    offerUndo('The gap is written down.', async () => {
      await undoing.save(takenBack(edits, 'Written down by mistake'))
    })
    void navigate('/gaps', { replace: true })
  }
  return (
    <Page
      title="Write down a gap"
      back={{ to: '/gaps', label: 'Gaps' }}
      lead="What somebody needed and could not have. Nothing here says who it was."
    >
      {state ? (
        <>
          <ErrorSummary problems={problems} />
          <Fields form={state} onChange={(said) => draft.change({ ...state, ...said })} />
          <FormFoot
            draft={draft}
            label="Write it down"
            onSave={() => void save(state)}
            onLeave={() => void draft.discard().then(() => navigate('/gaps'))}
          />
        </>
      ) : (
        <Loading />
      )}
    </Page>
  )
}

function useBegin(): GapForm {
  const [params] = useSearchParams()
  const [begin] = useState(() => {
    const need = params.get('need') ?? ''
    const known = Object.hasOwn(codes.need, need) ? need : ''
    return { id: newId(), need: known, wanted: params.get('wanted') ?? '', why: 'nothing-found', area: '' }
  })
  return begin
}

function problemsOf({ need }: GapForm): FieldProblem[] {
  return need === '' ? [{ field: 'field-need', text: 'Say what kind of need it is.' }] : []
}

function gapOf({ need, wanted, why, area }: GapForm, by: string, on: string): GapBody {
  return {
    need,
    why,
    ...(wanted.trim() === '' ? {} : { wanted: wanted.trim() }),
    ...(area.trim() === '' ? {} : { area: districtTyped(area) }),
    metAt: 'office',
    on,
    by,
  }
}

function Fields({ form, onChange }: { form: GapForm; onChange: (said: Partial<GapForm>) => void }) {
  const text = {
    form,
    onText: (field: 'wanted' | 'why' | 'area', typed: string) => onChange({ [field]: typed }),
  }
  return (
    <>
      <FieldGroup legend="The need">
        <div id="field-need">
          <Taps
            label="The need"
            look="tiles"
            taps={needs}
            chosen={[form.need]}
            onTap={(need) => onChange({ need: need === form.need ? '' : need })}
          />
        </div>
        <TextField
          {...text}
          field="wanted"
          label="What would have helped"
          description="For example a gardening group, or debt advice in the evening"
        />
      </FieldGroup>
      <FieldGroup legend="What was in the way">
        <ChoiceField {...text} field="why" label="Why nothing fitted" words={codes.gapReason} />
        <TextField {...text} field="area" label="Area" description="First half of the postcode: DA16" />
      </FieldGroup>
    </>
  )
}
