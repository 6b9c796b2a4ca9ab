import { useMemo } from 'react'
import { calledName } from '#domain/client/name.ts'
import { offeredFromFile, type Offered } from '#domain/leaflet/offered.ts'
import { useRecord, useRecords, useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { useLocalNow } from '#ui/useNow.ts'
import { meetingWords } from './leafletWords.ts'
import type { OnPaper } from './Paper.tsx'

/** What a client's leaflet takes from their file. */
export interface ForClient extends Pick<OnPaper, 'from' | 'meeting'> {
  client: View<'client'>
  needs: { name: string; needs: readonly string[] }
  ofFile: Offered[]
}

export interface ForClientOptions {
  /** Whose leaflet it is; the client's co-ordinator where left out. */
  by?: string
  /** A visit that is under way is not the next one. */
  except?: string
}

/** Undefined until it is there; null where this device does not hold the file. */
export function useForClient(clientId: string, options: ForClientOptions = {}): ForClient | null | undefined {
  const client = useRecord('client', clientId)
  const ofFile = useOfFile(clientId)
  const visits = useRecords('visit', { file: clientId })
  const { person } = useWorkspace()
  const author = options.by ?? client?.body.coordinator ?? person.id
  const names = useNames()
  const { minute } = useLocalNow()
  const next = nextOf(visits, minute, options.except)
  if (client === null) return null
  if (!client || !ofFile || !visits || !names) return undefined
  const nameOf = (id: string) => names.get(id)?.name ?? 'A colleague'
  return {
    client,
    ofFile,
    needs: { name: calledName(client.body), needs: client.body.communicationNeeds ?? [] },
    from: { name: names.get(author)?.name ?? person.name, phone: names.get(author)?.phone },
    meeting: next ? meetingWords(next.body, { id: author, nameOf }, minute) : '',
  }
}

function useOfFile(file: string): Offered[] | undefined {
  const signposts = useRecords('signpost', { file })
  const referrals = useRecords('onwardReferral', { file })
  const { today } = useLocalNow()
  return useMemo(
    () => signposts && referrals && offeredFromFile({ signposts, referrals }, today),
    [signposts, referrals, today],
  )
}

function useNames(): Map<string, { name: string; phone: string | undefined }> | undefined {
  const staff = useRecords('staff', { removed: true })
  return useMemo(
    () => staff && new Map(staff.map(({ id, body }) => [id, { name: body.name, phone: body.phone }])),
    [staff],
  )
}

/** The next meeting that is planned. */
function nextOf(
  visits: readonly View<'visit'>[] | undefined,
  minute: string,
  except?: string,
): View<'visit'> | undefined {
  return visits
    ?.filter(({ id, body }) => id !== except && body.status === 'planned' && body.startsAt >= minute)
    .toSorted((a, b) => a.body.startsAt.localeCompare(b.body.startsAt))[0]
}
