import { Navigate, Outlet, useLocation, useParams } from 'react-router'
import { useDraftsOfFile, useRecord } from '#store/react.ts'

/**
 * Whatever leads to a file that was merged into another leads to that other file. While something is begun there and
 * not saved, the merged file stays open by itself: nobody is led away from what they type.
 */
export function HeadOfFile() {
  const { clientId = '' } = useParams()
  const { pathname, search } = useLocation()
  const client = useRecord('client', clientId)
  const begun = useDraftsOfFile(clientId)
  const isElsewhere = client?.mergedFile !== undefined && client.file !== null && begun?.length === 0
  if (!isElsewhere) return <Outlet />
  return <Navigate replace to={{ pathname: pathname.replace(clientId, client.file ?? clientId), search }} />
}
