import { useMemo, useState } from 'react'
import { isRunning } from '#domain/directory/choose.ts'
import { useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { wordIndex } from '#ui/wordIndex.ts'
import { need, wordFor } from '#words/codes.ts'

export interface Offered {
  id: string
  body: View<'service'>['body']
  organisation: string
}

/** The services of the directory, with who runs them; undefined until they are there. */
export function useServices(): Offered[] | undefined {
  const services = useRecords('service')
  const organisations = useRecords('organisation')
  return useMemo(() => {
    if (!services || !organisations) return undefined
    const names = new Map(organisations.map(({ id, body }) => [id, body.name]))
    return services.map(({ id, body }) => ({
      id,
      body,
      organisation: names.get(body.organization_id) ?? '',
    }))
  }, [services, organisations])
}

/** Of those that run what was meant by what was typed, the best match first; nothing while nothing is typed. */
export function useFound(services: readonly Offered[], typed: string): Offered[] {
  const [index] = useState(() => wordIndex({ name: 4, organisation: 2, needs: 2, rest: 1 }))
  return useMemo(() => {
    if (typed.trim() === '') return []
    index.follow(services.map(asWords))
    const byId = new Map(services.map((service) => [service.id, service]))
    return index
      .find(typed)
      .flatMap((id) => byId.get(id) ?? [])
      .filter(({ body }) => isRunning(body))
  }, [services, index, typed])
}

function asWords({ id, body, organisation }: Offered) {
  const { name, alternate_name = '', categories = [], needs = [], description = '' } = body
  return {
    id,
    fields: {
      name: `${name} ${alternate_name}`,
      organisation,
      needs: [...categories, ...needs.map((code) => wordFor(need, code))].join(' '),
      rest: description,
    },
  }
}
