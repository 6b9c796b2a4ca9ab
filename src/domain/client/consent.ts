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

/** `withdrawn`: they had agreed to the same before, and do not any more. */
export type Decided = 'given' | 'refused' | 'withdrawn'

export interface PastConsent {
  consent: Consent
  decided: Decided
  holds: boolean
}

/**
 * Everything that somebody was asked and answered, the latest first. No entry takes an earlier one's place: an answer
 * is only ever added.
 */
export function consentHistory(client: Pick<ClientBody, 'consents'>): PastConsent[] {
  const all = (client.consents ?? []).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const holding = [consentTo(client, 'hold'), consentTo(client, 'share')]
  return all
    .map((consent, i) => {
      const before = all.slice(0, i).findLast(({ to }) => to === consent.to)
      return { consent, decided: decidedIn(consent, before), holds: holding.includes(consent) }
    })
    .toReversed()
}

function decidedIn({ given }: Consent, before: Consent | undefined): Decided {
  if (given) return 'given'
  return before?.given ? 'withdrawn' : 'refused'
}
