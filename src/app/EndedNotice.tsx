import { IconDoorExit } from '@tabler/icons-react'
import { useSyncStatus } from '#sync/react.ts'
import { Notice } from '#ui/Notice.tsx'
import classes from './EndedNotice.module.css'

/** What somebody is told whose access has ended: plainly, and what has become of their work. */
export function EndedNotice({ service }: { service: string }) {
  const status = useSyncStatus()
  return (
    <div className={classes['ended']}>
      <Notice
        live
        tone="amber"
        icon={<IconDoorExit size={24} />}
        title={`Your access to ${service} has ended`}
      >
        Clients’ files have been taken off this device. {handedOver(status?.waiting, status?.withManager)} If
        you think this is a mistake, speak to your manager.
      </Notice>
    </div>
  )
}

function handedOver(waiting = 0, withManager = 0): string {
  if (waiting > 0) return 'What you had written and not sent is being handed over to a manager now.'
  if (withManager > 0) return 'What you had written and not sent has been handed over to a manager.'
  return 'Everything that you had written has reached the service.'
}
