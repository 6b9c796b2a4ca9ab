import type { Criteria, Criterion, TimeOfDay } from '#domain/directory/criteria.ts'
import type { Found, Order } from '#domain/directory/find.ts'
import { type Choice, withoutPlace } from '#domain/directory/wish.ts'
import type { ServiceBody } from '#domain/service/service.ts'
import type { Directory } from './DirectoryReader.ts'
import type { Finding } from './useFinding.ts'
import { accessFeature, wordFor } from '../codes.ts'
import { count, formatNumber, languageName, needName } from './serviceWords.ts'

type Day = NonNullable<Criteria['days']>[number]

export const dayWords: Readonly<Record<Day, string>> = {
  today: 'Today',
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
}

export const timeWords: Readonly<Record<TimeOfDay, string>> = {
  morning: 'Morning',
  afternoon: 'Afternoon',
  evening: 'Evening',
}

export const orderWords: Readonly<Record<Order, string>> = {
  best: 'Best match',
  nearest: 'Nearest',
  next: 'Next session',
  wait: 'Shortest wait',
}

export function costChoice(pounds: number): string {
  return pounds === 0 ? 'Free' : `Up to £${pounds}`
}

export function waitChoice(weeks: number): string {
  return weeks === 0 ? 'None' : `Up to ${count(weeks, 'week')}`
}

export function withinChoice(miles: number): string {
  return count(miles, 'mile')
}

/** One thing that was chosen, and the choice without it. */
export interface Chosen {
  readonly key: string
  readonly words: string
  readonly without: Choice
}

/** Everything that was chosen, each to be taken away by itself. */
export function chosenIn(choice: Choice, placeName: string | null): Chosen[] {
  const { criteria, near } = choice
  const chips: Chosen[] = []
  const add = (key: string, words: string, without: Partial<Choice>) =>
    chips.push({ key, words, without: { ...choice, ...without } })
  const each = <Name extends 'needs' | 'days' | 'times' | 'access'>(
    name: Name,
    wordsOf: (value: NonNullable<Criteria[Name]>[number]) => string,
  ) => {
    const values: readonly NonNullable<Criteria[Name]>[number][] = criteria[name] ?? []
    for (const value of values) {
      const others = values.filter((other) => other !== value)
      add(`${name} ${value}`, wordsOf(value), { criteria: { ...criteria, [name]: others } })
    }
  }
  const one = <Name extends Criterion>(name: Name, words: (value: NonNullable<Criteria[Name]>) => string) => {
    const { [name]: value, ...others } = criteria
    if (value !== undefined) add(name, words(value), { criteria: others })
  }
  each('needs', needName)
  one('category', String)
  each('days', (day) => dayWords[day])
  each('times', (time) => timeWords[time])
  if (near !== null) add('near', `Near ${placeName ?? near}`, withoutPlace(choice))
  one('within', (miles) => `Within ${withinChoice(miles)}`)
  one('cost', costChoice)
  each('access', (feature) => wordFor(accessFeature, feature) ?? feature)
  one('language', languageName)
  one('referral', () => 'Takes referrals now')
  one('wait', (weeks) => (weeks === 0 ? 'No wait' : `Wait ${waitChoice(weeks).toLowerCase()}`))
  one('age', (age) => `Aged ${age}`)
  return chips
}

/** What it is called to ask for less of something. */
export const looseWords: Readonly<Record<Criterion, string>> = {
  needs: 'Any kind of help',
  category: 'Every kind of service',
  days: 'Any day',
  times: 'Any time of day',
  within: 'Any distance',
  cost: 'Any cost',
  access: 'Whatever the access',
  language: 'Any language',
  referral: 'With or without a referral',
  wait: 'Any wait',
  age: 'Any age',
}

/** "14 services, 6 more to ask, 3 more further away". */
export function foundWords({ fits, unsaid, brings }: Found): string {
  const further = brings.get('within') ?? 0
  const fit = fits.length > 0 || unsaid.length === 0
  return [
    fit && count(fits.length, 'service'),
    unsaid.length > 0 &&
      (fit ? `${formatNumber(unsaid.length)} more to ask` : `${count(unsaid.length, 'service')} to ask`),
    further > 0 && `${formatNumber(further)} more further away`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** That some have no place on the map, while somebody looks from one; empty where all have. */
export function unplacedWords({ fits, unsaid, lies }: Finding): string {
  if (!lies) return ''
  const unplaced = [...fits, ...unsaid].filter(
    (listing) => !['miles', 'comes'].includes(lies(listing).is),
  ).length
  return unplaced === 0
    ? ''
    : unplaced === 1
      ? '1 without a place on the map comes last'
      : `${formatNumber(unplaced)} without a place on the map come last`
}

/** For the moments after the first opening, in which words do not lead to everything yet. */
export function readingWords({ listings, worded }: Directory, words: string): string {
  if (words.trim() === '' || worded >= listings.length) return ''
  return `Still reading the directory: ${worded} of ${listings.length}`
}

/** "Ask about: cost, step-free"; empty where nothing has to be asked. */
export function askWords(
  unsaid: readonly Criterion[],
  { access = [] }: Criteria,
  { access: has = [] }: ServiceBody,
): string {
  const features = access
    .filter((feature) => !has.includes(feature))
    .map((feature) => (wordFor(accessFeature, feature) ?? feature).toLowerCase())
  const parts = unsaid.flatMap((criterion) => (criterion === 'access' ? features : [unsaidWords[criterion]]))
  return parts.length === 0 ? '' : `Ask about: ${parts.join(', ')}`
}

const unsaidWords: Readonly<Record<Exclude<Criterion, 'access'>, string>> = {
  needs: 'what it helps with',
  category: 'what kind it is',
  days: 'days and times',
  times: 'times',
  within: 'where it is',
  cost: 'cost',
  language: 'languages',
  referral: 'referrals',
  wait: 'wait',
  age: 'ages',
}
