import { consentFrom, risksFrom } from '#domain/assessment/assessment.ts'
import { keepsRecord } from '#domain/visit/missing.ts'
import type { VisitDraft } from '#domain/visit/visitDraft.ts'
import { scoresFrom } from '#domain/visit/visitResponse.ts'
import type { Fact } from '#ui/Facts.tsx'
import { counted } from '../sections.ts'

/** What finishing writes into the file, said plainly. */
export function recordedFacts(draft: VisitDraft): Fact[] {
  const facts: [label: string, value: string | undefined][] = [
    ['Consent', consentInWords(draft)],
    ['Risks', risksInWords(draft)],
    ...(keepsRecord(draft) ? withRecord(draft) : withoutRecord(draft)),
  ]
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]))
}

function withRecord(draft: VisitDraft): [string, string | undefined][] {
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
    ['Next review', draft.seen.visit.body.purpose === 'first' ? 'In six months' : undefined],
  ]
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
