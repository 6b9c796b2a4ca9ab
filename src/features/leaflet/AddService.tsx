import { useState } from 'react'
import { List, ListRow } from '#ui/ListRow.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import type { Directory } from '#words/directory/DirectoryReader.ts'
import { count } from '#words/directory/serviceWords.ts'

const SHOWN = 5

interface AddServiceProps {
  directory: Directory
  /** Those that are there already. */
  on: readonly string[]
  add: (service: string) => void
}

/** A service of the directory that runs, found by its words and added with one tap. */
export function AddService({ directory, on, add }: AddServiceProps) {
  const [typed, setTyped] = useState('')
  const searched = typed.trim() !== ''
  const found = searched ? foundIn(directory, typed).filter(({ id }) => !on.includes(id)) : []
  return (
    <>
      <SearchField
        label="Add a service"
        value={typed}
        onChange={setTyped}
        placeholder="walking, lunch club, debt…"
        {...(searched ? { found: count(found.length, 'service') } : {})}
      />
      {found.length > 0 && (
        <List label="Services found">
          {found.slice(0, SHOWN).map(({ id, body, organisation }) => (
            <ListRow
              key={id}
              title={body.name}
              detail={organisation}
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

function foundIn({ listings, findWords }: Directory, typed: string): Directory['listings'][number][] {
  const byId = new Map(listings.filter(({ running }) => running).map((listing) => [listing.id, listing]))
  return findWords(typed).flatMap((id) => byId.get(id) ?? [])
}
