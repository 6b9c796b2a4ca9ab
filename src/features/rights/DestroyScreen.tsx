import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { isSameName, type Objection, objectionsTo } from '#domain/retention/retention.ts'
import { useSettings } from '#store/settings.ts'
import { destroyFile } from '#sync/rights.ts'
import { useSession } from '#sync/react.ts'
import { Facts } from '#ui/Facts.tsx'
import { formatFullDay } from '#ui/dates.ts'
import { Notice } from '#ui/Notice.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { useLocalNow } from '#ui/useNow.ts'
import { ManagersFile } from './Managers.tsx'
import classes from './Rights.module.css'
import { faultWords, objectionWords } from './rightsWords.ts'
import type { WholeFile } from './useWholeFile.ts'

/** Ends a file for good. It cannot be undone, so it is asked for by name. */
export function DestroyScreen() {
  return (
    <ManagersFile
      title="Destroy the file"
      back={(client) => ({ to: `/clients/${client}/rights`, label: 'Rights and keeping' })}
    >
      {(file, name) => (
        <>
          <WhatGoes file={file} />
          <Destroy key={file.client.id} file={file} name={name} />
        </>
      )}
    </ManagersFile>
  )
}

function WhatGoes({ file: { views, merged, retention } }: { file: WholeFile }) {
  return (
    <div className={classes['form']}>
      <Notice tone="risk" icon={<IconTrash size={22} />} title="This cannot be undone, by anybody">
        Everything in the file goes from the service and from every device: what was written, changed and
        refused. What stays is that there was a file, and who destroyed it, when and why. Backups from before
        keep it until they are let go of.
      </Notice>
      <Facts
        facts={[
          { label: 'Last seen', value: retention.lastSeen ? formatFullDay(retention.lastSeen) : 'Not known' },
          {
            label: 'To be kept until',
            value: retention.until ? formatFullDay(retention.until) : 'Not known',
          },
          { label: 'In the file', value: `${views.length} entries` },
          ...(merged.length > 0 ? [{ label: 'Files merged into it', value: String(merged.length) }] : []),
        ]}
      />
    </div>
  )
}

function Destroy({ file, name }: { file: WholeFile; name: string }) {
  const objections = useObjections(file)
  const [despite, setDespite] = useState<Objection[]>([])
  const [typed, setTyped] = useState({ name: '', why: '' })
  const { destroy, busy, said } = useDestroying(file.client.id)
  const ready =
    isSameName(typed.name, name) &&
    typed.why.trim() !== '' &&
    objections.every((one) => despite.includes(one))
  return (
    <form
      className={classes['further']}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void destroy({ ...typed, despite })
      }}
    >
      {objections.length > 0 && (
        <Checkbox.Group
          label="What speaks against it"
          description="Tick each one that you have thought about."
          value={despite}
          onChange={(chosen) => setDespite(objections.filter((one) => chosen.includes(one)))}
        >
          {objections.map((one) => (
            <Checkbox key={one} mt="sm" value={one} label={objectionWords[one]} />
          ))}
        </Checkbox.Group>
      )}
      <Textarea
        label="Why"
        description="This is kept. Do not name the person or anybody else."
        autosize
        minRows={2}
        autoComplete="off"
        value={typed.why}
        onChange={(event) => setTyped({ ...typed, why: event.currentTarget.value })}
      />
      <TextInput
        label={`Type the person’s name: ${name}`}
        autoComplete="off"
        spellCheck={false}
        value={typed.name}
        onChange={(event) => setTyped({ ...typed, name: event.currentTarget.value })}
      />
      <div>
        <Button type="submit" color="red" disabled={!ready} loading={busy}>
          Destroy the file for good
        </Button>
      </div>
      <div role="alert">{said}</div>
    </form>
  )
}

function useObjections({ client, merged, views }: WholeFile): Objection[] {
  const { retentionYears } = useSettings()
  const { today } = useLocalNow()
  const clients = [client, ...merged].map(({ body }) => body)
  return objectionsTo({ clients, records: views }, retentionYears, today)
}

interface Destroying {
  name: string
  why: string
  despite: Objection[]
}

function useDestroying(client: string) {
  const session = useSession()
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const destroy = async (asked: Destroying) => {
    setBusy(true)
    setSaid('')
    const answer = await destroyFile(client, asked)
    setBusy(false)
    if (!answer.ok) return setSaid(faultWords(answer.error))
    switch (answer.value.outcome) {
      case 'otherName':
        return setSaid('The service knows this person by another name. Look at the file again.')
      case 'objected':
        return setSaid(answer.value.objections.map((one) => objectionWords[one]).join(' '))
      case 'destroyed':
        session.syncNow()
        tell('The file is destroyed.')
        return navigate('/retention', { replace: true })
    }
  }
  return { destroy, busy, said }
}
