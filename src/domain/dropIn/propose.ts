import { isRunning } from '../directory/choose.ts'
import type { ServiceBody } from '../service/service.ts'

interface Offered {
  readonly id: string
  readonly body: Pick<ServiceBody, 'name' | 'needs' | 'status'>
}

/** How often each service was given, by its id. */
export function timesGiven(contacts: readonly { readonly given: readonly string[] }[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const id of contacts.flatMap(({ given }) => given)) times.set(id, (times.get(id) ?? 0) + 1)
  return times
}

/**
 * Services to tell somebody about who asks for these needs: those that run and help with one of them. The most given
 * come first, then those that help with more of the needs, then by name.
 */
export function proposedServices<Service extends Offered>(
  services: readonly Service[],
  needs: readonly string[],
  given: ReadonlyMap<string, number>,
): Service[] {
  const fitting = ({ body }: Offered) => needs.filter((need) => body.needs?.includes(need)).length
  return services
    .filter((service) => isRunning(service.body) && fitting(service) > 0)
    .toSorted(
      (a, b) =>
        (given.get(b.id) ?? 0) - (given.get(a.id) ?? 0) ||
        fitting(b) - fitting(a) ||
        a.body.name.localeCompare(b.body.name),
    )
}
