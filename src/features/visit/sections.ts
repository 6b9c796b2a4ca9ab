import { assessmentSections } from '#domain/assessment/assessment.ts'
import { findItem, type FormView, type ItemView } from '#domain/form/openForm.ts'
import { progress } from '#domain/form/progress.ts'
import { keepsRecord } from '#domain/visit/missing.ts'
import { isSamePlan } from '#domain/plan/edits.ts'
import { stepsToCheck } from '#domain/visit/reviewSteps.ts'
import { isReview, type VisitDraft } from '#domain/visit/visitDraft.ts'
import { isScale, scaleItems } from '#questions/isScale.ts'

/** A place in the visit. `within` names the heading that it stands under; `said` how far it has come, in words. */
export interface VisitSection {
  readonly key: string
  readonly title: string
  readonly within: string | undefined
  readonly state: 'empty' | 'begun' | 'done'
  readonly said: string
}

/** The places of a visit in order. Whoever wants no record kept isn't asked further, so those places aren't there. */
export function sectionsOf({ draft, view }: { draft: VisitDraft; view: FormView }): VisitSection[] {
  const asked = assessmentSections.flatMap((section) =>
    section.parts.length > 0
      ? section.parts.map((part) => formSection(view, part.linkId, part.title, section.title))
      : [formSection(view, section.linkId, section.title)],
  )
  const finish = { key: 'finish', title: 'Finish', within: undefined, state: 'empty', said: '' } as const
  return [
    ...reviewSections(draft, view),
    ...asked.filter((section) => section !== null),
    ...(keepsRecord(draft) ? [planSection(draft), servicesSection(draft)] : []),
    finish,
  ]
}

/** A review goes through the steps one by one, and then looks back on all of it. */
function reviewSections(draft: VisitDraft, view: FormView): VisitSection[] {
  if (!isReview(draft.seen)) return []
  const back = formSection(view, 'review', 'Looking back')
  return [stepsSection(draft), ...(back ? [back] : [])]
}

function stepsSection(draft: VisitDraft): VisitSection {
  const steps = stepsToCheck(draft)
  const checked = steps.filter((step) => step.checked).length
  const state = checked === 0 ? 'empty' : checked < steps.length ? 'begun' : 'done'
  return {
    key: 'steps',
    title: 'Steps so far',
    within: undefined,
    state,
    said: steps.length === 0 ? '' : `${checked} of ${steps.length}`,
  }
}

/** The section in which a question stands. */
export function sectionWith(sections: readonly VisitSection[], linkId: string): string {
  const found = sections.find(({ key }) => linkId === key || linkId.startsWith(`${key}.`))
  return found?.key ?? 'finish'
}

function formSection(view: FormView, linkId: string, title: string, within?: string): VisitSection | null {
  const item = findItem(view, linkId)
  if (!item?.enabled) return null
  const state = stateOf(item)
  const { asked, answered } = progress(item)
  return { key: linkId, title, within, state, said: state === 'begun' ? `${answered} of ${asked}` : '' }
}

/** A part without anything required counts as done once it was talked about. A scale begun is to be finished. */
function stateOf(item: ItemView): VisitSection['state'] {
  const { answered, required, requiredAnswered } = progress(item)
  if (answered === 0) return 'empty'
  const open = item.items
    .filter((group) => group.enabled && group.type === 'group' && isScale(group))
    .some((group) => scaleItems(group).some((question) => !question.answered))
  return requiredAnswered < required || open ? 'begun' : 'done'
}

function planSection({ plan, seen }: VisitDraft): VisitSection {
  const count = plan.needs.length
  const touched = count > 0 && !(seen.plan && isSamePlan(plan, seen.plan.body))
  return {
    key: 'plan',
    title: 'Plan',
    within: undefined,
    state: touched ? 'done' : 'empty',
    said: count === 0 ? '' : counted(count, 'need'),
  }
}

function servicesSection({ services }: VisitDraft): VisitSection {
  return {
    key: 'services',
    title: 'Services',
    within: undefined,
    state: services.length > 0 ? 'done' : 'empty',
    said: services.length === 0 ? '' : `${services.length} chosen`,
  }
}

export function counted(count: number, word: string, words = `${word}s`): string {
  return `${count} ${count === 1 ? word : words}`
}
