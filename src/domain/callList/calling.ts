import { sortName } from '../client/name.ts'
import type { ClientBody } from '../client/client.ts'
import type { ContactBody } from '../contact/contact.ts'
import { isReached } from '../contact/log.ts'
import type { Held } from '../record/held.ts'
import type { CallListBody } from './callList.ts'

/**
 * How somebody on a list stands:
 *
 * - `to-call`: not called from this list yet
 * - `try-again`: called and not reached; a message that was left is worth another try
 * - `spoken`: reached, and done with
 * - `no-way`: the number is wrong, or there is none
 * - `away`: their file is not on this device any more; closed files and other teams' are nobody to ring
 */
export type Standing = 'to-call' | 'try-again' | 'spoken' | 'no-way' | 'away'

export interface OnList<Client> {
  id: string
  client: Client | null
  standing: Standing
  calls: Held<ContactBody>[]
}

/**
 * Everybody on a list, by name, with the calls that were made from it, the latest first. Whose file was merged since is
 * called as the person of the other file (`clients` with the merged ones, each with the file under which it is shown).
 */
export function peopleOn<Client extends Held<ClientBody>>(
  list: Held<CallListBody>,
  clients: readonly Client[],
  contacts: readonly Held<ContactBody>[],
): OnList<Client>[] {
  const byId = new Map(clients.map((client) => [client.id, client]))
  const made = contacts.filter(({ body }) => body.callList === list.id)
  const headOf = (id: string) => byId.get(byId.get(id)?.file ?? id)?.id ?? id
  return [...new Set(list.body.clients.map(headOf))]
    .map((id) => {
      const client = byId.get(id) ?? null
      const calls = made.filter(({ file }) => file === id).toSorted(latest)
      return { id, client, calls, standing: standingOf(client, calls) }
    })
    .toSorted((a, b) => nameOf(a.client).localeCompare(nameOf(b.client)))
}

function standingOf(client: Held<ClientBody> | null, calls: readonly Held<ContactBody>[]): Standing {
  if (!client || client.body.status === 'closed') return 'away'
  if (calls.some(({ body }) => isReached(body))) return 'spoken'
  const [last] = calls
  if (last?.body.outcome === 'wrong-number' || numbersOf(client.body).length === 0) return 'no-way'
  return last ? 'try-again' : 'to-call'
}

/**
 * Who is rung next: first whom nobody has called, then who was not reached, the longest ago first. Whoever was skipped
 * comes after all others, in the order of skipping, so that nobody is forgotten. Null when nobody is left.
 */
export function nextOn<Client>(
  people: readonly OnList<Client>[],
  skipped: readonly string[],
): OnList<Client> | null {
  const left = people.filter(({ standing }) => standing === 'to-call' || standing === 'try-again')
  const [next] = left.toSorted(
    (a, b) =>
      skipped.indexOf(a.id) - skipped.indexOf(b.id) ||
      Number(a.standing === 'try-again') - Number(b.standing === 'try-again') ||
      (a.calls[0]?.body.at ?? '').localeCompare(b.calls[0]?.body.at ?? ''),
  )
  return next ?? null
}

/** "12 of 40 called": everybody who was tried at least once counts as called; whose file is away does not count at all. */
export function tally(people: readonly OnList<unknown>[]): { called: number; of: number; spoken: number } {
  const here = people.filter(({ standing, calls }) => standing !== 'away' || calls.length > 0)
  return {
    called: here.filter(({ calls }) => calls.length > 0).length,
    of: here.length,
    spoken: here.filter(({ standing }) => standing === 'spoken').length,
  }
}

/** The numbers of a person, the mobile first, none twice. */
export function numbersOf({ mobile, phone }: Pick<ClientBody, 'mobile' | 'phone'>): string[] {
  return [...new Set([mobile ?? '', phone ?? ''])].filter((number) => number.trim() !== '')
}

function nameOf(client: Held<ClientBody> | null): string {
  return client ? sortName(client.body) : '\uffff'
}

function latest(a: Held<ContactBody>, b: Held<ContactBody>): number {
  return b.body.at.localeCompare(a.body.at)
}
