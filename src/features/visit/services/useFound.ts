import { useMemo, useState } from 'react'
import { isChosen, isRunning } from '#domain/directory/choose.ts'
import { useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { wordIndex } from '#ui/wordIndex.ts'
import { areaInWords } from '../plan/areas.ts'

export interface Found {
  readonly service: View<'service'>
  readonly organisation: string
}

/** Services that run, narrowed by words and by an area of life ('' for any); undefined until the directory is there. */
export function useFound(typed: string, area: string): Found[] | undefined {
  const all = useRunning()
  const [index] = useState(() => wordIndex({ name: 4, organisation: 3, about: 2, rest: 1 }))
  return useMemo(() => {
    if (!all) return undefined
    const fits = all.filter(({ service }) => isChosen(service.body, area === '' ? {} : { need: area }))
    if (typed.trim() === '') return fits
    index.follow(all.map(asWords))
    const byId = new Map(fits.map((found) => [found.service.id, found]))
    return index.find(typed).flatMap((id) => byId.get(id) ?? [])
  }, [all, index, typed, area])
}

function useRunning(): Found[] | undefined {
  const services = useRecords('service')
  const organisations = useRecords('organisation')
  return useMemo(() => {
    if (!services || !organisations) return undefined
    const names = new Map(organisations.map(({ id, body }) => [id, body.name]))
    return services
      .filter(({ body }) => isRunning(body))
      .map((service) => ({ service, organisation: names.get(service.body.organization_id) ?? '' }))
      .toSorted((a, b) => a.service.body.name.localeCompare(b.service.body.name))
  }, [services, organisations])
}

function asWords({ service: { id, body }, organisation }: Found) {
  const { name, alternate_name, categories, needs, description, eligibility_description } = body
  return {
    id,
    fields: {
      name: [name, alternate_name].join(' '),
      organisation,
      about: [...(categories ?? []), ...(needs ?? []).map(areaInWords)].join(' '),
      rest: [description, eligibility_description].join(' '),
    },
  }
}
