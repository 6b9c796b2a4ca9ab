import { useParams } from 'react-router'
import { clientName } from '#domain/client/name.ts'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { PaneTitle } from '#ui/PaneTitle.tsx'
import classes from './ClientFile.module.css'
import { ClientFileParts } from './ClientFileParts.tsx'
import { NotHere } from './NotHere.tsx'
import { useClientFile } from './useClientFile.ts'

const back = { to: '/caseload', label: 'Caseload' }

/** A case file by itself: a phone's screen, or where a link leads. */
export function ClientFileScreen() {
  const { clientId = '' } = useParams()
  const file = useClientFile(clientId)
  return (
    <Page title={file ? clientName(file.client.body) : 'Case file'} tabName="Case file" back={back}>
      {file === undefined && <Loading label="Opening the file…" />}
      {file === null && <NotHere />}
      {file && <ClientFileParts key={clientId} file={file} />}
    </Page>
  )
}

/** The same beside the caseload. */
export function ClientFilePane() {
  const { clientId = '' } = useParams()
  const file = useClientFile(clientId)
  if (file === undefined) return <Loading label="Opening the file…" />
  if (file === null) return <NotHere />
  return (
    <div className={classes['pane']}>
      <PaneTitle key={clientId} title={clientName(file.client.body)} />
      <ClientFileParts key={clientId} file={file} />
    </div>
  )
}
