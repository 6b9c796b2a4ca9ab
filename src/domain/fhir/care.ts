import type { BodyOf } from '../kind/kinds.ts'
import {
  dayOrNone,
  isFhirId,
  momentOrNone,
  ours,
  partId,
  resource,
  type Resource,
  snomed,
  to,
} from './resource.ts'

const REFERRAL = snomed('871731000000106', 'Referral to social prescribing service')
const DECLINED = snomed('871711000000103', 'Social prescribing declined')
const STATUS_REASON = 'http://hl7.org/fhir/StructureDefinition/request-statusReason'

const requestStatus: Readonly<Record<string, string>> = { closed: 'completed', finished: 'completed' }
const revoked = new Set(['declined', 'did-not-start', 'withdrawn'])

function requestStatusOf(status: string): string {
  return revoked.has(status) ? 'revoked' : (requestStatus[status] ?? 'active')
}

/** A referral in: a request for social prescribing, once an episode. */
export function referralOf(id: string, file: string, body: BodyOf<'referral'>): Resource {
  const { referrer, status, statusReason, reasons } = body
  return resource('ServiceRequest', id, {
    extension: [
      status === 'declined'
        ? { url: STATUS_REASON, valueCodeableConcept: { ...DECLINED, text: statusReason ?? DECLINED.text } }
        : undefined,
    ],
    status: requestStatusOf(status),
    intent: 'order',
    code: REFERRAL,
    subject: to('Patient', file),
    authoredOn: dayOrNone(body.date),
    requester: to('Practitioner', body.referredBy) ?? {
      display: [referrer?.name, referrer?.organisation].filter(Boolean).join(', ') || body.source,
    },
    reasonCode: reasons.map((reason) => ours('referral-reason', reason)),
    note: [{ text: body.presentingIssue }],
  })
}

const taskStatus: Readonly<Record<string, string>> = {
  sent: 'requested',
  accepted: 'accepted',
  waiting: 'on-hold',
  started: 'in-progress',
  attended: 'in-progress',
  finished: 'completed',
  declined: 'rejected',
  'did-not-start': 'failed',
  withdrawn: 'cancelled',
}

/** An onward referral: the request, and the task of answering it. */
export function onwardReferralOf(id: string, file: string, body: BodyOf<'onwardReferral'>): Resource[] {
  const { status, statusReason, outcome } = body
  const request = resource('ServiceRequest', id, {
    status: requestStatusOf(status),
    intent: 'order',
    code: { text: body.serviceName ?? 'Onward referral' },
    subject: to('Patient', file),
    encounter: to('Encounter', body.visit),
    authoredOn: dayOrNone(body.madeOn),
    requester: to('Practitioner', body.madeBy),
    performer: [to('HealthcareService', body.service)],
    note: [{ text: body.reason }],
  })
  const task = resource('Task', id, {
    status: taskStatus[status] ?? 'requested',
    statusReason: { text: statusReason },
    businessStatus: ours('onward-referral-status', status),
    intent: 'order',
    focus: to('ServiceRequest', id),
    for: to('Patient', file),
    authoredOn: dayOrNone(body.madeOn),
    lastModified: dayOrNone(body.statusOn),
    requester: to('Practitioner', body.madeBy),
    owner: to('Organization', body.organisation),
    note: [{ text: outcome }],
  })
  return [request, task]
}

/** Information given is no request: a Communication, never a ServiceRequest. */
export function signpostOf(id: string, file: string, body: BodyOf<'signpost'>): Resource {
  return resource('Communication', id, {
    status: 'completed',
    category: [{ text: 'Signpost' }],
    subject: to('Patient', file),
    about: [to('HealthcareService', body.service)],
    encounter: to('Encounter', body.visit),
    sent: dayOrNone(body.givenOn),
    sender: to('Practitioner', body.givenBy),
    payload: body.note ? [{ contentString: body.note }] : undefined,
  })
}

const visitStatus: Readonly<Record<string, string>> = { planned: 'planned', held: 'finished' }
const encounterClass: Readonly<Record<string, string>> = { home: 'HH', phone: 'VR' }

export function visitOf(id: string, file: string, body: BodyOf<'visit'>): Resource {
  return resource('Encounter', id, {
    status: visitStatus[body.status] ?? 'cancelled',
    class: {
      system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
      code: encounterClass[body.place] ?? 'AMB',
    },
    type: [ours('visit-purpose', body.purpose)],
    subject: to('Patient', file),
    participant: [{ individual: to('Practitioner', body.coordinator) }],
    period: { start: momentOrNone(body.heldAt ?? body.startsAt) },
    reasonCode: [{ text: body.statusReason }],
  })
}

const tried = new Set(['no-answer', 'wrong-number'])

/** A contact or an attempt; an attempt that reached nobody is not done. */
export function contactOf(id: string, file: string, body: BodyOf<'contact'>): Resource {
  return resource('Communication', id, {
    status: tried.has(body.outcome) ? 'not-done' : 'completed',
    statusReason: tried.has(body.outcome) ? ours('contact-outcome', body.outcome) : undefined,
    category: [{ text: 'Contact' }, ...(body.about === undefined ? [] : [ours('contact-about', body.about)])],
    medium: [ours('contact-how', body.how)],
    subject: to('Patient', file),
    sent: momentOrNone(body.at),
    sender: to('Practitioner', body.by),
    payload: body.note ? [{ contentString: body.note }] : undefined,
  })
}

const activityStatus: Readonly<Record<string, string>> = {
  'to-do': 'not-started',
  doing: 'in-progress',
  done: 'completed',
  dropped: 'cancelled',
}

/** Needs, goals and steps; each goal a Goal of its own, as FHIR has it. */
export function planOf(id: string, file: string, body: BodyOf<'plan'>): Resource[] {
  const goalId = (goal: string) => (isFhirId(goal) ? goal : partId(id, goal))
  const goals = body.goals.map((goal) => {
    const need = body.needs.find((each) => each.id === goal.need)
    return resource('Goal', goalId(goal.id), {
      lifecycleStatus: 'active',
      category: need && [ours('life-area', need.area)],
      description: { text: goal.goal },
      subject: to('Patient', file),
      note: [{ text: goal.outcome }],
    })
  })
  const plan = resource('CarePlan', id, {
    status: 'active',
    intent: 'plan',
    title: 'What was agreed',
    description: body.whatMatters,
    subject: to('Patient', file),
    created: dayOrNone(body.agreedOn),
    period: { start: dayOrNone(body.agreedOn), end: dayOrNone(body.reviewOn) },
    goal: body.goals.map((goal) => to('Goal', goalId(goal.id))),
    activity: body.actions.map((action) => ({
      detail: {
        status: activityStatus[action.status] ?? 'unknown',
        statusReason: { text: action.outcome },
        goal: [to('Goal', goalId(action.goal))],
        scheduledPeriod: { end: dayOrNone(action.by) },
        performer: [{ display: action.who }],
        description: action.what,
      },
    })),
    note: body.needs.map(({ area, need, met }) => ({ text: `Need (${area}): ${need}${met ? ', met' : ''}` })),
  })
  return [plan, ...goals]
}
