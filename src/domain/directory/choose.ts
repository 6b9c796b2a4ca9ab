import type { ServiceBody } from '../service/service.ts'

/** Whether a formal referral would be answered now: the service runs, takes referrals, and is open to them. */
export function takesReferrals(service: ServiceBody): boolean {
  return isRunning(service) && service.accepts !== 'signpost' && service.open_to_referrals !== false
}

/** Whether anybody can go there at all. A status of a newer version counts as running. */
export function isRunning({ status }: Pick<ServiceBody, 'status'>): boolean {
  return status !== 'inactive' && status !== 'defunct' && status !== 'temporarily closed'
}

/** Every category, need or language that is in use, with how many services have it, by name. */
export function countBy(
  services: readonly ServiceBody[],
  field: 'categories' | 'needs' | 'languages',
): { name: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const name of services.flatMap((service) => [...new Set(service[field] ?? [])])) {
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
}
