import { IconFolderOff } from '@tabler/icons-react'
import { EmptyState } from '#ui/EmptyState.tsx'

/** In the place of a file that this device does not hold. */
export function NotHere() {
  return (
    <EmptyState title="This file is not on this device" icon={<IconFolderOff size={36} />}>
      It may belong to another team, or it has not come down yet.
    </EmptyState>
  )
}
