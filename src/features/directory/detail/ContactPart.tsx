import { IconMail, IconPhone, IconUser, IconWorld } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import classes from '../Directory.module.css'
import type { ServicePartProps } from '../ServiceDetail.tsx'

/** Numbers to ring, addresses to write to, and whom to ask for. */
export function ContactPart({ service, organisation }: ServicePartProps) {
  const { body } = service
  const {
    phones = [],
    contacts = [],
    email = organisation?.body.email,
    url = organisation?.body.website,
  } = body
  const dead = body.invented_contact || organisation?.body.invented_contact
  if (phones.length === 0 && contacts.length === 0 && !email && !url) return null
  return (
    <Section title="Getting in touch">
      {dead && (
        <p className={classes['description']}>
          <Pill>Made up</Pill> These contact details are invented for this demonstration. Do not use them.
        </p>
      )}
      <div className={classes['contact']}>
        {phones.map(({ id, number, type }) => (
          <Phone key={id} number={number} type={type} dead={dead} />
        ))}
        {email && (
          <ContactLink href={`mailto:${email}`} icon={<IconMail size={20} />} words={email} dead={dead} />
        )}
        {url && isWebAddress(url) && (
          <ContactLink href={url} icon={<IconWorld size={20} />} words={url} dead={dead} />
        )}
      </div>
      {contacts.map((contact) => (
        <Contact key={contact.id} contact={contact} dead={dead} />
      ))}
    </Section>
  )
}

type Whom = NonNullable<ServicePartProps['service']['body']['contacts']>[number]

function Contact({
  contact: { name, title, phone, email },
  dead,
}: {
  contact: Whom
  dead: boolean | undefined
}) {
  const who = [name, title].filter(Boolean).join(', ')
  return (
    <div className={classes['contact']}>
      {who && (
        <span>
          <IconUser size={20} aria-hidden /> {who}
        </span>
      )}
      {phone && <Phone number={phone} type={undefined} dead={dead} />}
      {email && (
        <ContactLink href={`mailto:${email}`} icon={<IconMail size={20} />} words={email} dead={dead} />
      )}
    </div>
  )
}

interface PhoneProps {
  number: string
  type: string | undefined
  dead: boolean | undefined
}

/** HSDS calls an ordinary telephone `voice`, which says nothing to anybody. */
function Phone({ number, type, dead }: PhoneProps) {
  const kind = type === undefined || type === 'voice' ? '' : ` (${type})`
  return (
    <ContactLink
      href={`tel:${number.replaceAll(/\s/g, '')}`}
      icon={<IconPhone size={20} />}
      words={`${number}${kind}`}
      dead={dead}
    />
  )
}

interface ContactLinkProps {
  href: string
  icon: ReactNode
  words: string
  dead: boolean | undefined
}

/** What is made up is shown, so that the screen looks as it will, and leads nowhere. */
function ContactLink({ href, icon, words, dead }: ContactLinkProps) {
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
