import { Navigate, Outlet, useLocation, useParams } from 'react-router'
import { useRecord } from '#store/react.ts'

/** Whatever leads to a file that was merged into another leads to that other file. */
export function HeadOfFile() {
  const { clientId = '' } = useParams()
  const { pathname, search } = useLocation()
  const client = useRecord('client', clientId)
  if (client?.mergedFile === undefined || client.file === null) return <Outlet />
  return <Navigate replace to={{ pathname: pathname.replace(clientId, client.file), search }} />
}
