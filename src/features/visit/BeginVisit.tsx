import { Button } from '@mantine/core'
import { IconAlertTriangle, IconPlayerPlay, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { NO_KNOWN_RISKS } from '#domain/client/client.ts'
import { type Edition, editionsInUse } from '#domain/form/editions.ts'
import type { Questionnaire } from '#domain/form/questionnaire.ts'
import { type LoadedPack, packInForce } from '#domain/measure/inForce.ts'
import { beginVisit, type VisitDraft } from '#domain/visit/visitDraft.ts'
import { riskInWords } from '#domain/visit/risksOnFile.ts'
import { useEditions } from '#store/editions.ts'
import type { KeepFault } from '#store/faults.ts'
import { newId } from '#store/ids.ts'
import { useRecord, useRecords, useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { formatMoment } from '#ui/dates.ts'
import { Facts, type Fact } from '#ui/Facts.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { clientName } from './clientName.ts'
import { DraftKeeper } from './draftKeeper.ts'
import { keepFaultInWords } from './KeptState.tsx'
import { placeInWords, purposeInWords } from './visitWords.ts'

export interface BeginVisitProps {
  visit: View<'visit'>
  file: string
  begun: (keeper: DraftKeeper) => void
}

/** Before the door: who, where, what to know. */
export function BeginVisit({ visit, file, begun }: BeginVisitProps) {
  const client = useRecord('client', file)
  const plans = useRecords('plan', { file })
  const packs = useRecords('instrument')
  const editions = useEditions()
  const { begin, busy, fault } = useBegin(begun)
  if (!client || !plans || !packs || !editions) return <Loading label="Opening the file…" />
  const { status } = visit.body
  const off = status === 'cancelled' || status === 'missed'
  return (
    <Page
      title={clientName(client.body)}
      tabName="Visit"
      lead={`${purposeInWords(visit.body.purpose)}, ${formatMoment(visit.body.startsAt)}`}
      back={{ to: `/clients/${file}`, label: 'File' }}
    >
      {client.body.doNotVisitAlone && (
        <Notice tone="risk" icon={<IconUsers size={24} />} title="Do not visit alone">
          Two of you go, or it waits.
        </Notice>
      )}
      <Section title="Before you begin">
        <Facts facts={whatToKnow(visit, client)} />
      </Section>
      {off && (
        <Notice tone="amber" icon={<IconAlertTriangle size={24} />}>
          This visit was marked as {status === 'cancelled' ? 'cancelled' : 'missed'}. Beginning it says that
          it takes place after all.
        </Notice>
      )}
      {fault && (
        <Notice tone="amber" live icon={<IconAlertTriangle size={24} />} title="The visit could not be begun">
          {keepFaultInWords(fault)}
        </Notice>
      )}
      <Button
        size="lg"
        mt="md"
        loading={busy}
        leftSection={<IconPlayerPlay size={24} aria-hidden />}
        onClick={() =>
          void begin(
            { visit, client, plan: plans[0] ?? null, loaded: packInForce(packs, 'wemwbs') },
            formsInUse(editions),
          )
        }
      >
        Begin visit
      </Button>
    </Page>
  )
}

function formsInUse(editions: readonly Edition[]): Questionnaire[] {
  return editionsInUse(editions).map(({ form }) => form)
}

function whatToKnow(visit: View<'visit'>, { body: client }: View<'client'>): Fact[] {
  const { place, address, riskNote, accessNote } = visit.body
  const known = (client.risks ?? []).filter(({ risk }) => risk !== NO_KNOWN_RISKS).map(riskInWords)
  const risks = [...known, ...(riskNote ? [riskNote] : [])]
  const lines =
    address ?? [...(client.address?.lines ?? []), client.address?.postcode ?? ''].join('\n').trim()
  const facts: [string, string | undefined][] = [
    ['Risks', risks.join('\n') || (client.risks?.length ? 'No known risks' : 'Not asked about yet')],
    ['How to talk', client.communicationNeeds?.join('\n')],
    ['Access', [...(client.accessNeeds ?? []), ...(accessNote ? [accessNote] : [])].join('\n')],
    ['Place', [placeInWords(place), ...(place === 'home' || address ? [lines] : [])].join('\n')],
    ['Phone', client.mobile ?? client.phone],
  ]
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

/** Keeps the draft first: a visit is only under way once it is on the disk. */
function useBegin(begun: BeginVisitProps['begun']) {
  const { drafts } = useWorkspace()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<KeepFault | null>(null)
  const begin = async (
    views: {
      visit: View<'visit'>
      client: View<'client'>
      plan: View<'plan'> | null
      loaded: LoadedPack | undefined
    },
    forms: readonly Questionnaire[],
  ) => {
    setBusy(true)
    const seen = {
      visit: seenNow(views.visit),
      client: seenNow(views.client),
      plan: views.plan && seenNow(views.plan),
    }
    const ids = { response: newId(), plan: newId() }
    const draft = beginVisit(seen, { ids, begunAt: new Date().toISOString(), loaded: views.loaded }, forms)
    const keeper = new DraftKeeper(drafts, { draft, clock: () => new Date() })
    await keeper.flush()
    setBusy(false)
    const { kept } = keeper.work()
    if (kept.state === 'fault') setFault(kept.fault)
    else begun(keeper)
  }
  return { begin, busy, fault }
}

type Seen = VisitDraft['seen']

function seenNow(view: View<'visit'>): Seen['visit']
function seenNow(view: View<'client'>): Seen['client']
function seenNow(view: View<'plan'>): NonNullable<Seen['plan']>
function seenNow({ id, kind, version, contested, body }: View<'visit'> | View<'client'> | View<'plan'>) {
  return { id, kind, version, contested, body }
}
