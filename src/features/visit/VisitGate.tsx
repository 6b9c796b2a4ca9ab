import { Button } from '@mantine/core'
import { IconDeviceTabletX, IconFileAlert } from '@tabler/icons-react'
import { useCallback, useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { Link } from 'react-router'
import { visitDraftSchema } from '#domain/visit/visitDraft.ts'
import { useWorkspace } from '#store/react.ts'
import type { Drafts } from '#store/workspace.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { DraftKeeper } from './draftKeeper.ts'
import { useVisitLock } from './useVisitLock.ts'
import { VisitWorkProvider } from './VisitWork.tsx'

type Opened = { state: 'none' } | { state: 'unreadable' } | { state: 'open'; keeper: DraftKeeper }

export interface VisitGateProps {
  visitId: string
  /** Where nothing is begun on this device. `begun` takes over once the visit is. */
  renderNotBegun: (begun: (keeper: DraftKeeper) => void) => ReactNode
  children: ReactNode
}

/** The visit's draft, opened for this tab alone, or the reason why it isn't. */
export function VisitGate({ visitId, renderNotBegun, children }: VisitGateProps) {
  const lastlyRef = useRef(async () => {})
  const lock = useVisitLock(visitId, lastlyRef)
  switch (lock) {
    case 'asking':
      return <Loading label="Opening the visit…" />
    case 'elsewhere':
      return <OpenElsewhere />
    case 'held':
      return (
        <OpenedVisit key={visitId} visitId={visitId} renderNotBegun={renderNotBegun} lastlyRef={lastlyRef}>
          {children}
        </OpenedVisit>
      )
  }
}

function OpenedVisit({
  visitId,
  renderNotBegun,
  lastlyRef,
  children,
}: VisitGateProps & { lastlyRef: RefObject<() => Promise<void>> }) {
  const workspace = useWorkspace()
  const { drafts } = workspace
  const [opened, setOpened] = useState<Opened | null>(null)
  const [times, setTimes] = useState(0)
  const keeper = opened?.state === 'open' ? opened.keeper : null
  useEffect(() => {
    if (keeper) lastlyRef.current = () => keeper.flush()
  }, [keeper, lastlyRef])
  useEffect(() => (keeper ? workspace.beforeLock(() => keeper.flush()) : undefined), [keeper, workspace])
  useEffect(() => {
    let here = true
    void openDraft(drafts, visitId).then((found) => here && setOpened(found))
    return () => {
      here = false
    }
  }, [drafts, visitId, times])
  const reopen = useCallback(() => {
    setOpened(null)
    setTimes((before) => before + 1)
  }, [])
  switch (opened?.state) {
    case undefined:
      return <Loading label="Opening the visit…" />
    case 'none':
      return renderNotBegun((keeper) => setOpened({ state: 'open', keeper }))
    case 'unreadable':
      return <NotReadable />
    case 'open':
      return (
        <VisitWorkProvider keeper={opened.keeper} reopen={reopen} unknownForm={<NotReadable />}>
          {children}
        </VisitWorkProvider>
      )
  }
}

async function openDraft(drafts: Drafts, visitId: string): Promise<Opened> {
  const draft = await drafts.read(visitId)
  if (!draft) return { state: 'none' }
  const parsed = visitDraftSchema.safeParse(draft.content)
  if (!parsed.success) return { state: 'unreadable' }
  const begun = { draft: parsed.data, savedAt: draft.savedAt, clock: () => new Date() }
  return { state: 'open', keeper: new DraftKeeper(drafts, begun) }
}

function OpenElsewhere() {
  return (
    <Page title="Visit" back={{ to: '/today', label: 'Today' }}>
      <EmptyState title="This visit is open in another window" icon={<IconDeviceTabletX size={32} />}>
        Go on there, or close it there: it will open here by itself.
      </EmptyState>
    </Page>
  )
}

function NotReadable() {
  return (
    <Page title="Visit">
      <EmptyState
        title="This visit was begun with another version of Doorstep"
        icon={<IconFileAlert size={32} />}
        action={
          <Button component={Link} to="/settings" variant="default">
            Settings
          </Button>
        }
      >
        Everything you wrote is still kept on this tablet. Bring Doorstep up to date, then open the visit
        again.
      </EmptyState>
    </Page>
  )
}
