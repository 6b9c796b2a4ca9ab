import { useMemo } from 'react'
import { type Happened, happenedBy } from '#domain/directory/happened.ts'
import { inOrderOfUpkeep, type UpkeepReason, upkeepReasons } from '#domain/directory/upkeep.ts'
import type { ServiceBody } from '#domain/service/service.ts'
import { SETTINGS_ID, settingsInForce } from '#domain/settings/settings.ts'
import { useRecord, useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { useLocalNow } from '#ui/useNow.ts'

export interface UpkeepRow {
  service: View<'service'>
  entry: ServiceBody
  organisation: string
  reasons: UpkeepReason[]
  happened: Happened | undefined
}

/** The whole directory with why somebody should look at it, who waits first; undefined until it is there. */
export function useUpkeep(): UpkeepRow[] | undefined {
  const services = useRecords('service')
  const organisations = useRecords('organisation')
  const corrections = useRecords('correction')
  const referrals = useRecords('onwardReferral')
  const settings = useRecord('settings', SETTINGS_ID)
  const { today } = useLocalNow()
  return useMemo(() => {
    if (!services || !organisations || !corrections || !referrals || settings === undefined) return undefined
    const at = { today, quietDays: settingsInForce(settings?.body).quietDays }
    const said = Map.groupBy(bodies(corrections), ({ service }) => service)
    const made = Map.groupBy(bodies(referrals), ({ service }) => service)
    const happened = happenedBy(bodies(referrals), at)
    const names = new Map(organisations.map(({ id, body }) => [id, body.name]))
    const rows = services.map((service) => {
      const around = {
        corrections: said.get(service.id) ?? [],
        referrals: made.get(service.id) ?? [],
        happened: happened.get(service.id),
      }
      return {
        service,
        entry: service.body,
        organisation: names.get(service.body.organization_id) ?? '',
        reasons: upkeepReasons(service.body, around, at),
        happened: around.happened,
      }
    })
    return inOrderOfUpkeep(rows)
  }, [services, organisations, corrections, referrals, settings, today])
}

function bodies<Body>(views: readonly { body: Body }[]): Body[] {
  return views.map(({ body }) => body)
}
