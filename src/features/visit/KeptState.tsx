import { Button } from '@mantine/core'
import { IconAlertTriangle, IconDeviceTabletCheck, IconLoader } from '@tabler/icons-react'
import type { KeepFault } from '#store/faults.ts'
import { useDraftStandings } from '#store/react.ts'
import { Notice } from '#ui/Notice.tsx'
import { useVisitWork } from './VisitWork.tsx'
import classes from './Visit.module.css'

/** Whether what is on the screen lies on the disk, and whether the service has it too: said only when it is so. */
export function KeptState() {
  const { kept, draft } = useVisitWork()
  const atService = useDraftStandings()?.get(draft.seen.visit.id)?.atService
  return (
    <span className={classes['kept']} role="status">
      {kept.state === 'kept' && (
        <>
          <IconDeviceTabletCheck size={22} aria-hidden />
          <span className={classes['keptWords']}>Kept on this tablet</span>
          {atService && <span className={classes['keptWords']}>and at the service</span>}
        </>
      )}
      {kept.state === 'keeping' && (
        <>
          <IconLoader size={22} aria-hidden />
          <span className={classes['keptWords']}>Keeping…</span>
        </>
      )}
      {kept.state === 'fault' && (
        <>
          <IconAlertTriangle size={22} aria-hidden color="var(--risk)" />
          <span className={classes['keptWords']}>Not kept</span>
        </>
      )}
    </span>
  )
}

/** Why it isn't kept, and what to do now. The answers stay on the screen meanwhile. */
export function KeepFaultNotice() {
  const { kept, keeper } = useVisitWork()
  if (kept.state !== 'fault') return null
  return (
    <div className={classes['fault']}>
      <Notice
        tone="amber"
        live
        icon={<IconAlertTriangle size={24} />}
        title="Your last answers are not kept yet"
        action={
          <Button variant="default" onClick={() => void keeper.flush()}>
            Try again
          </Button>
        }
      >
        {keepFaultInWords(kept.fault)}
      </Notice>
    </div>
  )
}

export function keepFaultInWords(fault: KeepFault): string {
  switch (fault) {
    case 'full':
      return 'This tablet is full. Delete photos or apps that are not needed, then try again. Leave this screen open until then.'
    case 'lost':
      return 'The browser lost its storage. Note down the last answers, then reload this page: all before them is kept.'
    case 'outdated':
      return 'A newer Doorstep is open in another window. Note down the last answers, then reload this page: all before them is kept.'
    case 'locked':
      return 'Doorstep was locked. Unlock it and open the visit again: all but the last answers is kept.'
  }
}
