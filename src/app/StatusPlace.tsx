import { VisuallyHidden } from '@mantine/core'
import {
  IconAlertCircle,
  IconCloudCheck,
  IconCloudDown,
  IconCloudOff,
  IconCloudQuestion,
  IconCloudUp,
} from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { type StatusSign, statusWords } from '#features/syncCentre/statusWords.ts'
import { useSyncStatus } from '#sync/react.ts'
import classes from './StatusPlace.module.css'

const signs: Record<StatusSign, typeof IconCloudUp> = {
  sent: IconCloudCheck,
  waiting: IconCloudUp,
  receiving: IconCloudDown,
  away: IconCloudOff,
  unknown: IconCloudQuestion,
  needsYou: IconAlertCircle,
}

/** The one quiet place that says, in words, how the work stands. Leads to the sync centre. */
export function StatusPlace() {
  const status = useSyncStatus()
  const { words, said, sign } = statusWords(status, useNow())
  const Sign = signs[sign]
  return (
    <>
      <Link to="/sync" className={classes['status']} data-needs-you={sign === 'needsYou'}>
        <Sign size={20} aria-hidden className={classes['sign']} />
        <span className={classes['words']}>{words}</span>
      </Link>
      {/* Without the minutes, so that a screen reader is told of changes and not of the time. */}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  )
}

const HALF_A_MINUTE = 30_000

function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), HALF_A_MINUTE)
    return () => clearInterval(timer)
  }, [])
  return now
}
