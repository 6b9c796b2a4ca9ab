import type { ClientBody } from './client.ts'

export type Consent = NonNullable<ClientBody['consents']>[number]

/** The consent that holds now for a purpose: the latest entry by its day; undefined where nobody asked. */
export function consentTo(
  client: Pick<ClientBody, 'consents'>,
  purpose: 'hold' | 'share',
): Consent | undefined {
  return (client.consents ?? [])
    .filter((consent) => consent.to === purpose)
    .reduce<Consent | undefined>((latest, next) => (latest && latest.on > next.on ? latest : next), undefined)
}
