import { likelySame } from '#domain/client/likelySame.ts'
import { nhsNumberDigits } from '#domain/client/nhsNumber.ts'
import type { View } from '#store/view.ts'

type Client = View<'client'>

/**
 * Finds the files that may be of the same person. Only those that share a birth date or an NHS number are looked at, so
 * that a queue in front of ten thousand files opens at once.
 */
export function twinsAmong(clients: readonly Client[]): (client: Client) => Client[] {
  const near = new Map<string, Client[]>()
  for (const client of clients) {
    for (const key of keysOf(client)) near.set(key, [...(near.get(key) ?? []), client])
  }
  return (client) => {
    const candidates = new Set(keysOf(client).flatMap((key) => near.get(key) ?? []))
    return [...candidates].filter(
      (other) => other.id !== client.id && !isSettled(client, other) && likelySame(client.body, other.body),
    )
  }
}

function keysOf({ body: { dateOfBirth, nhsNumber } }: Client): string[] {
  const number = nhsNumberDigits(nhsNumber ?? '')
  return [...(dateOfBirth ? [`born ${dateOfBirth.trim()}`] : []), ...(number === '' ? [] : [`NHS ${number}`])]
}

/** Of two files that were made one, or that somebody has told apart, there is nothing to ask. */
function isSettled(a: Client, b: Client): boolean {
  const merged = a.body.merged !== undefined || b.body.merged !== undefined
  return merged || (a.body.notSameAs ?? []).includes(b.id) || (b.body.notSameAs ?? []).includes(a.id)
}
