import { IconPhone } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { EmergencyNumbers } from './EmergencyNumbers.tsx'
import { Notice } from './Notice.tsx'

/** Whom to ring now, with what to do about it in words. Read out when it appears. */
export function UrgentRoute({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Notice tone="risk" live icon={<IconPhone size={24} />} title={title}>
      <p>{children}</p>
      <EmergencyNumbers />
    </Notice>
  )
}
