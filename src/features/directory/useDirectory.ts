import { useMemo, useState } from 'react'
import { type Choice, isChosen, isRunning } from '#domain/directory/choose.ts'
import { useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { wordIndex } from '#ui/wordIndex.ts'
import { needName } from './words.ts'

export interface DirectoryEntry {
  service: View<'service'>
  organisation: View<'organisation'> | undefined
}

/** The whole directory by name; undefined until it is there. */
export function useDirectory(): DirectoryEntry[] | undefined {
  const services = useRecords('service')
  const organisations = useRecords('organisation')
  return useMemo(() => {
    if (!services || !organisations) return undefined
    const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]))
    return services
      .map((service) => ({ service, organisation: byId.get(service.body.organization_id) }))
      .toSorted((a, b) => a.service.body.name.localeCompare(b.service.body.name))
  }, [services, organisations])
}

/** The entries that fit a choice and what was typed; with words typed, the best match first. */
export function useChosen(
  entries: readonly DirectoryEntry[],
  choice: Choice,
  typed: string,
): DirectoryEntry[] {
  const [index] = useState(() => wordIndex({ name: 4, organisation: 3, about: 2, rest: 1 }))
  const { category, need, openToReferral } = choice
  return useMemo(() => {
    const wanted: Choice = {
      ...(category === undefined ? {} : { category }),
      ...(need === undefined ? {} : { need }),
      ...(openToReferral === undefined ? {} : { openToReferral }),
    }
    const fits = entries.filter(({ service }) => isChosen(service.body, wanted))
    if (typed.trim() === '') return runningFirst(fits)
    index.follow(entries.map(asWords))
    const byId = new Map(fits.map((entry) => [entry.service.id, entry]))
    return index.find(typed).flatMap((id) => byId.get(id) ?? [])
  }, [entries, index, typed, category, need, openToReferral])
}

function runningFirst(entries: DirectoryEntry[]): DirectoryEntry[] {
  const running = (entry: DirectoryEntry) => isRunning(entry.service.body)
  return [...entries.filter(running), ...entries.filter((entry) => !running(entry))]
}

function asWords({ service: { id, body }, organisation }: DirectoryEntry) {
  return {
    id,
    fields: {
      name: [body.name, body.alternate_name].filter(Boolean).join(' '),
      organisation: [organisation?.body.name, organisation?.body.alternate_name].filter(Boolean).join(' '),
      about: [...(body.categories ?? []), ...(body.needs ?? []).map(needName)].join(' '),
      rest: [
        body.description,
        body.eligibility_description,
        ...(body.service_areas ?? []).map(({ name }) => name),
      ]
        .filter(Boolean)
        .join(' '),
    },
  }
}
