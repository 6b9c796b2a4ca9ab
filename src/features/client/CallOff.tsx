import { Button } from '@mantine/core'
import { IconCalendarX } from '@tabler/icons-react'
import { useState } from 'react'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { KeptWords } from '#ui/KeptWords.tsx'
import { Section } from '#ui/Section.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import classes from './ClientFile.module.css'
import { noReason, ReasonFields, reasonSchema } from './ReasonFields.tsx'
import { callOffReasons, missedReasons, reasonWords } from './reasons.ts'

interface CallOffProps {
  visit: string
  client: string
  /** Its day is over: it did not happen, rather than being called off. */
  passed: boolean
  onCallOff: (status: 'cancelled' | 'missed', reason: string) => Promise<void>
}

/** It does not take place, or did not: why. */
export function CallOff({ visit, client, passed, onCallOff }: CallOffProps) {
  const [problems, setProblems] = useState<FieldProblem[]>([])
  const draft = useFormDraft({
    id: `call-off:${visit}`,
    about: client,
    schema: reasonSchema,
    begin: noReason,
  })
  if (!draft.state) return null
  const form = draft.state
  const mark = async (status: 'cancelled' | 'missed') => {
    const reason = reasonWords(form)
    const found = reason === '' ? [{ field: 'field-reason', text: 'Choose a reason, or write one.' }] : []
    setProblems(found)
    if (found.length > 0) return
    await onCallOff(status, reason)
    await draft.discard()
  }
  return (
    <Section title={passed ? 'It did not happen' : 'It does not take place'}>
      <ErrorSummary problems={problems} />
      <div className={classes['stack']}>
        <ReasonFields
          legend="Why?"
          reasons={passed ? missedReasons : [...callOffReasons, ...missedReasons.slice(0, 2)]}
          form={form}
          onChange={draft.change}
        />
        <div className={classes['actions']}>
          {!passed && (
            <Button
              variant="default"
              leftSection={<IconCalendarX size={20} aria-hidden />}
              onClick={() => void mark('cancelled')}
            >
              Call it off
            </Button>
          )}
          <Button variant="default" onClick={() => void mark('missed')}>
            It did not happen
          </Button>
          <KeptWords kept={draft.kept} resumed={draft.resumed} />
        </div>
      </div>
    </Section>
  )
}
