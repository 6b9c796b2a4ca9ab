import { Navigate, Outlet, useLocation } from 'react-router'
import { BrokenScreen } from '#features/unlock/BrokenScreen.tsx'
import { UnlockScreen } from '#features/unlock/UnlockScreen.tsx'
import { TurnGuard } from '#features/visit/TurnGuard.tsx'
import { WorkspaceContext } from '#store/react.ts'
import { useSessionState } from '#sync/react.ts'
import { Loading } from '#ui/Loading.tsx'
import { homeOf, isFor } from './navigation.ts'

/** The lock: what lies behind it exists only while somebody's workspace is open. */
export function Gate() {
  const session = useSessionState()
  const { pathname } = useLocation()
  switch (session.state) {
    case 'starting':
      return <Loading label="Opening Doorstep…" />
    case 'broken':
      return <BrokenScreen fault={session.fault} />
    case 'locked':
      return <UnlockScreen people={session.people} signedIn={session.signedIn} />
    case 'open': {
      const { person } = session
      if (pathname === '/' || !isFor(person, pathname)) return <Navigate to={homeOf(person)} replace />
      return (
        <WorkspaceContext value={session.workspace} key={person.id}>
          <TurnGuard>
            <Outlet />
          </TurnGuard>
        </WorkspaceContext>
      )
    }
  }
}
