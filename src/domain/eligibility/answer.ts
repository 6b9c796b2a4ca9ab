import { ageOn } from '../client/birthDate.ts'
import type { ClientBody } from '../client/client.ts'
import type { ReferralBody } from '../referral/referral.ts'
import { isSameRisk } from '../visit/risksOnFile.ts'
import { type Criterion, type KnownCriterion, type SingleCriterion, understood } from './criterion.ts'

/** What rules are held against. `practices`: the borough's, by their ids, as the directory has them. */
export interface Referred {
  client: ClientBody
  referral: ReferralBody
  practices: ReadonlySet<string>
  today: string
}

export type Answer = 'met' | 'not-met' | 'not-known'

/** Why a criterion is met or not, or what would have to be known: as codes, for whoever puts it into words. */
export type Because =
  | { why: 'age'; age: number }
  | { why: 'no-birth-date' }
  | { why: 'practice'; practice: string }
  | { why: 'practice-elsewhere' }
  | { why: 'no-practice' }
  | { why: 'reason-named'; reason: string }
  | { why: 'reason-not-named' }
  | { why: 'no-reasons' }
  | { why: 'carer-on-file' }
  | { why: 'no-carer-on-file' }
  | { why: 'carer-not-asked' }
  | { why: 'conditions'; conditions: string[] }
  | { why: 'no-conditions' }
  | { why: 'conditions-not-asked' }
  | { why: 'other-conditions'; conditions: string[] }
  | { why: 'urgent'; risk: string }
  | { why: 'risk-on-file' }
  | { why: 'no-such-risk' }
  | { why: 'risks-not-asked' }
  | { why: 'several'; of: Answered[] }
  | { why: 'newer-app' }

export interface Answered {
  criterion: Criterion
  answer: Answer
  because: Because
}

type Said = Pick<Answered, 'answer' | 'because'>

/**
 * One criterion held against what is known of a person. What is missing is never taken for a no: a file without a birth
 * date is of nobody under 18, and a file without conditions is of somebody whom nobody has asked.
 */
export function answer(criterion: Criterion, referred: Referred): Answered {
  const known = understood(criterion)
  return { criterion, ...(known ? said(known, referred) : unknown({ why: 'newer-app' })) }
}

function said(criterion: KnownCriterion, referred: Referred): Said {
  return criterion.is === 'any-of' ? anyOf(criterion.of, referred) : single(criterion, referred)
}

function single(criterion: SingleCriterion, referred: Referred): Said {
  switch (criterion.is) {
    case 'age-from':
      return aged(criterion.years, referred)
    case 'registered':
      return registered(referred)
    case 'reason':
      return named(criterion.reason, referred)
    case 'carer':
      return carer(referred)
    case 'long-term':
      return longTerm(referred)
    case 'suicidal-ideas':
      return suicidal(referred)
    case 'diagnosis':
      return diagnosed(criterion.of, referred)
  }
}

/** Met by one; not met only where each is known not to be. */
function anyOf(criteria: readonly SingleCriterion[], referred: Referred): Said {
  const of = criteria.map((criterion) => answer(criterion, referred))
  const because = { why: 'several', of } as const
  if (of.some((one) => one.answer === 'met')) return met(because)
  return of.some((one) => one.answer === 'not-known') ? unknown(because) : notMet(because)
}

function aged(years: number, { client, today }: Referred): Said {
  const age = ageOn(client.dateOfBirth, today)
  if (age === null) return unknown({ why: 'no-birth-date' })
  return age >= years ? met({ why: 'age', age }) : notMet({ why: 'age', age })
}

function registered({ client, referral, practices }: Referred): Said {
  const practice = client.practice ?? referral.practice
  if (practice === undefined || practice === '') return unknown({ why: 'no-practice' })
  return practices.has(practice) ? met({ why: 'practice', practice }) : notMet({ why: 'practice-elsewhere' })
}

/** A referral that names other reasons and not this one says no to it; one without any reason says nothing. */
function named(reason: string, { referral: { reasons } }: Referred): Said {
  if (reasons.includes(reason)) return met({ why: 'reason-named', reason })
  return reasons.length > 0 ? notMet({ why: 'reason-not-named' }) : unknown({ why: 'no-reasons' })
}

function carer({ client: { carerStatus }, referral: { reasons } }: Referred): Said {
  const reason = ['carer', 'carer-with-condition'].find((each) => reasons.includes(each))
  if (reason !== undefined) return met({ why: 'reason-named', reason })
  if (carerStatus === 'carer' || carerStatus === 'both') return met({ why: 'carer-on-file' })
  if (carerStatus === 'cared-for' || carerStatus === 'neither') return notMet({ why: 'no-carer-on-file' })
  return unknown({ why: 'carer-not-asked' })
}

/** Reasons that cannot be without one. "Struggling with a health condition" does not say that it will last. */
const lasting = ['dementia', 'carer-with-condition']

function longTerm({ client, referral: { reasons } }: Referred): Said {
  const conditions = conditionsOf(client)
  if (conditions.known === 'some') return met({ why: 'conditions', conditions: conditions.names })
  const reason = lasting.find((each) => reasons.includes(each))
  if (reason !== undefined) return met({ why: 'reason-named', reason })
  return conditions.known === 'none'
    ? notMet({ why: 'no-conditions' })
    : unknown({ why: 'conditions-not-asked' })
}

function suicidal({ client, referral }: Referred): Said {
  if ((client.risks ?? []).some((entry) => isSameRisk(entry, selfHarm))) return met({ why: 'risk-on-file' })
  if (referral.urgent) return met({ why: 'urgent', risk: referral.urgent.risk })
  return client.risks?.length ? notMet({ why: 'no-such-risk' }) : unknown({ why: 'risks-not-asked' })
}

const selfHarm = { code: 'self-harm', text: 'Thoughts of self-harm or suicide' }

type Diagnosis = Extract<SingleCriterion, { is: 'diagnosis' }>['of']

/** Conditions are written in people's own words. Chapter V of ICD-10: F20-29 with F30-31 and F32.3, F60, F00-09. */
const kinds: Record<Diagnosis, RegExp> = {
  psychosis: /psychosis|psychotic|schizo|bipolar|delusional/i,
  'personality-disorder': /personality disorder|\b(bpd|eupd)\b/i,
  'organic-disorder': /dementia|alzheimer|delirium|\borganic\b/i,
}

function diagnosed(of: Diagnosis, { client, referral: { reasons } }: Referred): Said {
  const conditions = conditionsOf(client)
  const names = conditions.names.filter((name) => kinds[of].test(name))
  if (names.length > 0) return met({ why: 'conditions', conditions: names })
  if (of === 'organic-disorder' && reasons.includes('dementia')) {
    return met({ why: 'reason-named', reason: 'dementia' })
  }
  switch (conditions.known) {
    case 'some':
      return notMet({ why: 'other-conditions', conditions: conditions.names })
    case 'none':
      return notMet({ why: 'no-conditions' })
    case 'not-asked':
      return unknown({ why: 'conditions-not-asked' })
  }
}

/** An empty list is of somebody who was not asked; who has none is written down as "None". */
function conditionsOf({ longTermConditions = [] }: ClientBody): {
  known: 'some' | 'none' | 'not-asked'
  names: string[]
} {
  const written = longTermConditions.filter((name) => name.trim() !== '')
  const names = written.filter((name) => !/^(none|nil|no(ne)? known|no conditions?)\.?$/i.test(name.trim()))
  if (names.length > 0) return { known: 'some', names }
  return { known: written.length > 0 ? 'none' : 'not-asked', names }
}

const met = (because: Because): Said => ({ answer: 'met', because })
const notMet = (because: Because): Said => ({ answer: 'not-met', because })
const unknown = (because: Because): Said => ({ answer: 'not-known', because })
