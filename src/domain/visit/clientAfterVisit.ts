import { consentFrom, holisticAssessment, risksFrom, type Said } from '../assessment/assessment.ts'
import { addMonths } from '../calendar/day.ts'
import { NO_KNOWN_RISKS, type ClientBody } from '../client/client.ts'
import { givenValues } from '../form/answers.ts'
import { indexForm } from '../form/formIndex.ts'
import { labelOf } from '../form/options.ts'
import type { ReferralsOfFile } from '../referral/progress.ts'
import { keepsRecord } from './missing.ts'
import { isSameRisk } from './risksOnFile.ts'
import type { VisitDraft } from './visitDraft.ts'

type Risk = NonNullable<ClientBody['risks']>[number]
type ConsentEntry = NonNullable<ClientBody['consents']>[number]

/**
 * Who finishes, and the day and moment of it by the device's clock, for display. `today` is local, `YYYY-MM-DD`.
 * `referrals` are those of the file as they stand now: nobody saw them on the visit. `reviewMonths`: until the next review.
 * Name, service and telephone go with a referral, so that the provider knows whom to ask.
 */
export interface Finishing {
  readonly person: {
    readonly id: string
    readonly name: string
    readonly service?: string
    readonly phone?: string | undefined
  }
  readonly now: string
  readonly today: string
  readonly referrals: ReferralsOfFile
  readonly reviewMonths: number
}

/** The client as the visit leaves them: seen, with risks and consents as said, and at baseline or a review with a review to come. */
export function clientAfterVisit(draft: VisitDraft, finishing: Finishing): ClientBody {
  const before = draft.seen.client.body
  const { purpose } = draft.seen.visit.body
  const nextReview = purpose === 'first' || purpose === 'review'
  return {
    ...before,
    ...risksAfter(draft, finishing),
    consents: [...(before.consents ?? []), ...newConsents(draft, finishing)],
    ...(before.status === 'waiting' ? { status: 'open', openedOn: before.openedOn ?? finishing.today } : {}),
    lastSeenAt: draft.begunAt,
    ...(keepsRecord(draft)
      ? {
          ...aboutMe(draft),
          ...(nextReview ? { reviewOn: addMonths(finishing.today, finishing.reviewMonths) } : {}),
        }
      : {}),
  }
}

/**
 * | said today        | on the file      | afterwards                                  |
 * |-------------------|------------------|---------------------------------------------|
 * | a risk            | the same         | stays as it is, with today's note if it's the only news |
 * | a risk            | not              | added, with today's note                    |
 * | not the risk      | it               | taken off: it was shown, and was unchosen   |
 * | no known risks    | anything         | that alone                                  |
 * | nothing           | anything         | as it is                                    |
 */
function risksAfter(draft: VisitDraft, finishing: Finishing): Partial<ClientBody> {
  const said = risksFrom(draft.answers)
  const before = draft.seen.client.body.risks ?? []
  switch (said.state) {
    case 'unanswered':
      return {}
    case 'none':
      return { risks: [entryFor({ code: NO_KNOWN_RISKS, text: '' }, 0, before, draft, finishing)] }
    case 'known': {
      const entries = said.risks.map((risk, at) => entryFor(risk, at, before, draft, finishing))
      const alone = said.doNotVisitAlone
      return {
        risks: withNote(entries, before, said.note),
        ...(alone === undefined ? {} : { doNotVisitAlone: alone }),
      }
    }
  }
}

/** An entry keeps its id for as long as the risk does, so that two people's notes on it meet. */
function entryFor(
  said: Said,
  at: number,
  before: readonly Risk[],
  { ids }: VisitDraft,
  { person, today }: Finishing,
): Risk {
  const known = before.find((entry) => isSameRisk(entry, said))
  if (known) return known
  const id = `${ids.response}.risk-${said.code ?? at}`
  return { id, ...riskSaid(said), recordedOn: today, by: person.id }
}

/** In words, so that it reads the same everywhere, with its code beside it; "no known risks" is the code alone. */
function riskSaid({ code, text }: Said): Pick<Risk, 'risk'> {
  if (code === NO_KNOWN_RISKS) return { risk: NO_KNOWN_RISKS }
  return { risk: text, ...(code === undefined ? {} : { code }) }
}

function withNote(entries: readonly Risk[], before: readonly Risk[], note: string | undefined): Risk[] {
  if (note === undefined) return [...entries]
  const isNew = (entry: Risk): boolean => !before.includes(entry)
  const news = entries.some(isNew)
  return entries.map((entry) => (news && !isNew(entry) ? entry : { ...entry, note }))
}

/** Consents are a history: each visit adds what was said on it, and the latest holds. */
function newConsents({ answers, ids }: VisitDraft, { person, today }: Finishing): ConsentEntry[] {
  const said = consentFrom(answers)
  const entry = (to: 'hold' | 'share', given: boolean, rest: Partial<ConsentEntry>): ConsentEntry => ({
    ...rest,
    id: `${ids.response}.${to}`,
    to,
    given,
    on: today,
    by: person.id,
  })
  const why = said.whyNot === undefined ? {} : { why: said.whyNot }
  const limits = said.limits === undefined ? {} : { why: said.limits }
  const withWhom = { withWhom: said.shareWith.map((whom) => whom.text) }
  return [
    ...(said.keep === undefined ? [] : [entry('hold', said.keep, said.keep ? {} : why)]),
    ...(said.share === undefined ? [] : [sharing(said.share)]),
  ]

  function sharing(share: string): ConsentEntry {
    return share === 'no' ? entry('share', false, why) : entry('share', true, { ...withWhom, ...limits })
  }
}

/** PRSB "About me": what was said under "what matters", each answer below its question. */
function aboutMe({ answers }: VisitDraft): Partial<ClientBody> {
  const questions = indexForm(holisticAssessment).get('matters')?.item.item ?? []
  const said = questions.flatMap((question) => {
    const [value] = givenValues(answers, question.linkId)
    return value ? [`${question.text ?? ''}\n${labelOf(value).trim()}`] : []
  })
  return said.length > 0 ? { aboutMe: said.join('\n\n') } : {}
}
