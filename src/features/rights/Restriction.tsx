import { Button, Textarea } from '@mantine/core'
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { z } from 'zod'
import { editRecord } from '#domain/change/write.ts'
import type { ClientBody } from '#domain/client/client.ts'
import { followHead } from '#domain/duplicates/mergeFiles.ts'
import { useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { formatFullDay } from '#ui/dates.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { KeptWords } from '#ui/KeptWords.tsx'
import { Notice } from '#ui/Notice.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { Section } from '#ui/Section.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { useLocalNow } from '#ui/useNow.ts'
import { useSave } from '#ui/useSave.ts'
import classes from './Rights.module.css'
import { useStaffName } from './useStaffName.ts'

interface RestrictionProps {
  client: View<'client'>
  merged: View<'client'>[]
}

/** Nothing further is done with a file whose use is restricted (UK GDPR, article 18); managers alone see it. */
export function Restriction(props: RestrictionProps) {
  return (
    <Section title="Restricting its use" icon={<IconLock size={22} />}>
      {props.client.body.restriction ? <Lift {...props} /> : <Restrict {...props} />}
    </Section>
  )
}

function Restrict({ client, merged }: RestrictionProps) {
  const { person } = useWorkspace()
  const { today } = useLocalNow()
  const draft = useFormDraft({
    id: `restrict:${client.id}`,
    about: client.id,
    schema: z.object({ why: z.string() }),
    begin: { why: '' },
  })
  if (!draft.state) return null
  const why = draft.state.why.trim()
  const restrict = async () => {
    const after = { ...client.body, restriction: { why, on: today, by: person.id } }
    if ((await draft.finish(editsOf(client, merged, after))) === 'saved') tell('Its use is restricted.')
  }
  return (
    <div className={classes['form']}>
      <p className={classes['words']}>
        If the person objects, or says that something is wrong, the file can be put aside. It then leaves the
        devices of co-ordinators, only managers see it, and nothing further is done with it until you lift
        this.
      </p>
      <Textarea
        label="Why"
        autosize
        minRows={2}
        autoComplete="off"
        value={draft.state.why}
        onChange={(event) => draft.change({ why: event.currentTarget.value })}
      />
      <div className={classes['links']}>
        <Button disabled={why === ''} loading={draft.saving} onClick={() => void restrict()}>
          Restrict its use
        </Button>
        <KeptWords kept={draft.kept} resumed={draft.resumed && why !== ''} />
        {draft.fault && <span role="alert">{keepFaultWords(draft.fault)}</span>}
      </div>
    </div>
  )
}

function Lift({ client, merged }: RestrictionProps) {
  const { save, saving, fault } = useSave()
  const nameOf = useStaffName()
  const { restriction, ...body } = client.body
  if (!restriction) return null
  const lift = async () => {
    if ((await save(editsOf(client, merged, body))) === 'saved') tell('The file is in use again.')
  }
  return (
    <>
      <Notice
        tone="amber"
        icon={<IconLock size={22} />}
        title={`Restricted since ${formatFullDay(restriction.on)}, by ${nameOf(restriction.by)}`}
      >
        {restriction.why}
      </Notice>
      <div className={classes['links']}>
        <Button
          variant="default"
          loading={saving}
          leftSection={<IconLockOpen size={20} aria-hidden />}
          onClick={() => void lift()}
        >
          Lift the restriction
        </Button>
        {fault && <span role="alert">{keepFaultWords(fault)}</span>}
      </div>
    </>
  )
}

/** Merged files lie where their head lies, in the same change. */
function editsOf(client: View<'client'>, merged: readonly View<'client'>[], after: ClientBody) {
  return [editRecord(client, after), ...followHead(merged, after)]
}
