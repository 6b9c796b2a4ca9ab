import { createContext, use, useEffect, useMemo, useState } from 'react'
import type { Observable } from 'rxjs'
import type { KindName } from '#domain/kind/kinds.ts'
import type { View } from './view.ts'
import type { Draft, DraftStanding, OutboxEntry, Where, Workspace } from './workspace.ts'

export const WorkspaceContext = createContext<Workspace | null>(null)

/** The open workspace. Only screens behind the lock call it. */
export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext)
  if (!workspace) throw new Error('There is no open workspace above this component')
  return workspace
}

/** Live records of one kind; undefined until the first answer. */
export function useRecords<Name extends KindName>(
  kind: Name,
  { file, removed, merged }: Where = {},
): View<Name>[] | undefined {
  const workspace = useWorkspace()
  const query = useMemo(
    () =>
      workspace.records$(kind, {
        ...(file === undefined ? {} : { file }),
        ...(removed ? { removed } : {}),
        ...(merged ? { merged } : {}),
      }),
    [workspace, kind, file, removed, merged],
  )
  return useLive(query)
}

/** One live record; undefined until the first answer, null when there is none. */
export function useRecord<Name extends KindName>(kind: Name, id: string): View<Name> | null | undefined {
  const workspace = useWorkspace()
  return useLive(useMemo(() => workspace.record$(kind, id), [workspace, kind, id]))
}

export function useFile(file: string): View[] | undefined {
  const workspace = useWorkspace()
  return useLive(useMemo(() => workspace.file$(file), [workspace, file]))
}

export function useQuestions(): View[] | undefined {
  return useLive(useWorkspace().questions$)
}

export function useOutbox(): OutboxEntry[] | undefined {
  return useLive(useWorkspace().outbox$)
}

export function useDrafts(): Draft[] | undefined {
  return useLive(useWorkspace().drafts.list$)
}

/** What was begun in a screen of this very file, which no other file's screen would take up: their ids name it. */
export function useDraftsOfFile(file: string): Draft[] | undefined {
  return useDrafts()?.filter(({ id, about }) => about === file && id.includes(file))
}

/** How each draft stands beyond this device, by the draft's id. */
export function useDraftStandings(): ReadonlyMap<string, DraftStanding> | undefined {
  return useLive(useWorkspace().drafts.standing$)
}

/** How many copies of drafts lie at the service that do not open. */
export function useUnreadableDrafts(): number {
  return useLive(useWorkspace().drafts.unreadable$) ?? 0
}

/** The latest value of a stream; undefined until there is one, and again while a new stream has none yet. */
export function useLive<T>(stream: Observable<T>): T | undefined {
  const [latest, setLatest] = useState<{ of: Observable<T>; value: T } | null>(null)
  useEffect(() => {
    const subscription = stream.subscribe((value) => setLatest({ of: stream, value }))
    return () => subscription.unsubscribe()
  }, [stream])
  return latest?.of === stream ? latest.value : undefined
}
