/** A stretch of versions, both ends included. */
export interface Versions {
  from: number
  to: number
}

/**
 * The number of the wire protocol.
 *
 * | version | what changed                                                                                  |
 * |---------|-----------------------------------------------------------------------------------------------|
 * | 1       | changes up, records down, pokes                                                               |
 * | 2       | drafts; changes held for review; members and teams; giving back after a restore; every reply  |
 * |         | under `/api/sync` says which versions are served, and a newer app speaks the older one        |
 * | 3       | referrers and providers, who are of an organisation; a person says where whom they refer goes  |
 */
export const PROTOCOL = 3

/** The versions that a server of this build serves with records. It takes changes from any older one. */
export const SERVED: Versions = { from: 1, to: 3 }

/** The versions that an app of this build can speak. */
export const SPOKEN: Versions = { from: 1, to: 3 }

/** Header of every reply under `/api/sync`: the versions served, e.g. `1-2`. The first release did not send it. */
export const SERVED_HEADER = 'doorstep-serves'

/** Header of a push: the versions that the app can speak, e.g. `1-3`. What it writes may be of the last of them. */
export const SPOKEN_HEADER = 'doorstep-speaks'

export function versionsText({ from, to }: Versions): string {
  return `${from}-${to}`
}

/** Null where the text says nothing of the kind. */
export function readVersions(text: string | null | undefined): Versions | null {
  const [, from, to] = /^(\d{1,6})-(\d{1,6})$/.exec(text ?? '') ?? []
  return from === undefined || to === undefined ? null : { from: Number(from), to: Number(to) }
}

/** The highest version in both; null where there is none. */
export function highestOfBoth(a: Versions, b: Versions): number | null {
  const highest = Math.min(a.to, b.to)
  return highest >= Math.max(a.from, b.from) ? highest : null
}
