import { Button, Textarea, TextInput } from '@mantine/core'
import { IconPhoneOutgoing } from '@tabler/icons-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { z } from 'zod'
import { callListsOf } from '#domain/callList/newLists.ts'
import { newId } from '#store/ids.ts'
import { useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { KeptWords } from '#ui/KeptWords.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { useLocalNow } from '#ui/useNow.ts'
import classes from './Caseload.module.css'

const schema = z.object({ name: z.string(), about: z.string() })

/** The chosen people as a list to ring through. */
export function NewCallList({ clients }: { clients: readonly View<'client'>[] }) {
  const { person } = useWorkspace()
  const { today } = useLocalNow()
  const navigate = useNavigate()
  const [begin] = useState({ name: '', about: '' })
  const draft = useFormDraft({ id: 'call-list:new', about: person.id, schema, begin })
  if (!draft.state) return null
  const { name, about } = draft.state
  const make = async () => {
    const lists = callListsOf(clients, { name, about, on: today, by: person.id, newId })
    if ((await draft.finish(lists)) !== 'saved') return
    tell('The list is made.')
    const [only, ...others] = lists
    await navigate(only && others.length === 0 ? `/calls/${only.id}` : '/calls')
  }
  return (
    <div className={classes['form']}>
      <TextInput
        label="Name of the list"
        description="Everybody in the team sees it"
        autoComplete="off"
        value={name}
        onChange={(event) => draft.change({ name: event.currentTarget.value, about })}
      />
      <Textarea
        label="What to ask or to tell"
        autoComplete="off"
        autosize
        minRows={2}
        value={about}
        onChange={(event) => draft.change({ name, about: event.currentTarget.value })}
      />
      <div className={classes['bar']}>
        <Button
          disabled={name.trim() === ''}
          loading={draft.saving}
          leftSection={<IconPhoneOutgoing size={20} aria-hidden />}
          onClick={() => void make()}
        >
          {`Make the list of ${clients.length}`}
        </Button>
        <KeptWords kept={draft.kept} resumed={draft.resumed} />
        {draft.fault && <span role="alert">{keepFaultWords(draft.fault)}</span>}
      </div>
    </div>
  )
}
