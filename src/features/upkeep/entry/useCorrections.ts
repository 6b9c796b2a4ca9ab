import { useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'

/** What was said about an entry and is not decided yet, the earliest first. */
export function useCorrections(service: string, side: 'staff' | 'provider'): View<'correction'>[] {
  return (useRecords('correction') ?? [])
    .filter(({ body }) => body.service === service && body.status === 'open')
    .filter(({ body }) => (body.side === 'provider') === (side === 'provider'))
    .toSorted((a, b) => a.body.at.localeCompare(b.body.at))
}
