import { Button } from '@mantine/core'
import { IconClipboardOff } from '@tabler/icons-react'
import { useMemo } from 'react'
import { Link, useParams } from 'react-router'
import { measureToTake, type Offered } from '#domain/measure/inForce.ts'
import { newId } from '#store/ids.ts'
import { useRecord, useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { useLook } from '#ui/useLook.ts'
import { beginMeasure, measureDraftSchema } from './measureDraft.ts'
import { OpenMeasure } from './OpenMeasure.tsx'

/** A measure by itself, beside no visit: how it is taken, one question at a time, and what came of it. */
export function MeasureScreen() {
  const { clientId = '', code = '' } = useParams()
  const client = useRecord('client', clientId)
  const packs = useRecords('instrument')
  const offered = useMemo(() => packs && measureToTake(packs, code), [packs, code])
  useLook(client ? { client: clientId, record: clientId, kind: 'client' } : null)
  if (client === undefined || !packs) return <Loading label="Opening the measure…" />
  if (client === null || client.deleted)
    return <NotHere to="/caseload" what="This file is not on this tablet" />
  if (!offered) return <NotHere to={`/clients/${clientId}`} what="This measure is not on this tablet" />
  return <Begun key={`${clientId} ${code}`} client={client} offered={offered} />
}

function Begun({ client, offered }: { client: View<'client'>; offered: Offered }) {
  const { code } = offered.instrument
  const begin = useMemo(() => beginMeasure(offered, newId()), [offered])
  const draft = useFormDraft({
    id: `measure:${client.id}:${code}`,
    about: client.id,
    schema: measureDraftSchema,
    begin,
  })
  if (!draft.state) return <Loading label="Opening the measure…" />
  return <OpenMeasure client={client} code={code} draft={draft} state={draft.state} />
}

function NotHere({ to, what }: { to: string; what: string }) {
  return (
    <Page title="Take a measure">
      <EmptyState
        title={what}
        icon={<IconClipboardOff size={32} />}
        action={
          <Button component={Link} to={to} variant="default">
            Back
          </Button>
        }
      >
        It may have been taken out, or it comes with the next signal.
      </EmptyState>
    </Page>
  )
}
