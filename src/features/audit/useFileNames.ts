import { useMemo } from 'react'
import { clientName, sortName } from '#domain/client/name.ts'
import { useRecords } from '#store/react.ts'
import type { FileName } from './auditWords.ts'

export interface NamedFile {
  id: string
  name: string
}

/** Whose file is whose, by the files on this device; a manager's has all. */
export function useFileNames(): { nameOf: FileName; files: NamedFile[] } {
  const clients = useRecords('client', { removed: true, merged: true })
  return useMemo(() => {
    const sorted = (clients ?? []).toSorted((a, b) => sortName(a.body).localeCompare(sortName(b.body)))
    const files = sorted.map(({ id, body }) => ({ id, name: clientName(body) }))
    const names = new Map(files.map(({ id, name }) => [id, name]))
    return { files, nameOf: (file) => names.get(file) ?? null }
  }, [clients])
}
