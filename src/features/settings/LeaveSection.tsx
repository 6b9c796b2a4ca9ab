import { Button, Group } from '@mantine/core'
import { IconDoorExit } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useSession, useSyncStatus } from '#sync/react.ts'
import type { Session } from '#sync/session.ts'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Section.tsx'

type LeaveFault = Extract<Awaited<ReturnType<Session['leave']>>, { ok: false }>['error']

/** Takes somebody's work off the device. Nothing that is not sent can go this way. */
export function LeaveSection() {
  const session = useSession()
  const withManager = useSyncStatus()?.withManager ?? 0
  const navigate = useNavigate()
  const [sure, setSure] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<LeaveFault | null>(null)

  const leave = async () => {
    setBusy(true)
    const answer = await session.leave()
    setBusy(false)
    setFault(answer.ok ? null : answer.error)
    if (answer.ok) await navigate('/', { replace: true })
  }

  return (
    <Section title="Leave this device" icon={<IconDoorExit size={24} stroke={1.75} />}>
      <p style={{ marginTop: 0 }}>
        Signs you out and takes your files off this device. They stay with the service. Sign in to have them
        here again.
      </p>
      {fault && (
        <Notice tone="amber" live title="You are still here">
          {fault.code === 'offline' ? (
            'Leaving needs a signal, so that the service knows about it. Lock Doorstep meanwhile.'
          ) : (
            <>
              {unsentWords(fault, withManager)}{' '}
              <Link to={fault.changes > 0 ? '/sync' : '/today'}>Look at it</Link>
            </>
          )}
        </Notice>
      )}
      <Group mt="md">
        {sure ? (
          <>
            <Button color="red" loading={busy} onClick={() => void leave()}>
              Take my files off this device
            </Button>
            <Button variant="default" onClick={() => setSure(false)}>
              Stay
            </Button>
          </>
        ) : (
          <Button variant="default" onClick={() => setSure(true)}>
            Leave this device…
          </Button>
        )}
      </Group>
    </Section>
  )
}

function unsentWords(
  { changes, drafts }: Extract<LeaveFault, { code: 'unsent' }>,
  withManager: number,
): string {
  const unsent = Math.max(0, changes - withManager)
  const copies = changes - unsent
  const parts = [
    ...(unsent > 0 ? [unsent === 1 ? '1 change is not sent yet' : `${unsent} changes are not sent yet`] : []),
    ...(copies > 0
      ? [
          copies === 1
            ? '1 change is with a manager, and your copy is not put away'
            : `${copies} changes are with a manager, and your copies are not put away`,
        ]
      : []),
    ...(drafts > 0
      ? [
          drafts === 1
            ? '1 visit or form is begun and not at the service yet'
            : `${drafts} visits or forms are begun and not at the service yet`,
        ]
      : []),
  ]
  return `${parts.join(', and ')}. Leaving now would lose that, so Doorstep does not.`
}
