import { Button } from '@mantine/core'
import { IconRss } from '@tabler/icons-react'
import { correctedHere } from '#domain/feed/correctedHere.ts'
import { takeFeeds } from '#domain/feed/takeFeeds.ts'
import type { Json } from '#domain/json.ts'
import type { View } from '#store/view.ts'
import { formatDay } from '#ui/dates.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { Section } from '#ui/Section.tsx'
import { fieldWords, wordOf } from '#words/records/fields.ts'
import { readOut } from '#words/records/value.ts'
import { sentence } from '#words/sentence.ts'
import classes from '../Upkeep.module.css'
import { useDeciding } from './useDeciding.ts'

/** Who checked an entry when is each side's own. */
const ofItsOwn = new Set(['assured_date', 'assured_by', 'last_modified'])

/** What was corrected here, beside what the feed says. */
export function FeedPart({ service }: { service: View<'service'> }) {
  const { decide, saving, fault } = useDeciding(service)
  const { feed } = service.body
  if (!feed) return null
  const corrected = correctedHere('service', service.body).filter(({ field }) => !ofItsOwn.has(field))
  return (
    <Section title="From a feed" icon={<IconRss size={22} />}>
      <p className={classes['words']}>
        {feed.gone_on === undefined
          ? `From ${feed.source}. It last said something new on ${formatDay(feed.seen_on)}.`
          : `From ${feed.source}. It is not there any more since ${formatDay(feed.gone_on)}.`}
        {corrected.length > 0 && ' What was corrected here stays when the feed is fetched again.'}
      </p>
      {corrected.map(({ field, here, feed: theirs }) => (
        <div key={field} className={classes['choice']}>
          <strong>{sentence(wordOf(fieldWords.service, field).label)}</strong>
          <div className={classes['sides']}>
            <Side field={field} value={here} from="Here" />
            <Side field={field} value={theirs} from="The feed" />
          </div>
          <div className={classes['actions']}>
            <Button
              variant="default"
              loading={saving}
              aria-label={`Take the feed’s: ${wordOf(fieldWords.service, field).label}`}
              onClick={() => void decide('It says what the feed says.', takeFeeds(service.body, [field]))}
            >
              Take the feed’s
            </Button>
          </div>
        </div>
      ))}
      {fault && <span role="alert">{keepFaultWords(fault)}</span>}
    </Section>
  )
}

function Side({ field, value, from }: { field: string; value: Json; from: string }) {
  const words = readOut(value, wordOf(fieldWords.service, field).shape, () => null)
  return (
    <div className={classes['side']}>
      <span className={classes['value']}>{words === '' ? <em>Nothing</em> : words}</span>
      <span className={classes['from']}>{from}</span>
    </div>
  )
}
