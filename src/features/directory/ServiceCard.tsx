import { IconClock, IconCoin, IconHourglass, IconMapPin, IconUserPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { isRunning, takesReferrals } from '#domain/directory/choose.ts'
import { Pill } from '#ui/Pill.tsx'
import classes from './Directory.module.css'
import type { DirectoryEntry } from './useDirectory.ts'
import { costWords, freshnessWords, joinWords, whenWords, whereWords } from './words.ts'

export interface ServiceCardProps {
  entry: DirectoryEntry
  to: string
  current: boolean
  now: string
}

/** What somebody asks at once: what is it, where, when next, what does it cost, how long is the wait, how to join. */
export function ServiceCard({ entry: { service, organisation }, to, current, now }: ServiceCardProps) {
  const { body } = service
  const fresh = freshnessWords(body, now.slice(0, 10))
  return (
    <li className={classes['card']}>
      <Link to={to} className={classes['link']} aria-current={current ? 'true' : undefined}>
        <span className={classes['name']}>{body.name}</span>
        <span className={classes['quiet']}>{organisation?.body.name}</span>
        <span className={classes['pills']}>
          {(body.categories ?? []).map((category) => (
            <Pill key={category}>{category}</Pill>
          ))}
          {takesReferrals(body) && <Pill tone="accent">Takes referrals</Pill>}
          {!isRunning(body) && <Pill>Not running now</Pill>}
        </span>
        <span className={classes['facts']}>
          <Line icon={<IconMapPin size={18} />} label="Where" words={whereWords(body)} />
          <Line icon={<IconClock size={18} />} label="When" words={whenWords(body, now)} />
          <Line icon={<IconCoin size={18} />} label="Cost" words={costWords(body)} />
          <Line
            icon={<IconHourglass size={18} />}
            label="Wait"
            words={body.waiting_time ?? ''}
            prefix="Wait: "
          />
          <Line icon={<IconUserPlus size={18} />} label="How to join" words={joinWords(body)} />
        </span>
        <span className={classes['fresh']}>{fresh.words}</span>
      </Link>
    </li>
  )
}

function Line({
  icon,
  label,
  words,
  prefix = '',
}: {
  icon: ReactNode
  label: string
  words: string
  prefix?: string
}) {
  if (words === '') return null
  return (
    <span className={classes['line']}>
      <span className={classes['icon']} role="img" aria-label={label}>
        {icon}
      </span>
      <span>
        {prefix}
        {words}
      </span>
    </span>
  )
}
