import { z } from 'zod'
import { holisticAssessment } from '../assessment/assessment.ts'
import { reviewForm } from '../assessment/reviewForm.ts'
import { answersSchema, startAnswers, type Answers } from '../form/answers.ts'
import { canonicalOf, type Questionnaire } from '../form/questionnaire.ts'
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

/** Every edition of the form that a visit may have been begun with, by its canonical address. */
const editions: ReadonlyMap<string, Questionnaire> = new Map(
  [holisticAssessment, reviewForm].map((form) => [canonicalOf(form) ?? '', form]),
)

/** The form of a draft; undefined for an edition that this version of the app doesn't have. */
export function formOf(draft: Pick<VisitDraft, 'form'>): Questionnaire | undefined {
  return editions.get(draft.form)
}

/**
 * A visit as it begins. A review looks back, with a form of its own; every other visit has the assessment, with the
 * risks on the file there already, to be confirmed or taken off.
 */
export function beginVisit(
  seen: VisitDraft['seen'],
  { ids, begunAt, loaded }: Pick<VisitDraft, 'ids' | 'begunAt' | 'loaded'>,
): VisitDraft {
  const review = isReview(seen)
  const form = review ? reviewForm : holisticAssessment
  return {
    form: canonicalOf(form) ?? '',
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
