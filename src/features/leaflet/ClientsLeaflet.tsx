import { IconFolderOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { clientName } from '#domain/client/name.ts'
import { beginLeaflet, leafletSchema, servicesAsked } from '#domain/leaflet/leaflet.ts'
import { leftOut, offeredAnew } from '#domain/leaflet/offered.ts'
import { newId } from '#store/ids.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { useLook } from '#ui/useLook.ts'
import { draftOf } from './draftOf.ts'
import { LeafletWork } from './LeafletWork.tsx'
import { type ForClient, useForClient } from './useForClient.ts'

/** A leaflet for a client, out of their file: what they were told about and referred to, and what is added. */
export function ClientsLeafletScreen() {
  const { clientId = '' } = useParams()
  const forClient = useForClient(clientId)
  const name = forClient ? clientName(forClient.client.body) : 'Case file'
  return (
    <Page
      title={forClient ? `Leaflet for ${name}` : 'Leaflet'}
      tabName="Services for you"
      width="wide"
      back={{ to: backTo(clientId), label: name }}
    >
      {forClient === undefined && <Loading />}
      {forClient === null && (
        <EmptyState title="This file is not on this device" icon={<IconFolderOff size={36} />}>
          It may belong to another team, or it has not come down yet.
        </EmptyState>
      )}
      {forClient && <OfFile key={clientId} forClient={forClient} name={name} />}
    </Page>
  )
}

const backTo = (client: string) => `/clients/${client}?part=referrals`

function OfFile({ forClient, name }: { forClient: ForClient; name: string }) {
  const { client, needs, ofFile, from, meeting } = forClient
  const [params] = useSearchParams()
  const [asked] = useState(() => servicesAsked(params.get('services')))
  const [begin] = useState(() => beginLeaflet(newId(), asked, needs.needs))
  useLook({ client: client.id, record: client.id, kind: 'client' })
  return (
    <LeafletWork
      draft={{ ...draftOf(client.id), schema: leafletSchema, begin }}
      offered={(leaflet) => [
        leaflet.ofFile ? ofFile : leftOut(ofFile),
        offeredAnew([...new Set([...leaflet.services, ...asked])]),
      ]}
      from={from}
      meeting={meeting}
      needs={needs}
      mayAdd
      recording={{ where: 'file', file: client.id, name }}
      done={backTo(client.id)}
    />
  )
}
