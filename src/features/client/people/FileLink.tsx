import { Button, TextInput } from '@mantine/core'
import { IconFolderPlus, IconLink, IconLinkOff } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { editRecord } from '#domain/change/write.ts'
import { clientName } from '#domain/client/name.ts'
import type { PersonAround } from '#domain/relatedPerson/around.ts'
import { useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { formatFullDay } from '#ui/dates.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { offerUndo } from '#ui/offerUndo.tsx'
import { useSave } from '#ui/useSave.ts'
import classes from './People.module.css'

const AT_ONCE = 5

export interface FileLinkProps {
  client: View<'client'>
  person: PersonAround
  onDone: () => void
}

/** The file of somebody around the client: one that is here already, or a new one. */
export function FileLink({ client, person, onDone }: FileLinkProps) {
  const record = useRecords('relatedPerson', { file: client.id })?.find(({ id }) => id === person.id)
  const { link, fault } = useLinking(record, onDone)
  const [search, setSearch] = useState(person.name.split(' ').at(-1) ?? '')
  const found = useFilesNamed(search, client.id)
  return (
    <div className={classes['form']}>
      <TextInput
        label="Look for their file by name"
        value={search}
        autoComplete="off"
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {found.length === 0 ? (
        <p className={classes['quiet']}>No file with that name is on this device.</p>
      ) : (
        <ul className={classes['found']}>
          {found.map((file) => (
            <li key={file.id}>
              <Button
                variant="default"
                leftSection={<IconLink size={20} aria-hidden />}
                onClick={() => void link(file.id)}
              >
                {fileWords(file)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className={classes['foot']}>
        <Button
          component={Link}
          to={`/clients/${client.id}/people/${person.id}/file`}
          variant="light"
          leftSection={<IconFolderPlus size={20} aria-hidden />}
        >
          Begin a file for them
        </Button>
        {person.file && (
          <Button
            variant="subtle"
            leftSection={<IconLinkOff size={20} aria-hidden />}
            onClick={() => void link(null)}
          >
            No file is theirs
          </Button>
        )}
        <Button variant="subtle" onClick={onDone}>
          Leave as it is
        </Button>
        {fault && <span role="alert">{keepFaultWords(fault)}</span>}
      </div>
    </div>
  )
}

function useLinking(record: View<'relatedPerson'> | undefined, onDone: () => void) {
  const { save, fault } = useSave()
  const link = async (file: string | null) => {
    if (!record) return
    const { client: _, ...rest } = record.body
    const after = file === null ? rest : { ...rest, client: file }
    if ((await save([editRecord(record, after)])) !== 'saved') return
    const done = file === null ? 'no longer linked' : 'linked with their file'
    offerUndo(
      `${record.body.name}: ${done}`,
      async () => void (await save([editRecord({ ...record, body: after }, record.body)])),
    )
    onDone()
  }
  return { link, fault }
}

function useFilesNamed(search: string, without: string): View<'client'>[] {
  const clients = useRecords('client') ?? []
  const words = search.trim().toLowerCase()
  if (words === '') return []
  return clients
    .filter(({ id, body }) => {
      const names = [clientName(body), body.firstName, body.familyName].join(' ').toLowerCase()
      return id !== without && names.includes(words)
    })
    .slice(0, AT_ONCE)
}

function fileWords({ body }: View<'client'>): string {
  const born = body.dateOfBirth ? `, born ${formatFullDay(body.dateOfBirth)}` : ''
  return `${clientName(body)}${born}`
}
