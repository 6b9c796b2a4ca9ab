import { isRunning } from '#domain/directory/choose.ts'
import { freshness } from '#domain/directory/freshness.ts'
import type { Agreed } from '#domain/leaflet/offered.ts'
import type { ServiceBody } from '#domain/service/service.ts'
import type { VisitBody } from '#domain/visit/visit.ts'
import { formatLongDay, formatTime } from '#ui/dates.ts'
import { costWords, whereWords } from '#words/directory/serviceWords.ts'
import { clockWords, whenLines } from './timeWords.ts'

/** A service as a leaflet tells of it, in words. What isn't known is left out. */
export interface Told {
  id: string
  name: string
  runBy: string
  what: string
  facts: { label: string; lines: string[] }[]
  agreed: string
  phones: string[]
  /** Contact details made up for demonstration. */
  invented: boolean
  /** Of its public page. */
  address: string
}

export interface Telling {
  /** Local, `YYYY-MM-DDTHH:mm`. */
  now: string
  /** Where the public pages are: of the server that this app came from. */
  origin: string
}

export function told(
  { id, body, organisation }: { id: string; body: ServiceBody; organisation: string },
  agreed: Agreed,
  { now, origin }: Telling,
): Told {
  const phones = (body.phones ?? []).map(({ number }) => number.trim()).filter((number) => number !== '')
  return {
    id,
    name: body.name,
    runBy: organisation,
    what: body.description?.trim() ?? '',
    facts: factsOf(body, agreed, now),
    agreed: isRunning(body) ? agreedWords(agreed, phones.length > 0) : '',
    phones,
    invented: body.invented_contact === true,
    address: `${origin}/services/${id}`,
  }
}

function factsOf(body: ServiceBody, agreed: Agreed, now: string): Told['facts'] {
  return [
    { label: 'Where', lines: [whereWords(body)] },
    { label: 'When', lines: whenLines(body, now) },
    { label: 'Cost', lines: [costWords(body) || 'Please ask them'] },
    { label: 'How to join', lines: [joinWords(body, agreed)] },
    { label: 'Good to know', lines: [body.alert ?? '', checkWords(body, now)] },
  ]
    .map(({ label, lines }) => ({ label, lines: lines.filter((line) => line.trim() !== '') }))
    .filter(({ lines }) => lines.length > 0)
}

/** Where somebody has asked for them, there is nothing left to do to join. */
function joinWords(body: ServiceBody, agreed: Agreed): string {
  if (!isRunning(body)) return 'It is not running at the moment'
  if (agreed.as !== 'told') return ''
  if (body.application_process) return body.application_process
  return body.accepts === 'referral' ? 'They ask for a referral. We can make it for you.' : ''
}

function checkWords(body: ServiceBody, now: string): string {
  return freshness(body, now.slice(0, 10)).state === 'fresh' ? '' : 'Please ring before you set out'
}

export function agreedWords(agreed: Agreed, hasPhone: boolean): string {
  switch (agreed.as) {
    case 'told':
      return hasPhone ? 'You can ring them yourself.' : 'You can get in touch with them yourself.'
    case 'asked':
      return `${
        agreed.rings
          ? 'We have asked them to ring you.'
          : 'We have asked them about a place for you, and will tell you what they say.'
      }${waitWords(agreed.wait)}`
    case 'accepted':
      return `They have said yes.${waitWords(agreed.wait)}`
    case 'waiting':
      return `You are on their waiting list.${waitWords(agreed.wait)}`
    case 'begun':
      return 'You go there already.'
    case 'open':
      return ''
  }
}

function waitWords(wait: string | undefined): string {
  return wait === undefined ? '' : ` The wait is about ${wait.replace(/^about /i, '')}.`
}

/** 'I will see you on Tuesday 8 December at 10:30am.' `from`: whose leaflet it is, and how colleagues are called; `now` as in `Telling`. */
export function meetingWords(
  { startsAt, place, coordinator }: Pick<VisitBody, 'startsAt' | 'place' | 'coordinator'>,
  from: { id: string; nameOf: (id: string) => string },
  now: string,
): string {
  const who = coordinator === from.id ? 'I' : from.nameOf(coordinator)
  const day = formatLongDay(startsAt.slice(0, 10), new Date(`${now}:00`))
  const does = place === 'phone' ? 'ring' : 'see'
  return `${who} will ${does} you on ${day} at ${clockWords(formatTime(startsAt))}.`
}
