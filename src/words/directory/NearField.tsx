import { Button, TextInput } from '@mantine/core'
import { IconCurrentLocation } from '@tabler/icons-react'
import { useId, useMemo, useState } from 'react'
import { typedDistrict } from '#domain/directory/place.ts'
import { type Choice, withoutPlace } from '#domain/directory/wish.ts'
import { useRecords } from '#store/react.ts'
import type { Directory } from './DirectoryReader.ts'
import classes from './Filters.module.css'
import { askWhere, type Here, useHere } from './here.ts'
import { placesNamed, usePlace } from './usePlace.ts'

export interface NearFieldProps {
  directory: Directory
  choice: Choice
  onChange: (part: Partial<Choice>) => void
}

/** Where to look from: here, a postcode, or a surgery or venue of the directory. All of it works without a signal. */
export function NearField({ directory, choice, onChange }: NearFieldProps) {
  const { near } = choice
  const legend = useId()
  const here = useHere()
  const named = usePlace(near, directory)
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? (near === null || near === 'here' ? '' : (named?.name ?? ''))
  const type = (text: string) => {
    setTyped(text)
    const district = typedDistrict(text)
    if (district !== null) onChange({ near: district })
    else if (near !== null) onChange(withoutPlace(choice))
  }
  return (
    <fieldset className={classes['near']} aria-labelledby={legend}>
      <legend id={legend} className={classes['legend']}>
        Near
      </legend>
      <Button
        variant={near === 'here' ? 'light' : 'default'}
        aria-pressed={near === 'here'}
        leftSection={<IconCurrentLocation size={20} aria-hidden />}
        loading={near === 'here' && here.is === 'asking'}
        onClick={() => {
          setTyped(null)
          if (near === 'here' && here.is === 'known') return onChange(withoutPlace(choice))
          askWhere()
          onChange({ near: 'here' })
        }}
      >
        Near here
      </Button>
      <p role="status" className={classes['hint']}>
        {near === 'here' && hereWords(here)}
      </p>
      <TextInput
        label="Or near a postcode or place"
        placeholder="DA16, or a surgery"
        value={shown}
        onChange={({ currentTarget: { value } }) => type(value)}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      {near !== null && near !== 'here' && named?.place?.point === null && (
        <p className={classes['hint']}>
          Nothing in the directory says where on the map that is. Services are matched by their postcode.
        </p>
      )}
      <Suggestions
        typed={typed ?? ''}
        directory={directory}
        choose={(id) => {
          setTyped(null)
          onChange({ near: id })
        }}
      />
    </fieldset>
  )
}

function hereWords(here: Here): string {
  switch (here.is) {
    case 'asking':
      return 'Asking where this is…'
    case 'known':
      return ''
    case 'refused':
      return 'This device does not tell Doorstep where it is. Type a postcode instead, or allow it in the settings of the browser.'
    case 'not-found':
      return 'This device cannot tell where it is just now. Type a postcode instead.'
    case 'not-asked':
      return 'Tap “Near here” again: where you were is not kept.'
  }
}

interface SuggestionsProps {
  typed: string
  directory: Directory
  choose: (id: string) => void
}

function Suggestions({ typed, directory: { listings }, choose }: SuggestionsProps) {
  const practices = useRecords('practice')
  const found = useMemo(() => placesNamed(typed, listings, practices ?? []), [typed, listings, practices])
  if (found.length === 0) return null
  return (
    <ul className={classes['places']} aria-label="Places found">
      {found.map(({ id, name }) => (
        <li key={id}>
          <Button variant="default" fullWidth justify="start" onClick={() => choose(id)}>
            {name}
          </Button>
        </li>
      ))}
    </ul>
  )
}
