import { useMemo } from 'react'
import { combineLatest, map, of } from 'rxjs'
import { isKindName } from '#domain/kind/kinds.ts'
import { useLive, useWorkspace } from '#store/react.ts'
import type { OutboxEntry } from '#store/workspace.ts'
import type { FileOf } from './changeWords.ts'

type Holding = Pick<OutboxEntry, 'change'>

/** To which files the changed records belong. */
export function useFiles(entries: Holding[]): FileOf {
  const workspace = useWorkspace()
  const wanted = wantedBy(entries)
  const files$ = useMemo(() => {
    const records = wanted.split(' ').flatMap((pair) => {
      const [kind = '', id = ''] = pair.split(':')
      return isKindName(kind) ? [workspace.record$(kind, id)] : []
    })
    if (records.length === 0) return of(new Map<string, string | null>())
    return combineLatest(records).pipe(
      map((views) => new Map(views.flatMap((view) => (view ? [[view.id, view.file] as const] : [])))),
    )
  }, [workspace, wanted])
  const files = useLive(files$)
  return (id) => files?.get(id)
}

/** As one text, so that the queries stay while the same records are meant. Only the first edit names a change. */
function wantedBy(entries: Holding[]): string {
  const pairs = entries.flatMap(({ change: { edits } }) =>
    edits.slice(0, 1).flatMap((edit) => (edit.op === 'create' ? [] : [`${edit.kind}:${edit.id}`])),
  )
  return [...new Set(pairs)].toSorted().join(' ')
}
