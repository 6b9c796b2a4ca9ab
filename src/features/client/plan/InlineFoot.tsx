import { Button } from '@mantine/core'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { KeptWords } from '#ui/KeptWords.tsx'
import type { FormDraft } from '#ui/useFormDraft.ts'
import classes from './Plan.module.css'

export interface InlineFootProps {
  draft: Pick<FormDraft<object>, 'kept' | 'resumed' | 'saving' | 'fault'>
  label: string
  disabled?: boolean
  onSave: () => void
  onLeave?: () => void
}

/** The end of a small form that stands among what it changes. */
export function InlineFoot({ draft, label, disabled, onSave, onLeave }: InlineFootProps) {
  return (
    <div className={classes['foot']}>
      <Button onClick={onSave} loading={draft.saving} disabled={disabled ?? false}>
        {label}
      </Button>
      {onLeave && (
        <Button variant="default" onClick={onLeave}>
          Leave as it is
        </Button>
      )}
      <KeptWords kept={draft.kept} resumed={draft.resumed} />
      {draft.fault && <span role="alert">{keepFaultWords(draft.fault)}</span>}
    </div>
  )
}
