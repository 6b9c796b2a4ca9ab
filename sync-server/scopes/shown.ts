import { shownToProvider } from '#domain/onwardReferral/shownToProvider.ts'
import { storedRecordSchema } from '#domain/record/record.ts'
import type { Role } from '#domain/staff/staff.ts'

/** A stored record as somebody is given it. Everybody of the service gets it as it is; a provider what is for them. */
export function shownTo(role: Role, wire: string): string {
  if (role !== 'provider') return wire
  const record = storedRecordSchema.parse(JSON.parse(wire))
  return record.kind === 'onwardReferral' ? JSON.stringify(shownToProvider(record)) : wire
}
