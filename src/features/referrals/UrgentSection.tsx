import { Button, Textarea } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { z } from 'zod'
import { editRecord } from '#domain/change/write.ts'
import type { View } from '#store/view.ts'
import { EmergencyNumbers } from '#ui/EmergencyNumbers.tsx'
import { KeptWords } from '#ui/KeptWords.tsx'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { Notice } from '#ui/Notice.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import classes from './Referrals.module.css'

/** The urgent route: whom to ring, before anything is filled in. It waits for no signal and no sync. */
export function UrgentSection({ referral }: { referral: View<'referral'> }) {
  const [open, setOpen] = useState(false)
  const { urgent } = referral.body
  if (!urgent && !open) {
    return (
      <div>
        <Button
          variant="outline"
          color="red"
          leftSection={<IconAlertTriangle size={20} aria-hidden />}
          onClick={() => setOpen(true)}
        >
          Somebody may be in danger
        </Button>
      </div>
    )
  }
  return (
    <Notice
      tone="risk"
      icon={<IconAlertTriangle size={24} />}
      live={open}
      title={urgent ? 'Somebody spoke of suicide, or of harm' : 'In danger of suicide or of harm?'}
    >
      {urgent?.risk && <p className={classes['words']}>“{urgent.risk}”</p>}
      {urgent?.action && <p className={classes['words']}>What was done: {urgent.action}</p>}
      <p className={classes['words']}>
        In danger now: 999. Urgent medical help: 111. Ring first, write after.
      </p>
      <div>
        <EmergencyNumbers />
      </div>
      {!urgent?.action && <UrgentForm referral={referral} onDone={() => setOpen(false)} />}
    </Notice>
  )
}

const urgentFormSchema = z.object({ risk: z.string(), action: z.string() })

function UrgentForm({ referral, onDone }: { referral: View<'referral'>; onDone: () => void }) {
  const { urgent } = referral.body
  const draft = useFormDraft({
    id: `urgent:${referral.id}`,
    about: referral.file ?? referral.id,
    schema: urgentFormSchema,
    begin: { risk: urgent?.risk ?? '', action: '' },
  })
  const { state } = draft
  if (!state) return null
  const ready = state.action.trim() !== '' || (!urgent && state.risk.trim() !== '')
  const save = async () => {
    const after = {
      ...urgent,
      risk: state.risk.trim(),
      ...(state.action.trim() === '' ? {} : { action: state.action.trim() }),
    }
    const edit = editRecord(referral, { ...referral.body, urgent: after })
    if ((await draft.finish([edit])) === null) return
    tell('Written on the referral.')
    onDone()
  }
  return (
    <div className={classes['form']}>
      {!urgent && (
        <Textarea
          label="What was said or seen"
          autoComplete="off"
          value={state.risk}
          onChange={(event) => draft.change({ ...state, risk: event.currentTarget.value })}
        />
      )}
      <Textarea
        label="What was done"
        description="Whom you rang, and what they said"
        autoComplete="off"
        value={state.action}
        onChange={(event) => draft.change({ ...state, action: event.currentTarget.value })}
      />
      <div className={classes['foot']}>
        <Button
          color="red"
          disabled={!ready}
          loading={draft.saving}
          leftSection={<IconCheck size={20} aria-hidden />}
          onClick={() => void save()}
        >
          Write it down
        </Button>
        {!urgent && (
          <Button variant="default" onClick={() => void draft.discard().then(onDone)}>
            No, nobody is
          </Button>
        )}
        <KeptWords kept={draft.kept} resumed={draft.resumed} />
        {draft.fault && <span role="alert">{keepFaultWords(draft.fault)}</span>}
      </div>
    </div>
  )
}
