import { IconMapPin } from '@tabler/icons-react'
import { travelLink } from '#domain/visit/travel.ts'
import { Facts } from '#ui/Facts.tsx'
import { opensGeo } from '#ui/opensGeo.ts'
import { Section } from '#ui/Section.tsx'
import {
  accessWords,
  addressesOf,
  costWords,
  facts,
  joinWords,
  scheduleWords,
  waitWords,
  whenWords,
  whereWords,
} from '#words/directory/serviceWords.ts'
import { formatFullDay } from '#ui/dates.ts'
import classes from '../Directory.module.css'
import type { ServicePartProps } from '../ServiceDetail.tsx'

/** Where and when it is, what it costs, and how one gets in. */
export function GoingPart({ service: { body }, now }: ServicePartProps) {
  const when = whenWords(body, now)
  const schedule = scheduleWords(body)
  const wait = [
    waitWords(body).replace(/^Wait: /, ''),
    body.waiting_reported_on && `as said on ${formatFullDay(body.waiting_reported_on)}`,
  ]
  const addresses = addressesOf(body)
  return (
    <Section title="Going there">
      <Facts
        facts={facts([
          ['Where', whereWords(body)],
          ['When', [when, schedule === when ? '' : schedule].filter(Boolean).join('\n')],
          ['Cost', costWords(body)],
          ['Wait', wait[0] === '' ? '' : wait.filter(Boolean).join(', ')],
          ['How to join', joinWords(body)],
          ['Access', accessWords(body)],
        ])}
      />
      {addresses.length > 0 && (
        <div className={classes['contact']}>
          {addresses.map(({ id, name, address }) => (
            <a key={id} href={travelLink(address, opensGeo())} target="_blank" rel="noreferrer">
              <IconMapPin size={20} aria-hidden />
              {addresses.length > 1 ? `Map: ${name}` : 'Open in maps'}
            </a>
          ))}
        </div>
      )}
    </Section>
  )
}
