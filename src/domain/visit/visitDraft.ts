import { z } from 'zod'
import { holisticAssessment } from '../assessment/assessment.ts'
import { reviewForm } from '../assessment/reviewForm.ts'
import { lacksForVisits, shippedForms } from '../assessment/shippedForms.ts'
import { checkQuestionnaire } from '../form/checkQuestionnaire.ts'
import { answersSchema, startAnswers, type Answers } from '../form/answers.ts'
import { canonicalOf, type Questionnaire } from '../form/questionnaire.ts'
import { jsonObjectSchema } from '../json.ts'
import { setOf } from '../kind/fields.ts'
import { loadedPackSchema } from '../measure/inForce.ts'
import type { BodyOf, KindName } from '../kind/kinds.ts'
import type { PlanBody } from '../plan/plan.ts'
import { contestedSchema } from '../record/record.ts'
import { risksOnFile } from './risksOnFile.ts'

/**
 * A record as it was when the visit began: edits say what they change against this, so that others' edits meet them.
 * Its body is taken as it lies on the device: a draft must open whatever somebody wrote into the record.
 */
function seenOf<Name extends KindName>(kind: Name) {
  return z.object({
    id: z.string(),
    kind: z.literal(kind),
    version: z.number().int().positive(),
    contested: contestedSchema,
    body: z.custom<BodyOf<Name>>((body) => typeof body === 'object' && body !== null),
  })
}

/** A service chosen on the visit. `id` is the id of the record that finishing makes of it, so it can't come twice. */
export const chosenServiceSchema = z.object({
  id: z.uuid(),
  as: z.enum(['referral', 'signpost']),
  service: z.string(),
  organisation: z.string().optional(),
  name: z.string(),
  need: z.string().optional(),
  note: z.string().optional(),
  consent: z.boolean().optional(),
  agreedToShare: setOf(z.string()),
  expectedWait: z.string().optional(),
})
export type ChosenService = z.infer<typeof chosenServiceSchema>

/** A need that nothing fitted, met with on the visit. `id` is that of the record that finishing makes of it. */
export const visitGapSchema = z.object({
  id: z.uuid(),
  need: z.string(),
  why: z.string(),
  wanted: z.string().optional(),
  service: z.string().optional(),
})
export type VisitGap = z.infer<typeof visitGapSchema>

/** As much of a plan as must be there to draw it. */
const planShape = z.looseObject({
  needs: z.array(z.unknown()),
  goals: z.array(z.unknown()),
  actions: z.array(z.unknown()),
})

/**
 * A visit begun and not finished: everything that the draft keeps, in plain JSON.
 *
 * - `form`: canonical address and version of the form that the answers belong to
 * - `ids`: of the records that finishing creates, made once, so that finishing twice says the same twice
 * - `checked`: the steps of the plan that were gone through at a review, by their ids
 * - `loaded`: the licensed wording of WEMWBS that was in force when the visit began; cue words where there was none
 * - `turn`: the tablet is with the client, who answers this part and nothing else
 * - `gaps`: not there in a draft of an earlier app
 * - `plan`: the plan as it is to be; `seen.plan` is null where the client had none
 */
export const visitDraftSchema = z.object({
  form: z.string(),
  edition: jsonObjectSchema.optional(),
  ids: z.object({ response: z.uuid(), plan: z.uuid() }),
  begunAt: z.string(),
  section: z.string(),
  turn: z.enum(['matters', 'wellbeing']).nullable(),
  answers: answersSchema,
  checked: z.array(z.string()).optional(),
  loaded: loadedPackSchema.optional(),
  plan: z.custom<PlanBody>((plan) => planShape.safeParse(plan).success),
  services: z.array(chosenServiceSchema),
  gaps: z.array(visitGapSchema).optional(),
  seen: z.object({
    visit: seenOf('visit'),
    client: seenOf('client'),
    plan: seenOf('plan').nullable(),
  }),
})
export type VisitDraft = z.infer<typeof visitDraftSchema>

/** The editions that come with the app, by their canonical address. */
const shipped: ReadonlyMap<string, Questionnaire> = new Map(
  shippedForms.map((form) => [canonicalOf(form) ?? '', form]),
)

/**
 * The form of a draft: with the app, or kept in the draft where the service published one of its own, so that it opens
 * as it was begun whatever is published later. Undefined for an edition that this version of the app cannot draw.
 */
export function formOf({ form, edition }: Pick<VisitDraft, 'form' | 'edition'>): Questionnaire | undefined {
  return edition === undefined ? shipped.get(form) : opened(edition)
}

/** Each edition is looked through once, however often the screen is drawn. */
const openedBefore = new WeakMap<object, Questionnaire | undefined>()

function opened(edition: NonNullable<VisitDraft['edition']>): Questionnaire | undefined {
  if (!openedBefore.has(edition)) {
    const checked = checkQuestionnaire(edition)
    openedBefore.set(edition, checked.ok ? checked.value : undefined)
  }
  return openedBefore.get(edition)
}

/**
 * A visit as it begins. A review looks back, with a form of its own; every other visit has the assessment, with the
 * risks on the file there already, to be confirmed or taken off. `own`: what the service published in their place.
 */
export function beginVisit(
  seen: VisitDraft['seen'],
  { ids, begunAt, loaded }: Pick<VisitDraft, 'ids' | 'begunAt' | 'loaded'>,
  own: readonly Questionnaire[] = [],
): VisitDraft {
  const review = isReview(seen)
  const usual = review ? reviewForm : holisticAssessment
  const form = own.find((one) => one.url === usual.url && lacksForVisits(one).length === 0) ?? usual
  const canonical = canonicalOf(form) ?? ''
  return {
    form: canonical,
    ...(shipped.has(canonical) ? {} : { edition: jsonObjectSchema.parse(form) }),
    ids,
    begunAt,
    section: review ? 'steps' : 'consent',
    turn: null,
    answers: mutable({ ...startAnswers(form), ...(review ? {} : risksOnFile(seen.client.body)) }),
    plan: { needs: [], goals: [], actions: [], ...seen.plan?.body },
    services: [],
    seen,
    ...(loaded ? { loaded } : {}),
  }
}

export function isReview({ visit }: Pick<VisitDraft['seen'], 'visit'>): boolean {
  return visit.body.purpose === 'review'
}

/** The same answers in arrays of their own, as a draft keeps them. */
export function mutable(answers: Answers): VisitDraft['answers'] {
  return Object.fromEntries(Object.entries(answers).map(([linkId, values]) => [linkId, [...values]]))
}
