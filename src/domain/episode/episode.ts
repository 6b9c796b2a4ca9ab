import type { ClientBody } from '../client/client.ts'
import type { Held } from '../record/held.ts'
import { isOpenReferral } from '../referral/progress.ts'
import type { ReferralBody } from '../referral/referral.ts'

/**
 * One time that a person was with the service: from a referral to its close. A second referral that comes while the
 * first is in hand belongs to the same episode.
 *
 * - `id`: of its first referral; of the client in a file without one
 * - `from`: the day of its first referral; empty where nobody knows
 * - `to`: the day that it ended; null while it goes on, or where nobody wrote it down
 * - `reason`, `note`: why it ended
 */
export interface Episode {
  id: string
  referrals: Held<ReferralBody>[]
  from: string
  to: string | null
  state: 'going-on' | 'closed' | 'declined'
  reason: string | undefined
  note: string | undefined
}

type Client = Held<Pick<ClientBody, 'status' | 'openedOn' | 'closedOn' | 'closingReason' | 'closingNote'>>

/** The episodes of a file, the first one first; there is always one. Derived: nothing but referrals and client says it. */
export function episodesOf(client: Client, referrals: readonly Held<ReferralBody>[]): Episode[] {
  const groups = inGroups(referrals.toSorted((a, b) => a.body.date.localeCompare(b.body.date)))
  if (groups.length === 0) return [asItStands(client, withoutReferral(client))]
  return groups
    .map((group) => episodeFrom(group))
    .map((episode, i) => (i === groups.length - 1 ? asItStands(client, episode) : episode))
}

/**
 * The episode that a day falls into: each lasts until the next begins, so that what came late is lost from none. What
 * is done on the day of the close belongs to what was closed, also where the person came back on that very day.
 */
export function episodeOn(episodes: readonly Episode[], day: string): Episode | undefined {
  const closing = episodes.find(({ from, to }) => from <= day && to === day)
  return closing ?? episodes.findLast(({ from }) => from <= day) ?? episodes[0]
}

/** What happened in an episode. `dayOf` says when something did. */
export function ofEpisode<Item>(
  items: readonly Item[],
  episode: Episode,
  episodes: readonly Episode[],
  dayOf: (item: Item) => string,
): Item[] {
  return items.filter((item) => episodeOn(episodes, dayOf(item).slice(0, 10))?.id === episode.id)
}

/** A referral begins an episode unless one before it is still in hand, or ended only after it came. */
function inGroups(referrals: readonly Held<ReferralBody>[]): Held<ReferralBody>[][] {
  const groups: Held<ReferralBody>[][] = []
  for (const referral of referrals) {
    const group = groups.at(-1)
    if (group && group.some(({ body }) => lasts(body, referral.body.date))) group.push(referral)
    else groups.push([referral])
  }
  return groups
}

function lasts(referral: ReferralBody, day: string): boolean {
  return isOpenReferral(referral) || (referral.closedOn !== undefined && referral.closedOn > day)
}

function episodeFrom(referrals: Held<ReferralBody>[]): Episode {
  const [first] = referrals
  const open = referrals.some(({ body }) => isOpenReferral(body))
  const last = referrals
    .map(({ body }) => body)
    .toSorted((a, b) => (a.closedOn ?? '').localeCompare(b.closedOn ?? ''))
    .at(-1)
  const declined = referrals.every(({ body }) => body.status === 'declined')
  return {
    id: first?.id ?? '',
    referrals,
    from: first?.body.date ?? '',
    to: open ? null : (last?.closedOn ?? null),
    state: open ? 'going-on' : declined ? 'declined' : 'closed',
    reason: open ? undefined : (last?.closingReason ?? last?.statusReason),
    note: open ? undefined : last?.closingNote,
  }
}

function withoutReferral({ id, body }: Client): Episode {
  const open = { referrals: [], to: null, state: 'going-on', reason: undefined, note: undefined } as const
  return { ...open, id, referrals: [], from: body.openedOn ?? '' }
}

/** The last episode as the client has it, where the referrals do not say: files closed before referrals were. */
function asItStands({ body }: Client, episode: Episode): Episode {
  const { status, closedOn, closingReason, closingNote } = body
  if (status !== 'closed' && status !== 'declined') return episode
  return {
    ...episode,
    state: status === 'closed' ? 'closed' : 'declined',
    to: episode.to ?? closedOn ?? null,
    reason: episode.reason ?? closingReason,
    note: episode.note ?? closingNote,
  }
}
