import { memo } from 'react'
import { Link } from 'react-router'
import type { Listing } from '#domain/directory/listing.ts'
import type { Whereabouts } from '#domain/directory/place.ts'
import { Pill } from '#ui/Pill.tsx'
import {
  costWords,
  distanceWords,
  freshnessWords,
  joinWords,
  waitWords,
  whenWords,
  whereWords,
} from '#words/directory/serviceWords.ts'
import { CardIcon, type CardIconName } from './CardIcons.tsx'
import classes from './Directory.module.css'

export interface ServiceCardProps {
  listing: Listing
  /** How it lies to the place that is looked from. */
  lies: Whereabouts | null
  /** What has to be asked of it, of what was wanted; empty where it says all. */
  ask: string
  to: string
  current: boolean
  now: string
  picked: boolean
  onPick: (id: string) => void
}

/** What somebody asks at once: what is it, where, when next, what does it cost, how long is the wait, how to join. */
export const ServiceCard = memo(function ServiceCard({
  listing: { id, body, organisation, refers, running },
  lies,
  ask,
  to,
  current,
  now,
  picked,
  onPick,
}: ServiceCardProps) {
  const fresh = freshnessWords(body, now.slice(0, 10))
  const where = [distanceWords(lies, body), whereWords(body)].filter(Boolean).join(' · ')
  return (
    <li className={classes['card']} data-current={current}>
      <div className={classes['head']}>
        <h2 className={classes['name']}>
          <Link to={to} className={classes['link']} aria-current={current ? 'true' : undefined}>
            {body.name}
          </Link>
        </h2>
        <label className={classes['pick']}>
          <input
            type="checkbox"
            checked={picked}
            onChange={() => onPick(id)}
            aria-label={`Choose ${body.name}`}
          />
        </label>
      </div>
      <p className={classes['quiet']}>{organisation}</p>
      <p className={classes['pills']}>
        {(body.categories ?? []).map((category) => (
          <Pill key={category}>{category}</Pill>
        ))}
        {refers && <Pill tone="accent">Takes referrals</Pill>}
        {!running && <Pill>Not running now</Pill>}
      </p>
      <Line icon="where" label="Where" words={where} />
      <Line icon="when" label="When" words={whenWords(body, now)} />
      <Line icon="cost" label="Cost" words={costWords(body)} />
      <Line icon="wait" label="Wait" words={waitWords(body)} />
      <Line icon="join" label="How to join" words={joinWords(body)} />
      <Line icon="ask" label="To ask" words={ask} />
      <p className={classes['fresh']}>{fresh.words}</p>
    </li>
  )
})

function Line({ icon, label, words }: { icon: CardIconName; label: string; words: string }) {
  if (words === '') return null
  return (
    <p className={classes['line']}>
      <span className={classes['icon']} role="img" aria-label={label}>
        <CardIcon name={icon} />
      </span>
      <span>{words}</span>
    </p>
  )
}
