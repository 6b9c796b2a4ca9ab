import { useEffect, useSyncExternalStore } from 'react'
import { useRecords, useWorkspace } from '#store/react.ts'
import { reportBug } from '#store/reportBug.ts'
import type { Workspace } from '#store/workspace.ts'
import { type Directory, DirectoryReader } from './DirectoryReader.ts'

const readers = new WeakMap<Workspace, DirectoryReader>()

/** The directory, live and ready to be searched; undefined until it is there. */
export function useDirectory(): Directory | undefined {
  const reader = readerOf(useWorkspace())
  const services = useRecords('service')
  const organisations = useRecords('organisation')
  useEffect(() => {
    if (services && organisations) reader.follow(services, organisations).catch(reportBug)
  }, [reader, services, organisations])
  return useSyncExternalStore(reader.subscribe, reader.directory)
}

function readerOf(workspace: Workspace): DirectoryReader {
  const reader = readers.get(workspace) ?? new DirectoryReader()
  readers.set(workspace, reader)
  return reader
}
