import { createContext, use } from 'react'
import { useLive } from '#store/react.ts'
import type { Session, SessionState } from './session.ts'
import type { SyncStatus } from './status.ts'

export const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('There is no session above this component')
  return session
}

export function useSessionState(): SessionState {
  return useLive(useSession().state$) ?? { state: 'starting' }
}

/** Undefined until the first word from the engine. */
export function useSyncStatus(): SyncStatus | undefined {
  return useLive(useSession().status$)
}
