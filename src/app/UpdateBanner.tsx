import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { createContext, use, useSyncExternalStore } from 'react'
import classes from './UpdateBanner.module.css'
import { noUpdates, type Updates } from './update.ts'

export const UpdatesContext = createContext<Updates>(noUpdates)

/** Says quietly that a newer version has arrived. Nothing changes until a person wants it. */
export function UpdateBanner() {
  const updates = use(UpdatesContext)
  const ready = useSyncExternalStore(updates.subscribe, updates.ready)
  return (
    <div role="status">
      {ready && (
        <div className={classes['banner']}>
          <span>
            <strong>A newer Doorstep is ready.</strong> Your work is kept.
          </span>
          <Button leftSection={<IconRefresh size={20} aria-hidden />} onClick={updates.accept}>
            Reload
          </Button>
        </div>
      )}
    </div>
  )
}
