import { IconPhone } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useRecord, useRecords } from '#store/react.ts'
import { useSettings } from '#store/settings.ts'
import { EmergencyNumbers } from '#ui/EmergencyNumbers.tsx'
import { Notice } from '#ui/Notice.tsx'
import classes from './Concerns.module.css'

/** Before a word is written: whom to ring. It cannot wait for a signal, nor for anybody to read what is written here. */
export function RingFirst({ about, client }: { about: string; client: string | null }) {
  return (
    <Notice tone="risk" icon={<IconPhone size={24} />} title="Ring first, then write it down">
      <p className={classes['ringWords']}>
        In danger now: 999. Urgent medical help: 111. What you write here is read later, and only once there
        is a signal.
      </p>
      <div className={classes['rings']}>
        {about !== 'medical' && <Safeguarding />}
        {about !== 'safeguarding' && <Medical client={client} />}
        <EmergencyNumbers />
      </div>
    </Notice>
  )
}

function Safeguarding() {
  const { safeguardingNumber } = useSettings()
  const managers = useRecords('staff')?.filter(({ body }) => body.role === 'manager' && body.active !== false)
  const lead = managers?.find(({ body }) => body.phone)?.body
  if (safeguardingNumber) return <Ring number={safeguardingNumber}>the safeguarding lead</Ring>
  if (lead?.phone) return <Ring number={lead.phone}>{lead.name}</Ring>
  return (
    <p className={classes['ringWords']}>Your manager has not put in the lead’s number yet: ask for it.</p>
  )
}

function Medical({ client }: { client: string | null }) {
  const { medicalNumber } = useSettings()
  const practice = usePracticeOf(client)
  return (
    <>
      {practice?.phone && <Ring number={practice.phone}>{practice.name}</Ring>}
      {medicalNumber && <Ring number={medicalNumber}>for medical worries</Ring>}
    </>
  )
}

function usePracticeOf(client: string | null) {
  const practice = useRecord('client', client ?? '')?.body.practice
  return useRecord('practice', practice ?? '')?.body
}

function Ring({ number, children }: { number: string; children: ReactNode }) {
  return (
    <a className={classes['ring']} href={`tel:${number.replaceAll(/[^+\d]/g, '')}`}>
      Ring {children}: {number}
    </a>
  )
}
