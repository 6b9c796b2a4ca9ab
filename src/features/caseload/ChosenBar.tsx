import { Button } from '@mantine/core'
import { IconListCheck, IconPhoneOutgoing, IconUserShare } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import classes from './Caseload.module.css'
import { NewCallList } from './NewCallList.tsx'
import type { CaseEntry } from './useCaseload.ts'
import type { Chosen } from './useChosen.ts'
import { count } from './words.ts'

/** A change holds so many files at once, and files that were merged go along. */
const GIVEN_AT_ONCE = 80

interface ChosenBarProps {
  chosen: Chosen
  entries: readonly CaseEntry[]
}

/** What may be done with several files at once; before that, the way to choose them. */
export function ChosenBar({ chosen, entries }: ChosenBarProps) {
  if (!chosen.choosing) {
    return (
      <div className={classes['bar']}>
        <Button
          variant="default"
          leftSection={<IconListCheck size={20} aria-hidden />}
          onClick={chosen.begin}
        >
          Choose several
        </Button>
        <Button
          component={Link}
          to="/calls"
          variant="default"
          leftSection={<IconPhoneOutgoing size={20} aria-hidden />}
        >
          Call lists
        </Button>
      </div>
    )
  }
  return <Choosing chosen={chosen} entries={entries} />
}

function Choosing({ chosen, entries }: ChosenBarProps) {
  const [listing, setListing] = useState(false)
  const picked = entries.filter(({ client }) => chosen.ids.has(client.id)).map(({ client }) => client)
  const several = picked.length > 0
  return (
    <div className={classes['chosen']}>
      <p role="status" className={classes['count']}>
        {several ? `${count(picked.length, 'person', 'people')} chosen` : 'Choose people in the list.'}
      </p>
      <div className={classes['bar']}>
        <Button variant="default" onClick={() => chosen.all(entries.map(({ client }) => client.id))}>
          {`All ${entries.length.toLocaleString('en-GB')}`}
        </Button>
        {several && picked.length <= GIVEN_AT_ONCE && (
          <Button
            component={Link}
            to={`/allocate?${new URLSearchParams(picked.map(({ id }) => ['client', id]))}`}
            variant="default"
            leftSection={<IconUserShare size={20} aria-hidden />}
          >
            Give to a colleague
          </Button>
        )}
        {several && (
          <Button
            variant="default"
            leftSection={<IconPhoneOutgoing size={20} aria-hidden />}
            aria-expanded={listing}
            onClick={() => setListing(!listing)}
          >
            Make a call list
          </Button>
        )}
        <Button variant="default" onClick={chosen.end}>
          Stop choosing
        </Button>
      </div>
      {several && picked.length > GIVEN_AT_ONCE && (
        <p className={classes['hint']}>Up to {GIVEN_AT_ONCE} people can be given away at once.</p>
      )}
      {several && listing && <NewCallList clients={picked} />}
    </div>
  )
}
