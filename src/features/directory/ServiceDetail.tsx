import { IconAlertCircle, IconMail, IconPhone, IconWorld } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { isRunning, takesReferrals } from '#domain/directory/choose.ts'
import { openQuestions } from '#domain/record/record.ts'
import type { ServiceBody } from '#domain/service/service.ts'
import { type Fact, Facts } from '#ui/Facts.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import { TwoAnswers } from '#ui/TwoAnswers.tsx'
import classes from './Directory.module.css'
import type { DirectoryEntry } from './useDirectory.ts'
import {
  agesWords,
  costWords,
  freshnessWords,
  joinWords,
  needName,
  scheduleWords,
  whenWords,
  whereWords,
} from './words.ts'

/** All about one service, as far as the directory knows. */
export function ServiceDetail({ entry, now }: { entry: DirectoryEntry; now: string }) {
  const { service, organisation } = entry
  const { body } = service
  return (
    <>
      <p className={`${classes['pills']} ${classes['notice']}`}>
        {takesReferrals(body) && <Pill tone="accent">Takes referrals</Pill>}
        {!isRunning(body) && <Pill>Not running now</Pill>}
        {(body.categories ?? []).map((category) => (
          <Pill key={category}>{category}</Pill>
        ))}
      </p>
      {openQuestions(service).length > 0 && <TwoAnswers record={service.id} />}
      {body.alert && (
        <div className={classes['notice']}>
          <Notice icon={<IconAlertCircle size={22} />} title="Good to know">
            {body.alert}
          </Notice>
        </div>
      )}
      {body.description && <p className={classes['description']}>{body.description}</p>}
      <Section title="Going there">
        <Facts facts={goingFacts(body, now)} />
      </Section>
      <Contact entry={entry} />
      {organisation && (
        <Section title="Run by">
          <p className={classes['description']}>
            <strong>{organisation.body.name}</strong>
            {organisation.body.alternate_name && `, also known as ${organisation.body.alternate_name}`}
          </p>
          <p className={classes['description']}>{organisation.body.description}</p>
        </Section>
      )}
    </>
  )
}

function goingFacts(body: ServiceBody, now: string): Fact[] {
  const when = whenWords(body, now)
  const schedule = scheduleWords(body)
  return [
    fact('Also called', body.alternate_name),
    fact('Where', whereWords(body)),
    fact('When', [when, schedule === when ? '' : schedule].filter(Boolean).join('\n')),
    fact('Cost', costWords(body)),
    fact('Wait', body.waiting_time),
    fact('For whom', agesWords(body)),
    fact('Helps with', (body.needs ?? []).map(needName).join(', ')),
    fact('How to join', joinWords(body)),
    fact('Information', freshnessWords(body, now.slice(0, 10)).words),
  ].filter((one) => one !== null)
}

function Contact({ entry: { service, organisation } }: { entry: DirectoryEntry }) {
  const { phones = [], email = organisation?.body.email, url = organisation?.body.website } = service.body
  const invented = service.body.invented_contact || organisation?.body.invented_contact
  if (phones.length === 0 && !email && !url) return null
  return (
    <Section title="Getting in touch">
      {invented && (
        <p className={classes['description']}>
          <Pill>Made up</Pill> These contact details are invented for this demonstration. Do not use them.
        </p>
      )}
      <div className={classes['contact']}>
        {phones.map(({ id, number }) => (
          <ContactLink
            key={id}
            href={`tel:${number.replaceAll(/\s/g, '')}`}
            icon={<IconPhone size={20} />}
            words={number}
            dead={invented}
          />
        ))}
        {email && (
          <ContactLink href={`mailto:${email}`} icon={<IconMail size={20} />} words={email} dead={invented} />
        )}
        {url && isWebAddress(url) && (
          <ContactLink href={url} icon={<IconWorld size={20} />} words={url} dead={invented} />
        )}
      </div>
    </Section>
  )
}

/** What is made up is shown, so that the screen looks as it will, and leads nowhere. */
function ContactLink({
  href,
  icon,
  words,
  dead,
}: {
  href: string
  icon: ReactNode
  words: string
  dead: boolean | undefined
}) {
  const content = (
    <>
      <span aria-hidden className={classes['icon']}>
        {icon}
      </span>{' '}
      {words}
    </>
  )
  return dead ? <span>{content}</span> : <a href={href}>{content}</a>
}

/** Feeds are dirty: an address is only followed when it is one of the web. */
function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
}

function fact(label: string, value: string | undefined): Fact | null {
  return value ? { label, value } : null
}
