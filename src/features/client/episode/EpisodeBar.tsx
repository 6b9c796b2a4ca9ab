import { Button, NativeSelect } from '@mantine/core'
import { IconFolderCheck } from '@tabler/icons-react'
import { Link } from 'react-router'
import type { Episode } from '#domain/episode/episode.ts'
import { perceivedImpact } from '#domain/review/impact.ts'
import { formatFullDay } from '#ui/dates.ts'
import { Facts } from '#ui/Facts.tsx'
import * as codes from '#words/codes.ts'
import type { ClientFile } from '../useClientFile.ts'
import classes from './Episode.module.css'
import { type Looking, WHOLE_FILE } from './useEpisodes.ts'

export interface EpisodeBarProps {
  /** What happened in the episode that is looked at. */
  file: ClientFile
  looking: Looking
}

/** Which time with the service one looks at, how it came and how it ended; and the way to close it. */
export function EpisodeBar({ file, looking }: EpisodeBarProps) {
  const { episodes, chosen, look } = looking
  const open = file.client.body.status === 'open' || file.client.body.status === 'waiting'
  const last = episodes.at(-1)
  return (
    <section className={classes['bar']} aria-label="Time with the service">
      {episodes.length > 1 ? (
        <NativeSelect
          label="Looking at"
          value={chosen?.id ?? WHOLE_FILE}
          onChange={(event) => look(event.currentTarget.value)}
          data={[
            ...episodes
              .map((episode, i) => ({ value: episode.id, label: optionWords(episode, i) }))
              .toReversed(),
            { value: WHOLE_FILE, label: 'The whole file' },
          ]}
        />
      ) : (
        last && <p className={classes['since']}>{sinceWords(last)}</p>
      )}
      {open && chosen === last && (
        <Button
          component={Link}
          to={`/clients/${file.client.id}/close`}
          variant="subtle"
          leftSection={<IconFolderCheck size={20} aria-hidden />}
        >
          Close the file
        </Button>
      )}
      {chosen && chosen !== last && <Earlier episode={chosen} file={file} />}
    </section>
  )
}

/** An earlier time with the service in a few words: how it came, why it ended, what it changed. */
function Earlier({ episode, file }: { episode: Episode; file: ClientFile }) {
  const impact = perceivedImpact(file.responses, file.referrals)
  const facts = [
    { label: 'Came', value: sinceWords(episode) },
    { label: endedWords(episode), value: episode.to && formatFullDay(episode.to) },
    { label: 'Why', value: codes.wordFor(codes.closingReason, episode.reason) },
    { label: 'Note', value: episode.note },
    { label: 'Difference it made', value: codes.wordFor(codes.impact, impact) },
  ].flatMap(({ label, value }) => (value ? [{ label, value }] : []))
  return (
    <div className={classes['earlier']}>
      <Facts facts={facts} />
    </div>
  )
}

function endedWords({ state }: Episode): string {
  return state === 'declined' ? 'Declined' : 'Closed'
}

function sinceWords({ from, referrals }: Episode): string {
  const source = codes.wordFor(codes.referralSource, referrals[0]?.body.source)
  if (from === '') return 'Nobody wrote down how they came'
  return `Referred ${formatFullDay(from)}${source ? ` (${source})` : ''}`
}

function optionWords(episode: Episode, at: number): string {
  const { from, to, state, reason } = episode
  const began = from === '' ? '' : ` from ${formatFullDay(from)}`
  if (state === 'going-on') return `Time ${at + 1}, now:${began}`
  const ended = to === null ? '' : ` to ${formatFullDay(to)}`
  const why = codes.wordFor(codes.closingReason, reason)
  return `Time ${at + 1}:${began}${ended}${why ? ` – ${why}` : ''}`
}
