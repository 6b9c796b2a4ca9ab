import { Button, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { removeRecord, restoreRecord } from '#domain/change/write.ts'
import type { View } from '#store/view.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { offerUndo } from '#ui/offerUndo.tsx'
import { Section } from '#ui/Section.tsx'
import { useSave } from '#ui/useSave.ts'
import classes from '../Upkeep.module.css'

/** For what should never have been there; what has ended is closed instead, so that people find out. */
export function RemoveEntry({ service }: { service: View<'service'> }) {
  const navigate = useNavigate()
  const { save, saving, fault } = useSave()
  const [asked, setAsked] = useState(false)
  const [reason, setReason] = useState('')
  const [lacking, setLacking] = useState(false)
  const remove = async () => {
    setLacking(reason.trim() === '')
    if (reason.trim() === '') return
    if ((await save([removeRecord(service, reason.trim())])) !== 'saved') return
    offerUndo('Taken out of the directory.', async () => void (await save([restoreRecord(service)])))
    void navigate('/directory/upkeep')
  }
  return (
    <Section title="Take it out of the directory" look="plain">
      {asked ? (
        <>
          <TextInput
            label="Why"
            description="For example: it is there twice."
            autoComplete="off"
            value={reason}
            error={lacking ? 'Write why, so that others understand.' : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <div className={classes['actions']}>
            <Button color="red" loading={saving} onClick={() => void remove()}>
              Take it out
            </Button>
            <Button variant="default" onClick={() => setAsked(false)}>
              Never mind
            </Button>
          </div>
          {fault && <span role="alert">{keepFaultWords(fault)}</span>}
        </>
      ) : (
        <Button
          variant="subtle"
          leftSection={<IconTrash size={20} aria-hidden />}
          onClick={() => setAsked(true)}
        >
          Take it out…
        </Button>
      )}
    </Section>
  )
}
