import { z } from 'zod'
import {
  blankReferIn,
  type ReferIn,
  type ReferInGap,
  referIn,
  referInSchema,
} from '#domain/referral/referIn.ts'
import type { DropInBody } from '#domain/dropIn/dropIn.ts'
import type { DropInContactBody } from '#domain/dropIn/dropInContact.ts'
import type { Person } from '#protocol/account.ts'
import type { FieldProblem } from '#ui/ErrorSummary.tsx'
import * as codes from '#words/codes.ts'
import { worksHere } from './referringWords.ts'

/** A referral begun and not sent. The ids are made once, so that saving it again says the same, not a second person. */
export const referDraftSchema = z.object({
  ids: z.object({ client: z.uuid(), referral: z.uuid(), progress: z.uuid() }),
  entered: referInSchema,
})
export type ReferDraft = z.infer<typeof referDraftSchema>

export function beginReferral(person: Person, newId: () => string): ReferDraft {
  const referrer = { referrerName: person.name, referrerContact: person.email }
  const ours = worksHere(person) ? { source: 'voluntary', method: 'in-person' } : { method: 'form' }
  return {
    ids: { client: newId(), referral: newId(), progress: newId() },
    entered: { ...blankReferIn, referral: { ...blankReferIn.referral, ...referrer, ...ours } },
  }
}

/** Somebody of a drop-in who is passed on: what was said there is here already. */
export function withContact(
  { ids, entered }: ReferDraft,
  contact: DropInContactBody,
  session: DropInBody | null,
): ReferDraft {
  const { firstName = '', postcodeDistrict = '', needs, note } = contact
  const asked = needs.map((code) => codes.wordFor(codes.need, code) ?? code).join(', ')
  const said = [
    asked && `Asked for help with: ${asked}.`,
    note,
    session && `Came to the drop-in at ${session.place}.`,
  ]
  return {
    ids,
    entered: {
      person: { ...entered.person, firstName, postcode: postcodeDistrict },
      referral: {
        ...entered.referral,
        presentingIssue: said.filter(Boolean).join('\n'),
        practice: session?.practice ?? '',
      },
    },
  }
}

/** What will be saved, as one change; `today` is the day on which it is sent. */
export function editsOf({ ids, entered }: ReferDraft, person: Person, team: string, today: string) {
  const { id: by, service } = person
  return referIn(
    { ...entered, referral: ofReferrer(entered.referral, person, today) },
    { ids, by, team, service },
  )
}

const surgery = new Set(['gp', 'nurse', 'reception'])

/** Who is of a surgery refers people of that surgery; they need not say which it is. */
function ofReferrer(
  referral: ReferIn['referral'],
  { role, organisation, service }: Person,
  date: string,
): ReferIn['referral'] {
  const own = worksHere({ role }) ? service : organisation?.name
  const practice = surgery.has(referral.source) ? (organisation?.id ?? '') : ''
  return {
    ...referral,
    date,
    referrerOrganisation: own ?? referral.referrerOrganisation,
    practice: practice || referral.practice,
  }
}

/** What is missing, in words, each with the field that it is about. */
export function problemsOf(gaps: readonly ReferInGap[]): FieldProblem[] {
  return gaps.map((gap) => problems[gap])
}

const problems: Record<ReferInGap, FieldProblem> = {
  name: { field: 'field-firstName', text: 'A name is needed: first or family name.' },
  reach: { field: 'field-phone', text: 'Say how they can be reached. One way is enough.' },
  source: { field: 'field-source', text: 'Say who you are.' },
  danger: { field: 'field-danger', text: 'Say whether anybody has spoken of suicide, or of harm.' },
  consent: { field: 'field-consent', text: 'Say whether they agree to this.' },
  consentNote: { field: 'field-consentNote', text: 'Say why they were not asked.' },
}
