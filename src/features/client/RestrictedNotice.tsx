import { IconLock } from '@tabler/icons-react'
import type { ClientBody } from '#domain/client/client.ts'
import { formatFullDay } from '#ui/dates.ts'
import { Notice } from '#ui/Notice.tsx'

/** On the file, and over every form of it: nothing further is done while its use is restricted. */
export function RestrictedNotice({ restriction }: Pick<ClientBody, 'restriction'>) {
  if (!restriction) return null
  return (
    <Notice tone="amber" icon={<IconLock size={22} />} title="The use of this file is restricted">
      Since {formatFullDay(restriction.on)}: {restriction.why} Only managers see it. Do nothing further with
      it until the restriction is lifted.
    </Notice>
  )
}
