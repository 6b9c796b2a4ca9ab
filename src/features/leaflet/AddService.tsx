import { useMemo, useState } from 'react'
import { isRunning } from '#domain/directory/choose.ts'
import { List, ListRow } from '#ui/ListRow.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { wordIndex } from '#ui/wordIndex.ts'
import type { Directory } from './useLeaflet.ts'

const SHOWN = 5

interface AddServiceProps {
  directory: Directory
  /** Those that are there already. */
  on: readonly string[]
  add: (service: string) => void
}

/** A service of the directory, found by its words and added with one tap. */
export function AddService({ directory, on, add }: AddServiceProps) {
  const [typed, setTyped] = useState('')
  const found = useFound(directory, typed).filter((id) => !on.includes(id))
  const searched = typed.trim() !== ''
  return (
    <>
      <SearchField
        label="Add a service"
        value={typed}
        onChange={setTyped}
        placeholder="walking, lunch club, debt…"
        {...(searched ? { found: found.length === 1 ? '1 service' : `${found.length} services` } : {})}
      />
      {searched && found.length > 0 && (
        <List label="Services found">
          {found.slice(0, SHOWN).map((id) => (
            <ListRow
              key={id}
              title={directory.services.get(id)?.body.name}
              detail={organisationOf(directory, id)}
              onClick={() => {
                add(id)
                setTyped('')
              }}
            />
          ))}
        </List>
      )}
    </>
  )
}

function useFound(directory: Directory, typed: string): string[] {
  const [index] = useState(() => wordIndex({ name: 4, organisation: 3, about: 1 }))
  return useMemo(() => {
    if (typed.trim() === '') return []
    const running = [...directory.services.values()].filter(({ body }) => isRunning(body))
    index.follow(
      running.map(({ id, body }) => ({
        id,
        fields: {
          name: [body.name, body.alternate_name].filter(Boolean).join(' '),
          organisation: organisationOf(directory, id),
          about: [body.description, ...(body.categories ?? [])].filter(Boolean).join(' '),
        },
      })),
    )
    return index.find(typed)
  }, [directory, typed, index])
}

function organisationOf({ services, organisations }: Directory, id: string): string {
  return organisations.get(services.get(id)?.body.organization_id ?? '') ?? ''
}
