import type { Edit } from '../change/change.ts'
import { createRecord, editRecord } from '../change/write.ts'
import { districtOf } from '../client/postcode.ts'
import { askerOf } from '../onwardReferral/asker.ts'
import type { OnwardReferralBody } from '../onwardReferral/onwardReferral.ts'
import { sharing } from '../onwardReferral/shared.ts'
import type { PlanBody } from '../plan/plan.ts'
import { err, ok, type Result } from '../result.ts'
import type { SignpostBody } from '../signpost/signpost.ts'
import { givenValues } from '../form/answers.ts'
import { labelOf } from '../form/options.ts'
import { moveReferrals } from '../referral/progress.ts'
import { clientAfterVisit, type Finishing } from './clientAfterVisit.ts'
import { keepsRecord, whatBlocks, type Missing } from './missing.ts'
import { isSamePlan } from '../plan/edits.ts'
import { formOf, type ChosenService, type VisitDraft } from './visitDraft.ts'
import { scoresFrom, visitResponse } from './visitResponse.ts'

/**
 * A finished visit as the edits of one change: the response, the visit held, the client, the referral as seen, the
 * plan, each chosen service as a referral or a signpost, and each gap that was met with. Refused with everything that stands in the way. Pure: the same draft, finished
 * at the same moment, says the same; all ids come from the draft.
 *
 * Whoever says no to a record being kept has the visit, that answer, the risks and that they were seen recorded, and
 * nothing else.
 */
export function finishVisit(draft: VisitDraft, finishing: Finishing): Result<Edit[], Missing[]> {
  const form = formOf(draft)
  const blocking = whatBlocks(draft)
  if (!form || blocking.length > 0) return err(blocking)
  const file = draft.seen.client.id
  const edits = [
    createRecord('response', draft.ids.response, file, visitResponse(form, draft, finishing)),
    editRecord(draft.seen.visit, visitAfter(draft)),
    editRecord(draft.seen.client, clientAfterVisit(draft, finishing)),
    ...moveReferrals(finishing.referrals, { status: 'seen', on: finishing.today }),
    ...(keepsRecord(draft)
      ? [planEdit(draft, finishing), ...serviceEdits(draft, finishing), ...gapEdits(draft, finishing)]
      : []),
  ]
  return ok(edits.filter((edit) => edit !== null))
}

/** Held when it began: finishing may be days later. */
function visitAfter({ seen, begunAt, ids }: VisitDraft): VisitDraft['seen']['visit']['body'] {
  return { ...seen.visit.body, status: 'held', heldAt: begunAt, response: ids.response }
}

function planEdit(draft: VisitDraft, finishing: Finishing): Edit | null {
  const { seen, ids } = draft
  const after = planAfterVisit(draft, finishing)
  if (seen.plan) return after ? editRecord(seen.plan, after) : null
  return after ? createRecord('plan', ids.plan, seen.client.id, after) : null
}

/** The plan as agreed; null where nothing was: an empty plan, or one left as it was. */
function planAfterVisit(draft: VisitDraft, { today }: Finishing): PlanBody | null {
  const { seen } = draft
  const after = planSaid(draft)
  const empty = after.needs.length === 0 && (after.strengths ?? []).length === 0 && !after.whatMatters
  if (empty && !seen.plan) return null
  return seen.plan && isSamePlan(after, seen.plan.body) ? null : { ...after, agreedOn: today }
}

function planSaid({ plan, answers }: VisitDraft): PlanBody {
  const [most] = givenValues(answers, 'matters.most')
  return most ? { ...plan, whatMatters: labelOf(most).trim() } : plan
}

function serviceEdits(draft: VisitDraft, finishing: Finishing): Edit[] {
  const file = draft.seen.client.id
  return draft.services.map((chosen) => {
    switch (chosen.as) {
      case 'referral':
        return createRecord('onwardReferral', chosen.id, file, referralOf(chosen, draft, finishing))
      case 'signpost':
        return createRecord('signpost', chosen.id, file, signpostOf(chosen, draft, finishing))
    }
  })
}

function referralOf(chosen: ChosenService, draft: VisitDraft, finishing: Finishing): OnwardReferralBody {
  const { person, today } = finishing
  return {
    service: chosen.service,
    serviceName: chosen.name,
    ...(chosen.organisation === undefined ? {} : { organisation: chosen.organisation }),
    ...needOf(chosen, draft.plan),
    visit: draft.seen.visit.id,
    madeOn: today,
    madeBy: person.id,
    from: askerOf(person),
    consent: chosen.consent === true,
    ...sharedAtVisit(chosen, draft, finishing),
    status: 'sent',
    statusOn: today,
    ...(chosen.expectedWait === undefined ? {} : { expectedWait: chosen.expectedWait }),
  }
}

/** As the visit leaves the person, not as it found them; of a score only one that was taken today. */
function sharedAtVisit({ agreedToShare, note }: ChosenService, draft: VisitDraft, finishing: Finishing) {
  const total = scoresFrom(draft).find(({ measure }) => measure === 'wemwbs')?.total ?? null
  return sharing(agreedToShare, {
    client: clientAfterVisit(draft, finishing),
    plan: planSaid(draft),
    reason: note,
    wellbeing: total === null ? null : { total, on: finishing.today },
  })
}

function signpostOf(
  chosen: ChosenService,
  { seen, plan }: VisitDraft,
  { person, today }: Finishing,
): SignpostBody {
  return {
    service: chosen.service,
    ...needOf(chosen, plan),
    visit: seen.visit.id,
    givenOn: today,
    givenBy: person.id,
    ...(chosen.note?.trim() ? { note: chosen.note.trim() } : {}),
  }
}

/** What was missing, in no file: everybody of the service holds it, so nothing in it says whose need it was. */
function gapEdits({ gaps = [], seen }: VisitDraft, { person, today }: Finishing): Edit[] {
  const area = districtOf(seen.client.body.address?.postcode)
  return gaps.map(({ id, need, why, wanted, service }) =>
    createRecord('gap', id, null, {
      need,
      why,
      ...(wanted?.trim() ? { wanted: wanted.trim() } : {}),
      ...(service === undefined ? {} : { service }),
      ...(area === null ? {} : { area }),
      metAt: 'visit',
      on: today,
      by: person.id,
    }),
  )
}

/** A need that was taken out of the plan again is no longer pointed at. */
function needOf({ need }: ChosenService, plan: PlanBody): { need?: string } {
  return need !== undefined && plan.needs.some((entry) => entry.id === need) ? { need } : {}
}
