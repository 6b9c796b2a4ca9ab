import { IconFolderOff, IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { clientName } from '#domain/client/name.ts'
import { useWorkspace } from '#store/react.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { useWholeFile, type WholeFile } from './useWholeFile.ts'

interface ManagersFileProps {
  /** What is done here; the person's name is added. */
  title: string
  back: (client: string) => { to: string; label: string }
  children: (file: WholeFile, name: string) => ReactNode
}

/** A screen about one person's whole file, for managers. */
export function ManagersFile({ title, back, children }: ManagersFileProps) {
  const { clientId = '' } = useParams()
  const { person } = useWorkspace()
  const file = useWholeFile(clientId)
  const name = file ? clientName(file.client.body) : ''
  return (
    <Page title={name ? `${title}: ${name}` : title} tabName={title} back={back(clientId)}>
      {person.role !== 'manager' ? (
        <EmptyState title="This is for managers" icon={<IconLock size={36} />}>
          Ask your manager, who can do this for you.
        </EmptyState>
      ) : (
        <>
          {file === undefined && <Loading label="Opening the file…" />}
          {file === null && (
            <EmptyState title="This file is not on this device" icon={<IconFolderOff size={36} />}>
              It may have been destroyed, or it has not come down yet.
            </EmptyState>
          )}
          {file && children(file, name)}
        </>
      )}
    </Page>
  )
}
