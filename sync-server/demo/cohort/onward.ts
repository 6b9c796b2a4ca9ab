import { addDays, daysBetween } from '#domain/calendar/day.ts'
import type { ClientBody } from '#domain/client/client.ts'
import type { MessageBody } from '#domain/message/message.ts'
import { askerOf } from '#domain/onwardReferral/asker.ts'
import type { OnwardReferralBody } from '#domain/onwardReferral/onwardReferral.ts'
import { sharing } from '#domain/onwardReferral/shared.ts'
import type { SignpostBody } from '#domain/signpost/signpost.ts'
import { serviceNamed } from './directory.ts'
import { serviceThreads, spokenOf, type Person, type ServiceThread } from './people.ts'
import { drawFor, idFor } from './random.ts'
import { staffId, staffName } from './staff.ts'
import type { Timeline } from './timeline.ts'

/** One request to a service: on which visit it was made, from which need it came, and how it stands today. */
export interface Onward {
  id: string
  service: ReturnType<typeof serviceNamed>
  thread: ServiceThread
  visit: 'first' | 'follow-up'
  madeOn: string
  standing: Standing
}

type Standing = Pick<OnwardReferralBody, 'status' | 'statusReason' | 'statusOn' | 'expectedWait' | 'outcome'>

/** Not everything on one day: from the fourth on it came up at the follow-up. */
const ON_FIRST_VISIT = 3

export function onwardsOf(person: Person, timeline: Timeline, today: string): Onward[] {
  if (timeline.state === 'waiting') return []
  return person.services.map((key, i) => {
    const later = i >= ON_FIRST_VISIT && timeline.followUpOn !== null
    const madeOn = later ? (timeline.followUpOn ?? timeline.firstOn) : timeline.firstOn
    const service = serviceNamed(key)
    const thread = threadFor(person, key)
    const name = `${person.n}/${key}`
    const closed = timeline.state === 'reviewed' && timeline.closedOn !== null
    const standing = standingOf({ name, category: service.category, madeOn, closed }, today)
    const outcome = standing.outcome === undefined ? {} : { outcome: spokenOf(person, thread.news) }
    return {
      id: idFor(`onward/${name}`),
      service,
      thread,
      visit: later ? 'follow-up' : 'first',
      madeOn,
      standing: { ...standing, ...outcome },
    }
  })
}

function threadFor(person: Person, key: string): ServiceThread {
  const told = serviceThreads.filter(({ service }) => service === key)
  return drawFor(`thread/${person.n}/${key}`).pick(told)
}

interface Made {
  name: string
  category: string
  madeOn: string
  closed: boolean
}

/** Services that somebody goes on with; the others come to an end. */
const ongoing = new Set([
  'Social groups',
  'Day care',
  'Dementia',
  'Activities and hobbies',
  'Volunteering',
  'Transport',
  'Physical activity',
  'Carers',
])

/** How it stands, by how long ago it was made. */
function standingOf(made: Made, today: string): Standing {
  const age = daysBetween(made.madeOn, today) ?? 0
  if (age < 18) return { status: 'sent', statusOn: made.madeOn }
  if (made.category === 'Befriending') return befriending(made, age, today)
  return age < 60 ? answered(made, today) : settled(made, age, today)
}

/** The long wait that the evaluation tells of; whoever's file is closed has somebody by now. */
function befriending(made: Made, age: number, today: string): Standing {
  const on = dayAfter(made, today)
  if (age < 260 && !made.closed)
    return { status: 'waiting', statusOn: on(6, 18), expectedWait: '6 to 8 months' }
  return { status: 'started', statusOn: on(182, 240), outcome: 'told' }
}

function answered(made: Made, today: string): Standing {
  const on = dayAfter(made, today)
  const status = drawFor(`standing/${made.name}`).pick(['sent', 'accepted', 'waiting', 'started'] as const)
  if (status === 'sent') return { status, statusOn: made.madeOn }
  if (status === 'waiting') return { status, statusOn: on(5, 15), expectedWait: '4 weeks' }
  return { status, statusOn: on(5, 17) }
}

function settled({ closed, ...made }: Made, age: number, today: string): Standing {
  const draw = drawFor(`standing/${made.name}`)
  const on = dayAfter(made, today)
  const luck = draw.int(1, 100)
  if (luck <= 6) return { status: 'declined', statusOn: on(5, 20), statusReason: draw.pick(declined) }
  if (luck <= 13)
    return { status: 'did-not-start', statusOn: on(20, 50), statusReason: draw.pick(notStarted) }
  if (luck <= 17) return { status: 'withdrawn', statusOn: on(8, 40), statusReason: draw.pick(withdrawn) }
  if (luck <= 24 && !closed) return { status: 'waiting', statusOn: on(6, 20), expectedWait: '3 months' }
  if (luck <= 45 && age < 200) return { status: 'sent', statusOn: made.madeOn }
  if (luck <= 65 && age < 200) return { status: 'accepted', statusOn: on(5, 17) }
  const status = ongoing.has(made.category) ? 'attended' : age < 150 ? 'started' : 'finished'
  return { status, statusOn: on(28, 58), outcome: 'told' }
}

/** A day so long after the referral was made, and never one to come. */
function dayAfter({ name, madeOn }: Pick<Made, 'name' | 'madeOn'>, today: string) {
  const draw = drawFor(`answer/${name}`)
  return (from: number, to: number): string => {
    const day = addDays(madeOn, draw.int(from, to))
    return day < today ? day : today
  }
}

const declined = [
  'No places until the new year',
  'Lives just outside the area they cover',
  'Needs more support than the group can give',
]
const notStarted = [
  'Was in hospital when the place came up',
  'Did not feel ready when they rang',
  'Could not get there without transport',
]
const withdrawn = [
  'Found company at church instead',
  'Family now helps with this',
  'A change of plans; will ask again',
]

export function onwardBody(
  person: Person,
  onward: Onward,
  refs: { need: string; visit: string },
  client: ClientBody,
): OnwardReferralBody {
  const { service, standing } = onward
  const body = {
    service: service.id,
    serviceName: service.service,
    organisation: service.organisationId,
    ...refs,
    madeOn: onward.madeOn,
    madeBy: staffId(person.coordinator),
    from: askerOf({ name: staffName(person.coordinator), service: 'Community Connect' }),
    consent: true,
    ...sharing(agreedBy(person), {
      client,
      plan: { whatMatters: person.matters },
      reason: spokenOf(person, onward.thread.reason),
      wellbeing: null,
    }),
    ...standing,
  }
  if (standing.status !== 'withdrawn') return body
  const { shared: _shared, communicationNeeds: _needs, ...rest } = body
  return { ...rest, agreedToShare: [] }
}

/** Nobody agrees to the same: how to reach them and why they all do, and some to what matters or to what they need. */
function agreedBy(person: Person): string[] {
  const draw = drawFor(`shares/${person.n}`)
  return [
    'contact',
    'reason',
    ...(draw.int(1, 100) <= 60 ? ['what-matters'] : []),
    ...(draw.int(1, 100) <= 50 ? ['access-needs'] : []),
  ]
}

/** Whoever answered said so in a message too; of those who let somebody wait long, some were asked. */
export function messagesOf(
  person: Person,
  { id, service, madeOn, standing }: Onward,
): [string, MessageBody][] {
  const to = { onwardReferral: id, organisation: service.organisationId }
  const { status, statusReason, statusOn = madeOn, expectedWait, outcome } = standing
  if (status === 'withdrawn') return []
  const asked: [string, MessageBody] = [
    `message/${id}/asked`,
    {
      ...to,
      side: 'service',
      text: 'How do things stand?',
      at: `${addDays(madeOn, 1)}T09:30:00.000Z`,
      by: staffId(person.coordinator),
      byName: staffName(person.coordinator),
      asksForNews: true,
    },
  ]
  if (status === 'sent') return []
  const answer: [string, MessageBody] = [
    `message/${id}/answer`,
    {
      ...to,
      side: 'provider',
      text: '',
      at: `${statusOn}T08:40:00.000Z`,
      ...writerAt(service),
      answer: {
        status,
        ...(statusReason === undefined ? {} : { reason: statusReason }),
        ...(expectedWait === undefined ? {} : { expectedWait }),
        ...(outcome === undefined ? {} : { outcome }),
      },
    },
  ]
  return drawFor(`asked/${id}`).int(1, 100) <= 30 ? [asked, answer] : [answer]
}

/** At Age UK it is Pat; elsewhere somebody who has no account. */
function writerAt({ organisation, organisationId }: Onward['service']): Pick<MessageBody, 'by' | 'byName'> {
  if (organisation === 'Age UK Bexley') return { by: staffId('pat'), byName: staffName('pat') }
  return { by: idFor(`answers/${organisationId}`), byName: `${organisation}, by link` }
}

export function signpostBody(person: Person, key: string, visit: string, givenOn: string): SignpostBody {
  return {
    service: serviceNamed(key).id,
    visit,
    givenOn,
    givenBy: staffId(person.coordinator),
    note: 'Left the leaflet on the kitchen table, with the number written large.',
  }
}
