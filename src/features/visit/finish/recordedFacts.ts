import { consentFrom, risksFrom } from '#domain/assessment/assessment.ts'
import { impactSaid } from '#domain/review/impact.ts'
import { keepsRecord } from '#domain/visit/missing.ts'
import { stepsToCheck } from '#domain/visit/reviewSteps.ts'
import type { VisitDraft } from '#domain/visit/visitDraft.ts'
import { scoresFrom } from '#domain/visit/visitResponse.ts'
import type { Fact } from '#ui/Facts.tsx'
import * as codes from '#words/codes.ts'
import { areaInWords } from '../plan/areas.ts'
import { counted } from '../sections.ts'

/** What finishing writes into the file, said plainly. */
export function recordedFacts(draft: VisitDraft, reviewMonths: number): Fact[] {
  const facts: [label: string, value: string | undefined][] = [
    ['Consent', consentInWords(draft)],
    ['Risks', risksInWords(draft)],
    ...(keepsRecord(draft) ? withRecord(draft, reviewMonths) : withoutRecord(draft)),
  ]
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]))
}

function withRecord(draft: VisitDraft, reviewMonths: number): [string, string | undefined][] {
  const named = (as: 'referral' | 'signpost') =>
    draft.services
      .filter((chosen) => chosen.as === as)
      .map(({ name }) => name)
      .join('\n') || undefined
  return [
    ['Wellbeing', wellbeingInWords(draft)],
    ['Plan', planInWords(draft)],
    ['Referrals', named('referral')],
    ['Details given', named('signpost')],
    ['Missing, for the list of gaps', gapsInWords(draft)],
    ['Difference it made', codes.wordFor(codes.impact, impactSaid(draft.answers))],
    ['Steps gone through', stepsInWords(draft)],
    ['Next review', nextReviewInWords(draft, reviewMonths)],
  ]
}

function gapsInWords({ gaps = [] }: VisitDraft): string | undefined {
  const words = gaps.map(({ need, wanted }) => [areaInWords(need), wanted?.trim()].filter(Boolean).join(': '))
  return words.join('\n') || undefined
}

function stepsInWords(draft: VisitDraft): string | undefined {
  const steps = stepsToCheck(draft)
  if (steps.length === 0) return undefined
  return `${steps.filter(({ checked }) => checked).length} of ${steps.length}`
}

function nextReviewInWords({ seen }: VisitDraft, months: number): string | undefined {
  const { purpose } = seen.visit.body
  return purpose === 'first' || purpose === 'review' ? `In ${counted(months, 'month')}` : undefined
}

function withoutRecord({ plan, services }: VisitDraft): [string, string | undefined][] {
  const left = [
    ...(plan.needs.length > 0 ? ['the plan'] : []),
    ...(services.length > 0 ? [counted(services.length, 'chosen service')] : []),
  ]
  return [
    ['Not recorded', left.length > 0 ? `What was said besides, ${left.join(', ')}` : 'What was said besides'],
  ]
}

function consentInWords({ answers }: VisitDraft): string | undefined {
  const { keep, share } = consentFrom(answers)
  if (keep === undefined) return undefined
  if (!keep) return 'No record is to be kept'
  const sharing = share === 'yes' ? ', and it may be shared' : share === 'some' ? ', shared with some' : ''
  return share === 'no' ? 'To keep a record, not to share it' : `To keep a record${sharing}`
}

function risksInWords({ answers }: VisitDraft): string | undefined {
  const { state, risks } = risksFrom(answers)
  switch (state) {
    case 'unanswered':
      return undefined
    case 'none':
      return 'No known risks'
    case 'known':
      return risks.map(({ text }) => text).join('\n')
  }
}

function wellbeingInWords(draft: VisitDraft): string {
  const [full, short] = scoresFrom(draft)
  if (!full) return 'Not asked today'
  if (full.total === null) return 'Begun; no total while an answer is missing'
  const metric = typeof short?.metric === 'number' ? `, short scale ${short.metric.toFixed(2)}` : ''
  return `WEMWBS ${full.total} of 70${metric}`
}

function planInWords({ plan }: VisitDraft): string {
  const { needs, goals, actions } = plan
  if (needs.length === 0) return 'Nothing in it yet'
  return [counted(needs.length, 'need'), counted(goals.length, 'goal'), counted(actions.length, 'step')].join(
    ', ',
  )
}
