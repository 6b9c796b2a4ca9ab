import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { Link } from 'react-router'
import { count } from '#words/directory/serviceWords.ts'
import classes from './Directory.module.css'
import type { Picked } from './usePicked.ts'

/** What can be done with the services that were picked; nothing is in the way while none is. */
export function PickedBar({ picked: { ids, clear } }: { picked: Picked }) {
  if (ids.length === 0) return null
  return (
    <div className={classes['picked']}>
      <span role="status">{count(ids.length, 'service')} chosen</span>
      <Button
        component={Link}
        to={`/leaflet?services=${ids.join(',')}`}
        leftSection={<IconFileText size={20} aria-hidden />}
      >
        Leaflet or share
      </Button>
      <Button variant="subtle" onClick={clear}>
        Clear
      </Button>
    </div>
  )
}
