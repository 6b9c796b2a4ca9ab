import { useMemo } from 'react'
import type { Leaflet } from '#domain/leaflet/leaflet.ts'
import { type Offered, onLeaflet } from '#domain/leaflet/offered.ts'
import { useWorkspace } from '#store/react.ts'
import { useSettings } from '#store/settings.ts'
import { formatLongDay } from '#ui/dates.ts'
import { useLocalNow } from '#ui/useNow.ts'
import type { Directory } from '#words/directory/DirectoryReader.ts'
import { type Told, told } from './leafletWords.ts'
import type { OnPaper } from './Paper.tsx'

/** A service that may go on the leaflet: what is told of it, and whether it is on. */
export interface Choice extends Offered {
  told: Told
  running: boolean
}

/** What is offered, as far as the directory still has it. What isn't running is left out until it is ticked. */
export function useChoices(
  directory: Directory,
  lists: readonly (readonly Offered[])[],
  leaflet: Leaflet,
): Choice[] {
  const { minute } = useLocalNow()
  const byId = useMemo(
    () => new Map(directory.listings.map((listing) => [listing.id, listing])),
    [directory.listings],
  )
  return onLeaflet(lists, leaflet).flatMap((offered) => {
    const listing = byId.get(offered.service)
    if (!listing) return []
    const { running } = listing
    return {
      ...offered,
      running,
      ticked: leaflet.ticked[offered.service] ?? (offered.ticked && running),
      told: told(listing, offered.agreed, { now: minute, origin: window.location.origin }),
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
