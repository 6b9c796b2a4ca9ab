import { isDay } from '../calendar/day.ts'
import type { ClientBody } from '../client/client.ts'
import { nhsNumberDigits, nhsNumberDoubt } from '../client/nhsNumber.ts'
import { squeezed } from '../client/postcode.ts'
import { searchFields } from '../client/searchFields.ts'
import { type Likeness, likeness, type NameKey, nameKey } from './alike.ts'

/** Why two files may be of one person. `nhsNumberDiffers` is the one that speaks against it. */
export const duplicateReasons = [
  'nhsNumber',
  'birthDate',
  'birthDateSwapped',
  'birthDateSlip',
  'name',
  'nameAlike',
  'namesSwapped',
  'firstName',
  'familyName',
  'phone',
  'postcode',
  'nhsNumberDiffers',
] as const
export type DuplicateReason = (typeof duplicateReasons)[number]

/** What of a person two files are compared by. */
export type Known = Pick<ClientBody, 'firstName' | 'familyName'> &
  Partial<Pick<ClientBody, 'preferredName' | 'dateOfBirth' | 'nhsNumber' | 'phone' | 'mobile' | 'address'>>

/** The same made ready once, since each file is compared with many. Empty texts say nothing. */
export interface Features {
  nhsNumber: string
  birthDate: string
  first: NameKey
  preferred: NameKey
  family: NameKey
  phones: readonly string[]
  postcode: string
}

export function featuresOf(known: Known): Features {
  const { firstName, familyName, preferredName = '', dateOfBirth = '', nhsNumber = '', address } = known
  const { phones } = searchFields({ ...known, team: '', status: '' })
  return {
    nhsNumber: nhsNumberDoubt(nhsNumber) === null ? nhsNumberDigits(nhsNumber) : '',
    birthDate: isDay(dateOfBirth) ? dateOfBirth : '',
    first: nameKey(firstName),
    preferred: nameKey(preferredName),
    family: nameKey(familyName),
    phones: phones.split(' ').filter((number) => number !== ''),
    postcode: squeezed(address?.postcode ?? ''),
  }
}

/**
 * Why these two may be one person, the weightiest reason first; empty where nothing much speaks for it. A guess for a
 * person to look at: nothing is ever joined by it.
 *
 * | sound NHS numbers | birth dates              | names                             | otherwise             | likely |
 * |-------------------|--------------------------|-----------------------------------|-----------------------|--------|
 * | the same          |                          |                                   |                       | yes    |
 * |                   | the same                 | both alike, or swapped            |                       | yes    |
 * |                   | the same                 | the first or the family name same |                       | yes    |
 * |                   | a slip, day/month swapped | both alike, or swapped           |                       | yes    |
 * |                   | one is missing           | both alike, or swapped            | same phone or postcode | yes   |
 * | else              |                          |                                   |                       | no     |
 */
export function reasonsFor(a: Features, b: Features): DuplicateReason[] {
  const sameNumber = a.nhsNumber !== '' && a.nhsNumber === b.nhsNumber
  const dates = compareDates(a.birthDate, b.birthDate)
  if (!sameNumber && dates === 'other') return []
  const names = compareNames(a, b)
  const besides = compareRest(a, b)
  if (!sameNumber && !isLikely(dates, names, besides)) return []
  const differs = !sameNumber && a.nhsNumber !== '' && b.nhsNumber !== ''
  return [
    ...(sameNumber ? ['nhsNumber' as const] : []),
    ...(dates === 'other' || dates === 'unknown' ? [] : [dates]),
    ...(names === 'other' ? [] : [names]),
    ...besides,
    ...(differs ? ['nhsNumberDiffers' as const] : []),
  ]
}

type Dates = Extract<DuplicateReason, `birthDate${string}`> | 'unknown' | 'other'
type Names =
  | Extract<DuplicateReason, 'name' | 'nameAlike' | 'namesSwapped' | 'firstName' | 'familyName'>
  | 'other'

function isLikely(dates: Dates, names: Names, besides: readonly DuplicateReason[]): boolean {
  const bothAlike = names === 'name' || names === 'nameAlike' || names === 'namesSwapped'
  switch (dates) {
    case 'birthDate':
      return names !== 'other'
    case 'birthDateSwapped':
    case 'birthDateSlip':
      return bothAlike
    case 'unknown':
      return bothAlike && besides.length > 0
    case 'other':
      return false
  }
}

function compareDates(a: string, b: string): Dates {
  if (a === '' || b === '') return 'unknown'
  if (a === b) return 'birthDate'
  if (dayMonthSwapped(a) === b) return 'birthDateSwapped'
  return digitsThatDiffer(a, b) === 1 ? 'birthDateSlip' : 'other'
}

/** 1941-03-04 was meant, 1941-04-03 was written. */
export function dayMonthSwapped(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${year}-${date}-${month}`
}

function digitsThatDiffer(a: string, b: string): number {
  let count = 0
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) count += 1
  return count
}

function compareNames(a: Features, b: Features): Names {
  const first = better(
    likeness(a.first, b.first),
    likeness(a.preferred, b.first),
    likeness(a.first, b.preferred),
  )
  const family = likeness(a.family, b.family)
  if (first === 'same' && family === 'same') return 'name'
  if (first !== 'other' && family !== 'other') return 'nameAlike'
  const swapped = likeness(a.first, b.family) !== 'other' && likeness(a.family, b.first) !== 'other'
  if (swapped) return 'namesSwapped'
  if (first === 'same') return 'firstName'
  return family === 'same' ? 'familyName' : 'other'
}

function better(...found: readonly Likeness[]): Likeness {
  return found.includes('same') ? 'same' : found.includes('alike') ? 'alike' : 'other'
}

function compareRest(a: Features, b: Features): DuplicateReason[] {
  const phone = a.phones.some((number) => b.phones.includes(number))
  const postcode = a.postcode !== '' && a.postcode === b.postcode
  return [...(phone ? ['phone' as const] : []), ...(postcode ? ['postcode' as const] : [])]
}

const WEIGHTS: Readonly<Record<DuplicateReason, number>> = {
  nhsNumber: 10,
  birthDate: 5,
  birthDateSwapped: 3,
  birthDateSlip: 2,
  name: 4,
  nameAlike: 3,
  namesSwapped: 3,
  firstName: 1,
  familyName: 1,
  phone: 2,
  postcode: 1,
  nhsNumberDiffers: -4,
}

/** For sorting: what speaks more for it comes first. */
export function weightOf(reasons: readonly DuplicateReason[]): number {
  return reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0)
}
