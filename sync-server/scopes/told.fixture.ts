import type { Edit } from '#domain/change/change.ts'
import { newId } from '../testing/changes.ts'

/** What is told to whoever referred a client, and a concern to those whom it names, in a file or in none. */
export function told(
  op: 'progress' | 'concern',
  { to, client, file }: { to: string; client: string; file: string | null },
): Edit {
  const said = { op: 'create' as const, version: 1, id: newId() }
  return op === 'progress'
    ? { ...said, kind: 'referralProgress', file: client, body: progressOf(to) }
    : { ...said, kind: 'concern', file, body: concernFor(to) }
}

const progressOf = (referredBy: string) => ({
  referral: newId(),
  referredBy,
  name: 'Iris A',
  on: '2026-03-02',
  status: 'received',
})

const concernFor = (staff: string) => ({
  about: 'medical',
  facts: 'Seen',
  at: '2026-03-02T10:00:00.000Z',
  by: staff,
  people: [staff],
})
