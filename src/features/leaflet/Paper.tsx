import type { ReactNode } from 'react'
import type { Leaflet } from '#domain/leaflet/leaflet.ts'
import type { Settings } from '#domain/settings/settings.ts'
import { QrCode } from '#ui/QrCode.tsx'
import type { Told } from './leafletWords.ts'
import classes from './Paper.module.css'

/** All that is on the paper. Nothing on it names whom it is for: it lies on a kitchen table. */
export interface OnPaper {
  service: string
  /** In words: 'Tuesday 24 November'. */
  writtenOn: string
  services: readonly Told[]
  note: string
  /** Whose leaflet it is; null where it is for anybody. */
  from: { name: string; phone: string | undefined } | null
  meeting: string
  urgentNumbers: Settings['urgentNumbers']
}

interface PaperProps extends Pick<Leaflet, 'size' | 'codes'> {
  on: OnPaper
  /** Printed the headings begin with h1; on the screen below the heading of the preview. */
  at: 'print' | 'preview'
}

export function Paper({ on, size, codes, at }: PaperProps) {
  const [Title, Part] = at === 'print' ? (['h1', 'h2'] as const) : (['h3', 'h4'] as const)
  return (
    <div className={classes['paper']} data-size={size} data-at={at}>
      <Title className={classes['title']}>Services for you</Title>
      <p>{fromLine(on)}</p>
      {on.meeting !== '' && <p className={classes['strong']}>{on.meeting}</p>}
      {on.note.trim() !== '' && <p className={classes['note']}>{on.note.trim()}</p>}
      {on.services.map((service) => (
        <section key={service.id} className={classes['service']}>
          <Service service={service} codes={codes} Heading={Part} />
        </section>
      ))}
      <section className={classes['service']}>
        <KeepInTouch on={on} Heading={Part} />
      </section>
      <section className={classes['service']}>
        <Part className={classes['heading']}>If you need help now</Part>
        <ul className={classes['facts']}>
          <Number label="In danger now" number="999" />
          <Number label="Urgent medical help" number="111" />
          {on.urgentNumbers.map(({ id, label, number, note }) => (
            <Number key={id} label={note ? `${label}, ${note}` : label} number={number} />
          ))}
        </ul>
      </section>
    </div>
  )
}

function fromLine({ from, service, writtenOn }: OnPaper): string {
  return `From ${from ? `${from.name}, ` : ''}${service}. ${writtenOn}.`
}

type Heading = 'h2' | 'h4'

function Service({ service, codes, Heading }: { service: Told; codes: boolean; Heading: Heading }) {
  const { name, runBy, what, facts, agreed, phones, invented, address } = service
  return (
    <>
      {codes && (
        <div className={classes['code']}>
          <QrCode text={address} label={`QR code. It opens the page about ${name}: ${address}`} />
          <p>More about it on your phone</p>
        </div>
      )}
      <Heading className={classes['heading']}>{name}</Heading>
      {runBy !== '' && <p>{runBy}</p>}
      {what !== '' && <p>{what}</p>}
      {agreed !== '' && <p className={classes['strong']}>{agreed}</p>}
      <ul className={classes['facts']}>
        {phones.map((number) => (
          <Number key={number} label={invented ? 'Phone (made up: do not ring)' : 'Phone'} number={number} />
        ))}
        {facts.map(({ label, lines }) => (
          <li key={label}>
            <strong>{label}:</strong> {sentences(lines)}
          </li>
        ))}
      </ul>
    </>
  )
}

/** One line stands as it is; several are read as sentences. */
function sentences(lines: readonly string[]): string {
  return lines.length === 1 ? lines.join() : lines.map((line) => `${line.replace(/\.$/, '')}.`).join(' ')
}

function KeepInTouch({ on: { from, service }, Heading }: { on: OnPaper; Heading: Heading }) {
  const whom = from ? from.name : service
  return (
    <>
      <Heading className={classes['heading']}>Any questions?</Heading>
      {from?.phone === undefined ? (
        <p>Ask {whom}.</p>
      ) : (
        <ul className={classes['facts']}>
          <Number label={`Ring ${whom}`} number={from.phone} />
        </ul>
      )}
      <p>Ask us too if you would like this in another language, in bigger print, or read out to you.</p>
    </>
  )
}

function Number({ label, number }: { label: ReactNode; number: string }) {
  return (
    <li>
      <strong>{label}:</strong> <span className={classes['number']}>{number}</span>
    </li>
  )
}
