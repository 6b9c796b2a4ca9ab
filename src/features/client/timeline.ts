import { shippedInstrument, shippedInstruments } from '#domain/measure/shipped.ts'
import type { MeasureScore, ResponseBody } from '#domain/response/response.ts'
import { perceivedImpact } from '#domain/review/impact.ts'
import type { View } from '#store/view.ts'
import { formatMoment } from '#ui/dates.ts'
import * as codes from '#words/codes.ts'
import type { ClientFile, Names } from './useClientFile.ts'

/** One thing that happened. `at` is a day or a moment; `by` is who wrote or did it. */
export interface Entry {
  id: string
  what: 'referral' | 'contact' | 'visit' | 'response' | 'note' | 'onwardReferral' | 'signpost'
  at: string
  by: string
  title: string
  text: string
  pending: boolean
  questions: View['contested']
}

/** All of a file in time order, the latest first. Plans and details have no moment of their own and are elsewhere. */
export function timeline(file: ClientFile, names: Names): Entry[] {
  return [
    ...file.referrals.map((view) => referralEntry(view)),
    ...file.contacts.map((view) => contactEntry(view, names)),
    ...file.visits.map((view) => visitEntry(view, names)),
    ...file.responses.map((view) => responseEntry(view, names)),
    ...file.notes.map((view) => noteEntry(view, names)),
    ...file.onwardReferrals.map((view) => onwardEntry(view, names)),
    ...signpostEntries(file.signposts, names),
  ].toSorted((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id))
}

function base({ id, pending, contested }: View) {
  return { id, pending, questions: contested }
}

function referralEntry(view: View<'referral'>): Entry {
  const { date, source, referrer, reasons, presentingIssue } = view.body
  const from = codes.wordFor(codes.referralSource, source) ?? ''
  return {
    ...base(view),
    what: 'referral',
    at: date,
    by: [referrer?.name, referrer?.organisation].filter(Boolean).join(', ') || from,
    title: `Referred in: ${from}`,
    text: [
      ...reasons.map((reason) => codes.wordFor(codes.referralReason, reason) ?? reason),
      presentingIssue ?? '',
    ]
      .filter((part) => part !== '')
      .join('; '),
  }
}

function contactEntry(view: View<'contact'>, names: Names): Entry {
  const { at, by, how, outcome, about, note, confirms } = view.body
  const words = [codes.wordFor(codes.contactHow, how), codes.wordFor(codes.contactOutcome, outcome)]
  const confirmed = confirms && `The visit of ${formatMoment(confirms.startsAt)} is confirmed.`
  return {
    ...base(view),
    what: 'contact',
    at,
    by: names.staff(by),
    title: words.join(': '),
    text: [codes.wordFor(codes.contactAbout, about), confirmed, note].filter(Boolean).join('. '),
  }
}

function visitEntry(view: View<'visit'>, names: Names): Entry {
  const { startsAt, purpose, place, status, statusReason, coordinator } = view.body
  const words = [codes.wordFor(codes.visitPurpose, purpose), codes.wordFor(codes.visitPlace, place)]
  return {
    ...base(view),
    what: 'visit',
    at: startsAt,
    by: names.staff(coordinator),
    title: words.join(' · '),
    text: [codes.wordFor(codes.visitStatus, status), statusReason].filter(Boolean).join(': '),
  }
}

function responseEntry(view: View<'response'>, names: Names): Entry {
  const { authored, author, scores = [], amends } = view.body
  const wemwbs = scores.find(({ measure }) => measure.toLowerCase() === 'wemwbs')
  const score = wemwbs?.total ? `Wellbeing (WEMWBS): ${wemwbs.total} of 70` : otherScores(scores)
  const impact = codes.wordFor(codes.impact, perceivedImpact([view], []))
  const title = responseTitle(view.body)
  return {
    ...base(view),
    what: 'response',
    at: authored,
    by: names.staff(author),
    title: amends === undefined ? title : `${title}, put right`,
    text: [score, impact && `Difference it made: ${impact.toLowerCase()}`].filter(Boolean).join('. '),
  }
}

/** A measure that was taken by itself is called by its name; one that came as a pack, a measure. */
export function responseTitle({ questionnaire, purpose, title }: ResponseBody): string {
  const code = /^urn:doorstep:instrument:([^|]+)/.exec(questionnaire)?.[1]
  if (code !== undefined) return shippedInstrument(code)?.title ?? 'Measure'
  if (purpose === 'review') return 'Review'
  return purpose === 'form' ? (title ?? 'Form') : 'Assessment'
}

/** The short scale is told by itself only where there is nothing else. */
function otherScores(scores: readonly MeasureScore[]): string {
  return shippedInstruments
    .flatMap((instrument) => instrument.scores)
    .filter((rule, i, all) => all.findIndex(({ measure }) => measure === rule.measure) === i)
    .flatMap((rule) => {
      const score = scores.find(({ measure }) => measure === rule.measure)
      const value = rule.conversion ? score?.metric : score?.total
      return typeof value === 'number' ? [`${rule.name}: ${value}`] : []
    })
    .join(', ')
}

function noteEntry(view: View<'note'>, names: Names): Entry {
  const { at, author, about, text, amends } = view.body
  const title = codes.wordFor(codes.noteAbout, about) ?? 'Note'
  return {
    ...base(view),
    what: 'note',
    at,
    by: names.staff(author),
    title: amends === undefined ? title : `${title}, put right`,
    text,
  }
}

function onwardEntry(view: View<'onwardReferral'>, names: Names): Entry {
  const { madeOn, madeBy, service, status, reason } = view.body
  return {
    ...base(view),
    what: 'onwardReferral',
    at: madeOn,
    by: names.staff(madeBy),
    title: `Referred to ${names.service(service)}`,
    text: [codes.wordFor(codes.onwardStatus, status), reason].filter(Boolean).join('. '),
  }
}

/** What was given on one leaflet is one thing that happened. */
function signpostEntries(signposts: readonly View<'signpost'>[], names: Names): Entry[] {
  const byLeaflet = Map.groupBy(signposts, ({ id, body }) => body.leaflet ?? id)
  return [...byLeaflet.values()].flatMap((given) => {
    const [first] = given
    if (!first) return []
    return first.body.leaflet === undefined ? signpostEntry(first, names) : leafletEntry(first, given, names)
  })
}

function leafletEntry(first: View<'signpost'>, given: readonly View<'signpost'>[], names: Names): Entry {
  const services = given.map(({ body }) => names.service(body.service))
  return {
    ...signpostEntry(first, names),
    title: `Leaflet with ${given.length} ${given.length === 1 ? 'service' : 'services'} given`,
    text: services.join('; '),
    pending: given.some(({ pending }) => pending),
  }
}

function signpostEntry(view: View<'signpost'>, names: Names): Entry {
  const { givenOn, givenBy, service, note } = view.body
  return {
    ...base(view),
    what: 'signpost',
    at: givenOn,
    by: names.staff(givenBy),
    title: `Told about ${names.service(service)}`,
    text: note ?? '',
  }
}
