import { useMemo } from 'react'
import { isRunning } from '#domain/directory/choose.ts'
import type { Leaflet } from '#domain/leaflet/leaflet.ts'
import { type Offered, onLeaflet } from '#domain/leaflet/offered.ts'
import { useRecords, useWorkspace } from '#store/react.ts'
import { useSettings } from '#store/settings.ts'
import type { View } from '#store/view.ts'
import { formatLongDay } from '#ui/dates.ts'
import { useLocalNow } from '#ui/useNow.ts'
import { type Told, told } from './leafletWords.ts'
import type { OnPaper } from './Paper.tsx'

/** A service that may go on the leaflet: what is told of it, and whether it is on. */
export interface Choice extends Offered {
  told: Told
  running: boolean
}

export interface Directory {
  services: ReadonlyMap<string, View<'service'>>
  organisations: ReadonlyMap<string, string>
}

/** The directory by id; undefined until it is there. */
export function useDirectory(): Directory | undefined {
  const services = useRecords('service')
  const organisations = useRecords('organisation')
  return useMemo(() => {
    if (!services || !organisations) return undefined
    return {
      services: new Map(services.map((service) => [service.id, service])),
      organisations: new Map(organisations.map(({ id, body }) => [id, body.name])),
    }
  }, [services, organisations])
}

/** What is offered, as far as the directory still has it. What isn't running is left out until it is ticked. */
export function useChoices(
  directory: Directory,
  lists: readonly (readonly Offered[])[],
  leaflet: Leaflet,
): Choice[] {
  const { minute } = useLocalNow()
  return onLeaflet(lists, leaflet).flatMap((offered) => {
    const service = directory.services.get(offered.service)
    if (!service) return []
    const running = isRunning(service.body)
    const organisation = directory.organisations.get(service.body.organization_id) ?? ''
    return {
      ...offered,
      running,
      ticked: leaflet.ticked[offered.service] ?? (offered.ticked && running),
      told: told(service, organisation, offered.agreed, { now: minute, origin: window.location.origin }),
    }
  })
}

export function useOnPaper(
  choices: readonly Choice[],
  { note }: Leaflet,
  { from, meeting }: Pick<OnPaper, 'from' | 'meeting'>,
): OnPaper {
  const { person } = useWorkspace()
  const { urgentNumbers } = useSettings()
  const { today } = useLocalNow()
  return {
    service: person.service,
    writtenOn: formatLongDay(today),
    services: choices.filter(({ ticked }) => ticked).map((choice) => choice.told),
    note,
    from,
    meeting,
    urgentNumbers,
  }
}
