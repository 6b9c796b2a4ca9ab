import { Button } from '@mantine/core'
import { IconDoor, IconDoorExit, IconPencil, IconPrinter } from '@tabler/icons-react'
import { Link, useParams } from 'react-router'
import type { DropInBody } from '#domain/dropIn/dropIn.ts'
import { isOpen, sessionEdits } from '#domain/dropIn/session.ts'
import { takenBack } from '#domain/change/takeBack.ts'
import { contactEntrySchema, isBlank } from '#domain/dropIn/logContact.ts'
import { useDrafts, useRecords } from '#store/react.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { Loading } from '#ui/Loading.tsx'
import { offerUndo } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { useSave } from '#ui/useSave.ts'
import classes from './DropIn.module.css'
import { topicWords, whenWords } from './dropInWords.ts'
import { LogForm } from './LogForm.tsx'
import { SoFar } from './SoFar.tsx'
import { type HeldSession, useIsOwn, useSession } from './useSessions.ts'

/** A session while it runs: who comes is logged, and what there was so far lies beside or below. */
export function SessionScreen() {
  const { sessionId = '' } = useParams()
  const held = useSession(sessionId)
  const own = useIsOwn(held?.session)
  const body = held?.session.body
  return (
    <Page
      title={body?.place ?? 'Drop-in'}
      width={held && own && isOpen(held.session.body) ? 'wide' : 'reading'}
      back={{ to: '/drop-in', label: 'Drop-ins' }}
      lead={body && <Lead body={body} />}
    >
      {held === undefined && <Loading />}
      {held === null && (
        <EmptyState title="This drop-in is not on this device">
          A drop-in is seen by those who are there, and by the managers.
        </EmptyState>
      )}
      {held && <Running key={held.session.id} held={held} own={own} />}
    </Page>
  )
}

function Lead({ body }: { body: DropInBody }) {
  const staff = useRecords('staff', { removed: true })
  const names = body.people.flatMap((id) => staff?.find((one) => one.id === id)?.body.name ?? [])
  return [whenWords(body), names.join(', '), topicWords(body), body.note].filter(Boolean).join('. ')
}

function Running({ held, own }: { held: HeldSession; own: boolean }) {
  const begun = useBegun(held.session.id)
  if (!own || !(isOpen(held.session.body) || begun))
    return (
      <>
        <SoFar held={held} />
        <Actions held={held} own={own} />
      </>
    )
  return (
    <div className={classes['log']}>
      <LogForm held={held} />
      <div>
        <SoFar held={held} />
        <Actions held={held} own={own} />
      </div>
    </div>
  )
}

/** Somebody who is half logged is not forgotten because a colleague has closed the session meanwhile. */
function useBegun(session: string): boolean {
  const draft = useDrafts()?.find(({ id }) => id === `drop-in:${session}`)
  const entry = contactEntrySchema.safeParse(draft?.content)
  return entry.success && !isBlank(entry.data)
}

function Actions({ held: { session, contacts }, own }: { held: HeldSession; own: boolean }) {
  const { save, saving, fault } = useSave()
  const open = isOpen(session.body)
  const turn = async () => {
    const { closedAt: _, ...opened } = session.body
    const after = open ? { ...opened, closedAt: new Date().toISOString() } : opened
    const edits = sessionEdits(session, after, contacts)
    if ((await save(edits)) !== 'saved') return
    offerUndo(open ? 'The drop-in is closed.' : 'The drop-in is open again.', async () => {
      await save(takenBack(edits, 'Undone'))
    })
  }
  return (
    <div className={classes['actions']}>
      {own && (
        <>
          <Button
            variant="default"
            loading={saving}
            leftSection={open ? <IconDoorExit size={20} aria-hidden /> : <IconDoor size={20} aria-hidden />}
            onClick={() => void turn()}
          >
            {open ? 'Close the drop-in' : 'Open it again'}
          </Button>
          <Button
            component={Link}
            to={`/drop-in/${session.id}/edit`}
            variant="default"
            leftSection={<IconPencil size={20} aria-hidden />}
          >
            Who, where, when
          </Button>
        </>
      )}
      {contacts.length > 0 && !open && (
        <Button
          variant="default"
          leftSection={<IconPrinter size={20} aria-hidden />}
          onClick={() => window.print()}
        >
          Print
        </Button>
      )}
      {fault && <span role="alert">{keepFaultWords(fault)}</span>}
    </div>
  )
}
