import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import {
  beginLeaflet,
  handedTo,
  type Leaflet,
  leafletSchema,
  servicesAsked,
} from '#domain/leaflet/leaflet.ts'
import { offeredAnew } from '#domain/leaflet/offered.ts'
import { newId } from '#store/ids.ts'
import { useWorkspace } from '#store/react.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { tell } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import type { FormDraft } from '#ui/useFormDraft.ts'
import { draftOf } from './draftOf.ts'
import { LeafletWork } from './LeafletWork.tsx'

const DRAFT = 'leaflet'

/** A leaflet of services out of the directory, for whoever stands before one. */
export function AnybodysLeafletScreen() {
  const { person } = useWorkspace()
  const { asked, ask } = useAsked()
  const back = useBack()
  const handTo = useHandingTo()
  const [begin] = useState(() => beginLeaflet(newId(), asked))
  const holdsFiles = person.role === 'coordinator' || person.role === 'manager'
  return (
    <Page title="Leaflet" place="/leaflet" width="wide" back={back}>
      <LeafletWork
        draft={{ id: DRAFT, about: DRAFT, schema: leafletOf(asked), begin }}
        offered={({ services }) => [offeredAnew(services)]}
        onChange={ask}
        {...(holdsFiles ? { handTo } : {})}
        from={null}
        meeting=""
        needs={null}
        mayAdd
        recording={{ where: 'nobody' }}
        done={back.to}
      />
    </Page>
  )
}

/** With other services it was another leaflet, for somebody else perhaps: its note is not shown to this one. */
function leafletOf(services: readonly string[]) {
  const wanted = services.toSorted().join()
  return leafletSchema.refine((leaflet) => leaflet.services.toSorted().join() === wanted)
}

/** The services live in the address, so that what was typed is found again with them. */
function useAsked() {
  const [params, setParams] = useSearchParams()
  const asked = servicesAsked(params.get('services'))
  const ask = ({ services }: Leaflet) => {
    if (services.length === asked.length) return
    const after = new URLSearchParams(params)
    after.set('services', services.join(','))
    setParams(after, { replace: true, preventScrollReset: true })
  }
  return { asked, ask }
}

/** Where one came from, by `?from=`. */
const origins: Readonly<Record<string, { to: string; label: string }>> = {
  'drop-in': { to: '/drop-in', label: 'Drop-in' },
}

function useBack() {
  const [params] = useSearchParams()
  return origins[params.get('from') ?? ''] ?? { to: '/directory', label: 'Directory' }
}

function useHandingTo() {
  const { drafts } = useWorkspace()
  const navigate = useNavigate()
  return async (client: string, leaflet: Leaflet, form: FormDraft<Leaflet>) => {
    const { id, about } = draftOf(client)
    const found = leafletSchema.safeParse((await drafts.read(id))?.content)
    const before = found.success
      ? found.data
      : { ...beginLeaflet(newId(), leaflet.services), size: leaflet.size }
    const now = new Date().toISOString()
    const content = handedTo(before, leaflet)
    const kept = await drafts.write({ id, about, begunAt: now, savedAt: now, content })
    if (!kept.ok) return tell(keepFaultWords(kept.error))
    await form.discard()
    await navigate(`/clients/${client}/leaflet`)
  }
}
