import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { type Episode, episodesOf, ofEpisode } from '#domain/episode/episode.ts'
import type { ClientFile } from '../useClientFile.ts'

export interface Looking {
  /** The first one first. */
  episodes: Episode[]
  /** The one that is looked at; null: at the whole file. */
  chosen: Episode | null
  look: (at: string) => void
}

export const WHOLE_FILE = 'all'

/** Which episode of the file is looked at: the last one unless the address names another. */
export function useEpisodes({ client, referrals }: ClientFile): Looking {
  const [params, setParams] = useSearchParams()
  const episodes = useMemo(() => episodesOf(client, referrals), [client, referrals])
  const named = params.get('episode')
  const chosen =
    named === WHOLE_FILE ? null : (episodes.find(({ id }) => id === named) ?? episodes.at(-1) ?? null)
  const look = (at: string) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        after.set('episode', at)
        return after
      },
      { replace: true, preventScrollReset: true },
    )
  return { episodes, chosen, look }
}

/** The file with what happened in the chosen episode; what has no day of its own is there in each. */
export function fileOfEpisode(file: ClientFile, { episodes, chosen }: Looking): ClientFile {
  if (chosen === null || episodes.length < 2) return file
  const within = <Item>(items: Item[], dayOf: (item: Item) => string) =>
    ofEpisode(items, chosen, episodes, dayOf)
  return {
    ...file,
    referrals: file.referrals.filter(({ id }) => chosen.referrals.some((each) => each.id === id)),
    visits: within(file.visits, ({ body }) => body.startsAt),
    responses: within(file.responses, ({ body }) => body.authored),
    contacts: within(file.contacts, ({ body }) => body.at),
    notes: within(file.notes, ({ body }) => body.at),
    onwardReferrals: within(file.onwardReferrals, ({ body }) => body.madeOn),
    signposts: within(file.signposts, ({ body }) => body.givenOn),
  }
}
