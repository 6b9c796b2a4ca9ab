import { Button } from '@mantine/core'
import { IconQrcode } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { withGiven } from '#domain/dropIn/logContact.ts'
import type { Listing } from '#domain/directory/listing.ts'
import { proposedServices } from '#domain/dropIn/propose.ts'
import { SearchField } from '#ui/SearchField.tsx'
import { Taps } from '#ui/Taps.tsx'
import type { Directory } from '#words/directory/DirectoryReader.ts'
import classes from './DropIn.module.css'
import type { EntryPartProps } from './NeedsPart.tsx'

interface GivenPartProps extends EntryPartProps {
  directory: Directory
  /** How often each was given before, by its id. */
  times: ReadonlyMap<string, number>
}

const AT_ONCE = 4

/** What somebody is told about: proposed by what they ask for, the most given first, or searched for. */
export function GivenPart({ entry, directory, times, onChange }: GivenPartProps) {
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState(AT_ONCE)
  const searched = useDeferredValue(typed)
  const { listings } = directory
  const found = useMemo(() => foundBy(directory, searched), [directory, searched])
  const proposed = useMemo(
    () => proposedServices(listings, entry.needs, times),
    [listings, entry.needs, times],
  )
  const offered = searched.trim() === '' ? proposed : found
  const chosen = listings.filter(({ id }) => entry.given.includes(id))
  const rest = offered.filter(({ id }) => !entry.given.includes(id))
  return (
    <section aria-labelledby="given" className={classes['part']}>
      <h2 id="given" className={classes['question']}>
        Told about
      </h2>
      {entry.needs.length === 0 && chosen.length === 0 && searched.trim() === '' && (
        <p className={classes['quiet']}>Services are proposed by what was asked for.</p>
      )}
      <Taps
        label="Told about"
        look="rows"
        taps={[...chosen, ...rest.slice(0, shown)].map(asTap)}
        chosen={entry.given}
        onTap={(service) => {
          onChange(withGiven(entry, service))
          setTyped('')
        }}
      />
      {chosen.length > 0 && (
        <Button
          component={Link}
          to={`/leaflet?services=${entry.given.join(',')}&from=drop-in`}
          variant="light"
          leftSection={<IconQrcode size={20} aria-hidden />}
        >
          Hand over as a leaflet
        </Button>
      )}
      {rest.length > shown && (
        <Button variant="subtle" fullWidth onClick={() => setShown(shown + 2 * AT_ONCE)}>
          More of {rest.length - shown}
        </Button>
      )}
      <SearchField
        label="Find another"
        placeholder="A name, or what is needed"
        value={typed}
        onChange={setTyped}
        found={typed === '' ? '' : found.length === 1 ? '1 service' : `${found.length} services`}
      />
    </section>
  )
}

function foundBy({ listings, findWords }: Directory, typed: string): Listing[] {
  if (typed.trim() === '') return []
  const byId = new Map(listings.map((listing) => [listing.id, listing]))
  return findWords(typed)
    .flatMap((id) => byId.get(id) ?? [])
    .filter(({ running }) => running)
}

function asTap({ id, body, organisation }: Listing) {
  return { key: id, label: body.name, detail: organisation }
}
