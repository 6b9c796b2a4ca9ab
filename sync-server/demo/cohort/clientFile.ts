import { addDays } from '#domain/calendar/day.ts'
import type { ClientBody } from '#domain/client/client.ts'
import type { ReferralBody } from '#domain/referral/referral.ts'
import type { ReferralProgressBody } from '#domain/referral/referralProgress.ts'
import { addressOf, demoNhsNumber, dramaMobile, lines, telephonesOf } from './contact.ts'
import { practiceId, practicePhone, practices } from './directory.ts'
import type { Person } from './people.ts'
import { drawFor } from './random.ts'
import { risksAfterVisit } from './risks.ts'
import { staffId, team } from './staff.ts'
import type { Timeline } from './timeline.ts'
import type { DemoVisit } from './visits.ts'
import { workdayBy } from './workday.ts'

export function clientBody(person: Person, timeline: Timeline, visits: readonly DemoVisit[]): ClientBody {
  const seenOn = timeline.state === 'waiting' ? null : timeline.firstOn
  return {
    firstName: person.firstName,
    familyName: person.familyName,
    ...(person.preferredName === undefined ? {} : { preferredName: person.preferredName }),
    title: person.title,
    dateOfBirth: timeline.bornOn,
    sex: person.sex,
    ethnicity: person.ethnicity,
    nhsNumber: demoNhsNumber(person.n),
    carerStatus: carerStatus(person),
    address: addressOf(person),
    ...telephonesOf(person),
    practice: practiceId(person.practice),
    communicationNeeds: person.communication ?? [],
    accessNeeds: person.access ?? [],
    longTermConditions: person.conditions,
    ...(seenOn === null ? {} : afterFirstVisit(person, seenOn)),
    ...emergencyContact(person),
    team: team.id,
    ...(person.unallocated
      ? {}
      : {
          coordinator: staffId(person.coordinator),
          allocatedOn: workdayBy(addDays(timeline.referredOn, 1 + (person.n % 3))),
        }),
    ...standing(timeline),
    ...lastSeen(visits),
  }
}

function carerStatus({ reasons, lives }: Person): NonNullable<ClientBody['carerStatus']> {
  if (reasons.includes('carer')) return 'carer'
  return reasons.includes('dementia') && lives !== 'alone' ? 'cared-for' : 'neither'
}

function afterFirstVisit(person: Person, on: string): Partial<ClientBody> {
  const by = staffId(person.coordinator)
  return {
    aboutMe: person.about,
    risks: risksAfterVisit(person, by, on),
    consents: [
      { id: `client-${person.n}.hold`, to: 'hold', given: true, on, by },
      {
        id: `client-${person.n}.share`,
        to: 'share',
        given: true,
        withWhom: ['My GP surgery', 'Services I choose to be referred to'],
        on,
        by,
      },
    ],
  }
}

function standing(timeline: Timeline): Pick<ClientBody, 'status' | 'openedOn' | 'closedOn' | 'reviewOn'> {
  switch (timeline.state) {
    case 'waiting':
      return { status: 'waiting' }
    case 'seen':
      return {
        status: 'open',
        openedOn: timeline.firstOn,
        reviewOn: timeline.reviewDue,
      }
    case 'reviewed': {
      const { firstOn: openedOn, closedOn, reviewDue } = timeline
      return closedOn === null
        ? { status: 'open', openedOn, ...(reviewDue === null ? {} : { reviewOn: reviewDue }) }
        : { status: 'closed', openedOn, closedOn }
    }
  }
}

function lastSeen(visits: readonly DemoVisit[]): Pick<ClientBody, 'lastSeenAt'> {
  const heldAt = visits.flatMap(({ body }) => body.heldAt ?? []).at(-1)
  return heldAt === undefined ? {} : { lastSeenAt: heldAt }
}

/** A first name and what they are to the person. */
type Kin = readonly [name: string, relation: string]

const kin: readonly Kin[] = [
  ['Karen', 'daughter'],
  ['Steven', 'son'],
  ['Michelle', 'niece'],
  ['Anthony', 'nephew'],
  ['Pat', 'neighbour'],
]

const kinOfTheYounger: readonly Kin[] = [
  ['Michelle', 'sister'],
  ['Anthony', 'brother'],
  ['Pat', 'neighbour'],
]

/** Whoever lives alone names somebody in three cases of four; others the person they live with. */
function emergencyContact(person: Person): Pick<ClientBody, 'emergencyContact'> {
  const phone = dramaMobile(lines.contacts + person.n)
  if (person.closest) return { emergencyContact: { ...person.closest, phone } }
  const draw = drawFor(`contact/${person.n}`)
  if (person.lives === 'alone' && draw.chance(0.25)) return {}
  const [name, relation] = draw.pick(person.age < 64 ? kinOfTheYounger : kin)
  const family = relation === 'neighbour' ? 'Thornaby-Wells' : person.familyName
  return {
    emergencyContact: { name: `${name} ${family}`, relation, phone },
  }
}

const doctors = [
  'Dr Imogen Tarrowby',
  'Dr Anil Sundarkar',
  'Dr Peter Wexcombe',
  'Dr Ngozi Adelanke',
  'Dr Huw Pembrook',
]

export function referralBody(person: Person, timeline: Timeline): ReferralBody {
  const draw = drawFor(`referral/${person.n}`)
  const source = draw.pick(['gp', 'gp', 'gp', 'gp', 'nurse', 'reception', 'social-care', 'self'] as const)
  const practice = practices.find(({ label }) => label === person.practice)
  return {
    source,
    ...(source === 'self'
      ? {}
      : {
          referrer: {
            ...referrer(source, draw.pick(doctors), practice?.name),
            contact: practicePhone(person.practice),
          },
        }),
    referralTo: 'Community Connect',
    practice: practiceId(person.practice),
    date: timeline.referredOn,
    method: source === 'self' ? 'phone' : draw.pick(['form', 'form', 'email', 'letter'] as const),
    reasons: person.reasons,
    presentingIssue: person.issue,
    consent: 'given',
    ...(person.urgent === undefined ? {} : { urgent: { risk: person.urgent } }),
    status: referralStatus(person, timeline),
    ...(isByRos(person, source) ? { referredBy: staffId('ros') } : {}),
  }
}

const surgery = new Set(['gp', 'nurse', 'reception'])

/** What comes from Ros’s surgery she has sent in herself. */
function isByRos({ practice }: Person, source: string): boolean {
  return practice === 'Bellegrove' && surgery.has(source)
}

/** What Ros is told of a referral that she made; null for all others. */
export function progressBody(
  person: Person,
  referral: string,
  { date: on, status, referredBy }: ReferralBody,
): ReferralProgressBody | null {
  if (referredBy === undefined) return null
  return { referral, referredBy, name: `${person.firstName} ${person.familyName}`, on, status }
}

function referrer(
  source: 'gp' | 'nurse' | 'reception' | 'social-care',
  doctor: string,
  practice: string | undefined,
): NonNullable<ReferralBody['referrer']> {
  const at = practice === undefined ? {} : { organisation: practice }
  switch (source) {
    case 'gp':
      return { name: doctor, ...at }
    case 'nurse':
      return { name: 'Practice nurse', ...at }
    case 'reception':
      return { name: 'Reception', ...at }
    case 'social-care':
      return { name: 'Duty social worker', organisation: 'Adult social care' }
  }
}

function referralStatus({ n }: Person, timeline: Timeline): ReferralBody['status'] {
  switch (timeline.state) {
    case 'waiting':
      return n % 2 === 0 ? 'in-contact' : 'received'
    case 'seen':
      return 'seen'
    case 'reviewed':
      return timeline.closedOn === null ? 'seen' : 'closed'
  }
}
