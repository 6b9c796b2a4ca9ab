import { holisticAssessment } from '#domain/assessment/assessment.ts'
import type { ClientBody } from '#domain/client/client.ts'
import type { Questionnaire } from '#domain/form/questionnaire.ts'
import { jsonObjectSchema } from '#domain/json.ts'
import type { BuildDemoService } from '../demoService.ts'
import { clientBody, progressBody, referralBody } from './clientFile.ts'
import { careUseOf } from './careUse.ts'
import { created, type Create } from './created.ts'
import { directoryRecords } from './directoryRecords.ts'
import { dropInRecords } from './dropIns.ts'
import { impactsOf } from './impact.ts'
import { metWithRecords } from './metWith.ts'
import { notesOf } from './notes.ts'
import { messagesOf, onwardBody, onwardsOf, signpostBody, type Onward } from './onward.ts'
import { peopleOf, type Person } from './people.ts'
import { needId, ownThread, planBody } from './plan.ts'
import { promisedCallOf } from './promisedCalls.ts'
import { idFor } from './random.ts'
import { baselineResponse, reviewResponse } from './responses.ts'
import { reviewForm } from '#domain/assessment/reviewForm.ts'
import { staff } from './staff.ts'
import { timelineOf, type Timeline } from './timeline.ts'
import { responseId, visitId, visitsOf } from './visits.ts'
import { scalesOf } from './wellbeing.ts'

/**
 * The demo service: Bexley's directory with invented contact details, and 81 invented people whose figures are those
 * of the published evaluation of the Bexley Clocktower social prescribing pilot, 2015-17 (see the README beside this).
 * Pure: the same day says the same, and ids don't depend on the day.
 */
export const buildDemoService: BuildDemoService = (today) => {
  const people = peopleOf(idFor)
  const scales = scalesOf(people)
  const impacts = impactsOf(people, scales)
  const careUse = careUseOf(people, (person) => timelineOf(person, today))
  return {
    name: 'Community Connect (demonstration)',
    people: staff,
    creates: [
      ...directoryRecords(today),
      ...[holisticAssessment, reviewForm].map(formRecord),
      ...metWithRecords(today),
      ...dropInRecords(today),
      ...people.flatMap((person) => fileOf(person, { today, people, scales, impacts, careUse })),
    ],
  }
}

interface Context {
  today: string
  people: readonly Person[]
  scales: ReturnType<typeof scalesOf>
  impacts: ReturnType<typeof impactsOf>
  careUse: ReturnType<typeof careUseOf>
}

function formRecord(questionnaire: Questionnaire): Create {
  const { url = '', version = '', title = '' } = questionnaire
  return created('form', idFor(`form/${url}`), null, {
    url,
    formVersion: version,
    title,
    status: 'active',
    questionnaire: jsonObjectSchema.parse(JSON.parse(JSON.stringify(questionnaire))),
  })
}

/** One case file, the client first. */
function fileOf(person: Person, context: Context): Create[] {
  const timeline = timelineOf(person, context.today)
  const onwards = onwardsOf(person, timeline, context.today)
  const visits = visitsOf(person, timeline, context.today)
  const client = clientBody(person, timeline, visits)
  const file = person.id
  return [
    created('client', file, file, client),
    ...referralOf(person, timeline),
    ...visits.map(({ id, body }) => created('visit', id, file, body)),
    ...aroundOf(person, context.people),
    ...responsesOf(person, timeline, onwards, context),
    ...agreedOf({ person, client, timeline, onwards, today: context.today }),
    ...onwards
      .flatMap((onward) => messagesOf(person, onward))
      .map(([name, body]) => created('message', idFor(name), file, body)),
    ...callsOf(person, context.today),
    ...(context.careUse.get(person.n) ?? []).map(({ name, body }) =>
      created('careUse', idFor(name), file, body),
    ),
    ...notesOf(person, timeline, onwards).map(({ name, body }) =>
      created('note', idFor(`note/${person.n}/${name}`), file, body),
    ),
  ]
}

/** Whom somebody cares for at home and who has a file of their own: in theirs it is seen from the other side. */
function aroundOf(person: Person, people: readonly Person[]): Create[] {
  return people
    .filter(({ sharesAddressWith }) => sharesAddressWith === person.n)
    .map((other) =>
      created('relatedPerson', idFor(`related/${person.n}/${other.n}`), person.id, {
        name: `${other.called} ${other.familyName}`,
        roles: ['cared-for', 'household'],
        client: other.id,
      }),
    )
}

/** The referral, with what whoever made it is told. */
function referralOf(person: Person, timeline: Timeline): Create[] {
  const id = idFor(`referral/${person.n}`)
  const body = referralBody(person, timeline)
  const told = progressBody(person, id, body)
  return [
    created('referral', id, person.id, body),
    ...(told ? [created('referralProgress', idFor(`progress/${person.n}`), person.id, told)] : []),
  ]
}

function callsOf(person: Person, today: string): Create[] {
  const call = promisedCallOf(person, today)
  return call ? [created('contact', idFor(`contact/${person.n}/promised`), person.id, call)] : []
}

function responsesOf(
  person: Person,
  timeline: Timeline,
  onwards: readonly Onward[],
  context: Context,
): Create[] {
  const scales = context.scales.get(person.n)
  if (timeline.state === 'waiting' || !scales) return []
  const threads = [...onwards.map(({ thread }) => thread), ownThread(person)]
  const baseline = baselineResponse(person, timeline.firstOn, { threads, scale: scales.baseline })
  const first = created('response', responseId(person, 'first'), person.id, baseline)
  const impact = context.impacts.get(person.n)
  if (timeline.state !== 'reviewed' || !impact) return [first]
  const review = reviewResponse(person, timeline.reviewedOn, {
    ...impact,
    scale: scales.review ?? 'not-today',
  })
  return [first, created('response', responseId(person, 'review'), person.id, review)]
}

interface Agreed {
  person: Person
  client: ClientBody
  timeline: Timeline
  onwards: readonly Onward[]
  today: string
}

/** What the first visit and the follow-up led to: the plan, referrals to services, and signposts. */
function agreedOf({ person, client, timeline, onwards, today }: Agreed): Create[] {
  if (timeline.state === 'waiting') return []
  const visit = visitId(person, 'first')
  return [
    created('plan', idFor(`plan/${person.n}`), person.id, planBody(person, timeline, onwards, today)),
    ...onwards.map((onward) =>
      created(
        'onwardReferral',
        onward.id,
        person.id,
        onwardBody(
          person,
          onward,
          { need: needId(person, onward.thread), visit: visitId(person, onward.visit) },
          client,
        ),
      ),
    ),
    ...(person.signposts ?? []).map((key) =>
      created(
        'signpost',
        idFor(`signpost/${person.n}/${key}`),
        person.id,
        signpostBody(person, key, visit, timeline.firstOn),
      ),
    ),
  ]
}
