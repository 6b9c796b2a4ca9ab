import { useMemo } from 'react'
import { isRunning } from '#domain/directory/choose.ts'
import { useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'

/** A service of the directory with the name of whose it is. */
export type Offered = View<'service'> & { organisation: string }

/** Every service that runs, by name; undefined until the directory is there. */
export function useServices(): Offered[] | undefined {
  const services = useRecords('service')
  const organisations = useRecords('organisation')
  return useMemo(() => {
    if (!services || !organisations) return undefined
    const names = new Map(organisations.map(({ id, body }) => [id, body.name]))
    return services
      .filter(({ body }) => isRunning(body))
      .map((service) => ({
        ...service,
        organisation: names.get(service.body.organization_id) ?? 'The service',
      }))
      .toSorted((a, b) => a.body.name.localeCompare(b.body.name, 'en-GB'))
  }, [services, organisations])
}
