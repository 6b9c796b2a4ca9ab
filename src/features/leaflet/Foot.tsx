import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import type { Leaflet } from '#domain/leaflet/leaflet.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { KeptWords } from '#ui/KeptWords.tsx'
import type { FormDraft } from '#ui/useFormDraft.ts'
import classes from './Leaflet.module.css'

export interface FootProps {
  form: FormDraft<Leaflet>
  /** Where one goes when it is done with, and the draft is let go of; null where it is kept for later. */
  done: string | null
}

export function Foot({ form, done }: FootProps) {
  const navigate = useNavigate()
  const leave = async (to: string) => {
    await form.discard()
    await navigate(to)
  }
  return (
    <div className={classes['foot']}>
      {done !== null && (
        <Button
          variant="default"
          leftSection={<IconCheck size={20} aria-hidden />}
          onClick={() => void leave(done)}
        >
          Done with it
        </Button>
      )}
      <KeptWords kept={form.kept} resumed={form.resumed} />
      {form.fault && <span role="alert">{keepFaultWords(form.fault)}</span>}
    </div>
  )
}
