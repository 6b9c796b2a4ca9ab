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
  const asked = view.items.flatMap((item) =>
    // Each area of life is a place of its own.
    item.linkId === 'areas' ? item.items.map((part) => formSection(part, item.text)) : [formSection(item)],
  )
  const finish = { key: 'finish', title: 'Finish', within: undefined, state: 'empty', said: '' } as const
  return [
    // A review goes through the steps one by one, and then looks back on all of it.
    ...(isReview(draft.seen) ? [stepsSection(draft)] : []),
    ...asked.filter((section) => section !== null),
    ...(keepsRecord(draft) ? [planSection(draft), servicesSection(draft)] : []),
    finish,
  ]
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
export function sectionWith(sections: readonly VisitSection[], linkId: string, view: FormView): string {
  const found = sections.find(({ key }) => {
    const part = findItem(view, key)
    return part && (part.linkId === linkId || findItem(part, linkId) !== undefined)
  })
  return found?.key ?? 'finish'
}

function formSection(item: ItemView, within?: string): VisitSection | null {
  if (!item.enabled || item.type === 'display') return null
  const state = stateOf(item)
  const { asked, answered } = progress(item)
  const said = state === 'begun' ? `${answered} of ${asked}` : ''
  return { key: item.linkId, title: item.text, within, state, said }
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
