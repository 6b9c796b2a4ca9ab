import { isDay } from '#domain/calendar/day.ts'
import { gapsInReferIn, type ReferIn, type ReferInGap } from '#domain/referral/referIn.ts'

/** Why people come, in the order in which it is offered. */
export const reasonsOffered = [
  'isolated',
  'money-or-housing',
  'carer',
  'life-change',
  'recent-diagnosis',
  'health-condition',
  'dementia',
  'stress-or-anxiety',
  'frequent-attender',
  'community',
] as const

/** Who refers somebody else. */
export const sourcesOffered = [
  'family',
  'gp',
  'nurse',
  'reception',
  'hospital',
  'social-care',
  'voluntary',
  'other',
] as const

/** Whether somebody asks for themselves or for somebody else: the page speaks to them accordingly. */
export type About = 'myself' | 'somebody'

/** The fields of one line or several, with the most characters that each takes. */
export const longest = {
  firstName: 100,
  familyName: 100,
  preferredName: 100,
  birthDay: 10,
  birthMonth: 10,
  birthYear: 10,
  nhsNumber: 30,
  lines: 500,
  postcode: 20,
  phone: 50,
  email: 200,
  reach: 300,
  communicationNeeds: 500,
  accessNeeds: 500,
  practice: 40,
  presentingIssue: 2_000,
  dangerSaid: 1_000,
  dangerDone: 1_000,
  source: 20,
  referrerName: 100,
  referrerRole: 100,
  referrerOrganisation: 150,
  referrerContact: 200,
  consentNote: 500,
} as const
export type FieldName = keyof typeof longest

/** A form as it was typed. `website` is the field that people do not see; `pass` is what came with the form. */
export interface Typed {
  texts: Record<FieldName, string>
  reasons: string[]
  danger: '' | 'no' | 'yes'
  consent: '' | 'given' | 'not-sought'
  website: string
  pass: string
}

export function readTyped(body: URLSearchParams): Typed {
  const text = (field: string) => plain(body.get(field) ?? '')
  return {
    texts: { ...mapFields(text), source: oneOf(text('source'), sourcesOffered) },
    reasons: reasonsOffered.filter((code) => body.getAll('reasons').includes(code)),
    danger: oneOf(text('danger'), ['no', 'yes']),
    consent: oneOf(text('consent'), ['given', 'not-sought']),
    website: text('website'),
    pass: text('pass'),
  }
}

export const nothingTyped: Typed = readTyped(new URLSearchParams())

function mapFields(value: (field: FieldName) => string): Record<FieldName, string> {
  const fields = Object.keys(longest).map((field) => [field, ''] as const)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys are those of `longest`
  const texts = Object.fromEntries(fields) as Record<FieldName, string>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
  for (const field of Object.keys(texts) as FieldName[]) texts[field] = value(field)
  return texts
}

/** As every store can hold it, with lines ended as they are elsewhere. */
function plain(text: string): string {
  return text.toWellFormed().replaceAll('\0', '').replaceAll('\r\n', '\n')
}

function oneOf<const Known extends string>(text: string, known: readonly Known[]): Known | '' {
  return known.find((each) => each === text) ?? ''
}

/** What is wrong with what was typed: something missing, or something longer than it may be. */
export type Fault =
  | { fault: 'missing'; what: ReferInGap | 'referrerName' | 'referrerContact' }
  | { fault: 'long'; field: FieldName }

export function faultsIn(typed: Typed, about: About): Fault[] {
  const { texts } = typed
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys are those of `longest`
  const fields = Object.keys(longest) as FieldName[]
  const unnamed = (['referrerName', 'referrerContact'] as const).filter((field) => texts[field].trim() === '')
  return [
    ...gapsInReferIn(asReferIn(typed, about, '')).map((what) => ({ fault: 'missing', what }) as const),
    ...(about === 'myself' ? [] : unnamed.map((what) => ({ fault: 'missing', what }) as const)),
    ...fields
      .filter((field) => texts[field].length > longest[field])
      .map((field) => ({ fault: 'long', field }) as const),
  ]
}

/** What was typed as a referral. Who asks for themselves is their own referrer, and agrees by sending it. */
export function asReferIn({ texts, reasons, danger, consent }: Typed, about: About, date: string): ReferIn {
  const { birthDay: _day, birthMonth: _month, birthYear: _year, ...rest } = texts
  const own = about === 'myself'
  return {
    person: { ...rest, dateOfBirth: dayTyped(texts) },
    referral: {
      ...rest,
      source: own ? 'self' : texts.source,
      referrerName: own ? `${texts.firstName} ${texts.familyName}` : texts.referrerName,
      date,
      method: 'form',
      reasons,
      consent: own ? 'given' : consent,
      danger,
    },
  }
}

/** `YYYY-MM-DD` where it is a day, and as typed where it is not: it is flagged by who reads it. */
function dayTyped({ birthDay, birthMonth, birthYear }: Typed['texts']): string {
  const [day, month, year] = [birthDay, birthMonth, birthYear].map((part) => part.trim())
  if (!day && !month && !year) return ''
  const joined = `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`
  return isDay(joined) ? joined : `${day}/${month}/${year}`
}
