import { Button, Radio, Textarea } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { z } from 'zod'
import { editRecord } from '#domain/change/write.ts'
import { decided } from '#domain/eligibility/decision.ts'
import type { Outcome } from '#domain/eligibility/evaluate.ts'
import type { RuleSet } from '#domain/eligibility/inForce.ts'
import { useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { KeptWords } from '#ui/KeptWords.tsx'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { offerUndo } from '#ui/offerUndo.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { useSave } from '#ui/useSave.ts'
import classes from './Referrals.module.css'

export interface DecideFormProps {
  referral: View<'referral'>
  ruleSet: RuleSet
  outcome: Outcome
  today: string
  onDone: () => void
}

/** `to`: what is decided; the rules' own outcome where they are followed. */
const decideSchema = z.object({
  to: z.enum(['', 'eligible', 'not-eligible', 'not-known']),
  reason: z.string(),
})
type Deciding = z.infer<typeof decideSchema>

const choiceWords: Record<Outcome, string> = {
  eligible: 'Eligible: we take this person on',
  'not-eligible': 'Not eligible',
  'not-known': 'Not known yet: something has to be asked first',
}

/** To follow the rules is one tap; to decide otherwise asks for a reason, which stays beside what the rules said. */
export function DecideForm({ referral, ruleSet, outcome, today, onDone }: DecideFormProps) {
  const { person } = useWorkspace()
  const undoing = useSave()
  const draft = useFormDraft<Deciding>({
    id: `decide:${referral.id}`,
    about: referral.file ?? referral.id,
    schema: decideSchema,
    begin: { to: '', reason: '' },
  })
  const [problems, setProblems] = useState<FieldProblem[]>([])
  const { state } = draft
  if (!state) return null
  const offered = (['eligible', 'not-eligible', 'not-known'] as const).filter(
    (one) => one === outcome || one !== 'not-known',
  )
  const to = state.to === '' ? outcome : state.to
  const otherwise = to !== outcome
  const save = async () => {
    const missing = otherwise && state.reason.trim() === ''
    setProblems(
      missing ? [{ field: 'decide-reason', text: 'Say why you decide otherwise than the rules.' }] : [],
    )
    if (missing) return
    const override = to === outcome || to === 'not-known' ? null : { to, reason: state.reason }
    const eligibility = decided({ ruleSet, outcome, override, by: person.id, on: today })
    const after = { ...referral.body, eligibility }
    if ((await draft.finish([editRecord(referral, after)])) === null) return
    draft.restart({ to: '', reason: '' })
    offerUndo('Decided.', async () => {
      await undoing.save([editRecord({ ...referral, body: after }, referral.body)])
    })
    onDone()
  }
  return (
    <div className={classes['decision']}>
      <ErrorSummary problems={problems} />
      <Radio.Group
        label="What do you decide?"
        value={to}
        onChange={(value) => draft.change({ ...state, to: offered.find((one) => one === value) ?? '' })}
      >
        <div className={classes['form']}>
          {offered.map((one) => (
            <Radio
              key={one}
              value={one}
              label={choiceWords[one]}
              {...(one === outcome ? { description: 'As the rules say' } : {})}
            />
          ))}
        </div>
      </Radio.Group>
      <div className={classes['form']}>
        {otherwise && (
          <Textarea
            id="decide-reason"
            label="Why otherwise than the rules?"
            autoComplete="off"
            value={state.reason}
            onChange={(event) => draft.change({ ...state, reason: event.currentTarget.value })}
          />
        )}
        <div className={classes['foot']}>
          <Button
            loading={draft.saving}
            leftSection={<IconCheck size={20} aria-hidden />}
            onClick={() => void save()}
          >
            Record the decision
          </Button>
          <KeptWords kept={draft.kept} resumed={draft.resumed && state.to !== ''} />
          {draft.fault && <span role="alert">{keepFaultWords(draft.fault)}</span>}
        </div>
      </div>
    </div>
  )
}
