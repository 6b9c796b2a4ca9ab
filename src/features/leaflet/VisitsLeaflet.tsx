import { useState } from 'react'
import { Navigate, useParams } from 'react-router'
import { beginLeaflet, leafletSchema } from '#domain/leaflet/leaflet.ts'
import { leftOut, offeredAtVisit } from '#domain/leaflet/offered.ts'
import { type VisitDraft, visitDraftSchema } from '#domain/visit/visitDraft.ts'
import { newId } from '#store/ids.ts'
import { useDrafts, useRecord, useWorkspace } from '#store/react.ts'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { useLook } from '#ui/useLook.ts'
import { draftOf } from './draftOf.ts'
import { LeafletWork } from './LeafletWork.tsx'
import { type ForClient, useForClient } from './useForClient.ts'

/**
 * The leaflet that is left at the end of a visit. The visit's draft is read and never written: what was chosen there is
 * taken from it, and finishing it is what records it. Once it is finished, the leaflet is the file's.
 */
export function VisitsLeafletScreen() {
  const { visitId = '' } = useParams()
  const drafts = useDrafts()
  const visit = useRecord('visit', visitId)
  if (!drafts || visit === undefined) return <Loading label="Opening the visit…" />
  const draft = visitDraftSchema.safeParse(drafts.find(({ id }) => id === visitId)?.content)
  if (draft.success) return <UnderWay key={visitId} visitId={visitId} draft={draft.data} />
  const file = visit?.file
  return <Navigate replace to={file ? `/clients/${file}/leaflet` : `/visits/${visitId}`} />
}

function UnderWay({ visitId, draft }: { visitId: string; draft: VisitDraft }) {
  const { person } = useWorkspace()
  const forClient = useForClient(draft.seen.client.id, { by: person.id, except: visitId })
  if (forClient === null) return <Navigate replace to={`/visits/${visitId}`} />
  return (
    <Page
      title={forClient ? `Leaflet for ${forClient.needs.name}` : 'Leaflet'}
      tabName="Services for you"
      width="wide"
      back={{ to: `/visits/${visitId}`, label: 'Back to the visit' }}
    >
      {forClient ? <OfVisit draft={draft} forClient={forClient} /> : <Loading />}
    </Page>
  )
}

function OfVisit({ draft, forClient }: { draft: VisitDraft; forClient: ForClient }) {
  const { client, needs, ofFile, from, meeting } = forClient
  const [begin] = useState(() => beginLeaflet(newId(), [], needs.needs))
  useLook({ client: client.id, record: draft.seen.visit.id, kind: 'visit' })
  return (
    <LeafletWork
      draft={{ ...draftOf(client.id), schema: leafletSchema, begin }}
      offered={() => [offeredAtVisit(draft.services), leftOut(ofFile)]}
      from={from}
      meeting={meeting}
      needs={needs}
      mayAdd={false}
      recording={{ where: 'visit' }}
      done={null}
    />
  )
}
