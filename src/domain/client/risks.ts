import { type ClientBody, NO_KNOWN_RISKS } from './client.ts'

export type Risk = NonNullable<ClientBody['risks']>[number]

/**
 * What is known about the risks of a visit. PRSB Social Prescribing 1.1 asks for an entry, and "no known risks" is
 * one: it must not look the same as nobody having asked.
 */
export type KnownRisks = { state: 'not-asked' } | { state: 'none' } | { state: 'known'; risks: Risk[] }

export function knownRisks(client: Pick<ClientBody, 'risks'>): KnownRisks {
  const entries = client.risks ?? []
  const risks = entries.filter((entry) => entry.risk !== NO_KNOWN_RISKS)
  if (risks.length > 0) return { state: 'known', risks }
  return entries.length > 0 ? { state: 'none' } : { state: 'not-asked' }
}
