import { useEffect } from 'react'
import { isAnotherLook } from '#domain/audit/looks.ts'
import { createRecord } from '#domain/change/write.ts'
import { newId } from '#store/ids.ts'
import { useWorkspace } from '#store/react.ts'
import type { Workspace } from '#store/workspace.ts'

/** What somebody looks at or takes out of the app: a client's file, or a record of it. */
export interface Look {
  act: 'opened' | 'exported' | 'printed'
  client: string
  record: string
  kind: string
}

/** When each thing was last noted, for as long as a workspace is open: nothing of it may lie on the device in the clear. */
const noted = new WeakMap<Workspace, Map<string, Date>>()

/** Notes in the service's log that this person has opened a file, or a record of it. Null while there is none. */
export function useLook(look: Omit<Look, 'act'> | null): void {
  const workspace = useWorkspace()
  const { client, record, kind } = look ?? {}
  useEffect(() => {
    if (client === undefined || record === undefined || kind === undefined) return
    noteLook(workspace, { act: 'opened', client, record, kind })
  }, [workspace, client, record, kind])
}

/**
 * Nobody waits for it: a screen opens as fast as without it. A line that cannot be kept, since the device is full or lost
 * its storage, is said by the status like any save.
 */
export function noteLook(workspace: Workspace, { act, client, record, kind }: Look, now = new Date()): void {
  const looks = noted.get(workspace) ?? new Map<string, Date>()
  noted.set(workspace, looks)
  const key = `${act} ${record}`
  if (act === 'opened' && !isAnotherLook(looks.get(key), now)) return
  looks.set(key, now)
  const line = { act, at: now.toISOString(), by: workspace.person.id, about: { client, record, kind } }
  void workspace.save([createRecord('audit', newId(), null, line)])
}
