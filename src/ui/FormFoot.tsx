import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { keepFaultWords } from './keepFaultWords.ts'
import { KeptWords } from './KeptWords.tsx'
import { StickyFoot } from './StickyFoot.tsx'
import type { FormDraft } from './useFormDraft.ts'

export interface FormFootProps {
  draft: Pick<FormDraft<object>, 'kept' | 'resumed' | 'saving' | 'fault'>
  label: string
  onSave: () => void
  onLeave: () => void
}

/** Save or leave, always in reach, with a word on where the typed lies meanwhile. */
export function FormFoot({ draft, label, onSave, onLeave }: FormFootProps) {
  return (
    <StickyFoot>
      <Button loading={draft.saving} leftSection={<IconCheck size={20} aria-hidden />} onClick={onSave}>
        {label}
      </Button>
      <Button variant="default" onClick={onLeave}>
        Leave unsaved
      </Button>
      <KeptWords kept={draft.kept} resumed={draft.resumed} />
      {draft.fault && <span role="alert">{keepFaultWords(draft.fault)}</span>}
    </StickyFoot>
  )
}
