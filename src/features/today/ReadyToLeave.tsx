import { Button } from '@mantine/core'
import { IconBackpack, IconCloudDown, IconRefresh } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { clientName } from '#domain/client/name.ts'
import { type Lack, type Readiness, readiness } from '#domain/visit/readiness.ts'
import { useRecords } from '#store/react.ts'
import { useSession, useSyncStatus } from '#sync/react.ts'
import { since } from '#ui/dates.ts'
import { Notice } from '#ui/Notice.tsx'
import type { Appointment, TodaysWork } from './useToday.ts'
import classes from './Today.module.css'
import { count } from './words.ts'

/** One answer before setting out: is everything for the next visits on this tablet? */
export function ReadyToLeave({ next, clients }: { next: Appointment[]; clients: TodaysWork['clients'] }) {
  const session = useSession()
  const status = useSyncStatus()
  const ready = useReadiness(next, clients)
  if (!ready) return null
  const lacks = ready.lacks.map((lack) => lackWords(lack, next))
  return (
    <section aria-label="Ready to leave" className={classes['ready']}>
      <Notice
        tone={ready.ready ? 'accent' : 'amber'}
        icon={ready.ready ? <IconBackpack size={24} /> : <IconCloudDown size={24} />}
        title={ready.ready ? readyWords(ready.visits) : 'Not ready to leave yet'}
        live
        action={
          <Button
            variant="default"
            leftSection={<IconRefresh size={20} aria-hidden />}
            loading={status?.phase === 'working'}
            onClick={() => session.syncNow()}
          >
            Check now
          </Button>
        }
      >
        {ready.ready && 'Files, forms and the directory are on this tablet. '}
        {lacks.length > 0 && (
          <ul className={classes['lacks']}>
            {lacks.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
        <span className={classes['quiet']}>
          {status?.checkedAt ? `Brought up to date ${since(status.checkedAt)}.` : 'Never brought up to date.'}
        </span>
      </Notice>
    </section>
  )
}

function useReadiness(next: Appointment[], clients: TodaysWork['clients']): Readiness | undefined {
  const [forms, services, status] = [useRecords('form'), useRecords('service'), useSyncStatus()]
  const persisted = usePersisted()
  const appKept = useAppKept()
  if (!forms || !services || !status) return undefined
  return readiness(
    next.map(({ visit }) => visit),
    {
      files: new Set(clients.keys()),
      forms: forms.filter((form) => form.body.status === 'active').length,
      services: services.length,
      unsent: status.waiting,
      everComplete: status.checkedAt !== null,
      appKept,
      persisted,
    },
  )
}

/** The worker that opens the app without a signal is there once it has stored the whole of it. */
function useAppKept(): boolean {
  const [kept, setKept] = useState(isAppKept)
  useEffect(() => {
    const look = () => setKept(isAppKept())
    navigator.serviceWorker?.addEventListener('controllerchange', look)
    return () => navigator.serviceWorker?.removeEventListener('controllerchange', look)
  }, [])
  return kept
}

function isAppKept(): boolean {
  return import.meta.env.DEV || Boolean(navigator.serviceWorker?.controller)
}

function usePersisted(): boolean | null {
  const session = useSession()
  const [persisted, setPersisted] = useState<boolean | null>(null)
  useEffect(() => {
    let here = true
    const ask = async () => {
      const storage = await session.storage()
      if (here) setPersisted(storage.persisted)
    }
    void ask()
    return () => {
      here = false
    }
  }, [session])
  return persisted
}

function readyWords(visits: number): string {
  return visits === 0 ? 'No visits ahead. This tablet is ready.' : `Ready for ${count(visits, 'visit')}.`
}

function lackWords(lack: Lack, next: Appointment[]): string {
  switch (lack.code) {
    case 'files':
      return `${count(lack.clients.length, 'file is', 'files are')} not on this tablet yet${namesOf(lack.clients, next)}.`
    case 'never-complete':
      return 'The caseload has not come down completely yet. Stay where there is a signal.'
    case 'app':
      return 'Doorstep itself is still being kept on this tablet. A moment longer where there is a signal.'
    case 'forms':
      return 'The form of the visit is not on this tablet yet.'
    case 'directory':
      return 'The directory is not on this tablet yet.'
    case 'unsent':
      return `${count(lack.changes, 'change waits', 'changes wait')} for a signal. You can go: nothing is lost.`
    case 'not-persisted':
      return 'The browser may clear this tablet’s copy when space runs out. Sending often keeps you safe.'
  }
}

function namesOf(ids: readonly string[], next: Appointment[]): string {
  const names = next.flatMap(({ client }) =>
    client && ids.includes(client.id) ? [clientName(client.body)] : [],
  )
  return names.length > 0 ? `: ${names.join(', ')}` : ''
}
