import { type Criteria, type Criterion, timesOfDay } from './criteria.ts'
import { type Order, orders } from './find.ts'
import { weekdays } from './openings.ts'

/** What somebody has chosen besides words. */
export interface Choice {
  readonly criteria: Criteria
  /** `here`, a postcode district, or the id of a practice or a service; null for nowhere in particular. */
  readonly near: string | null
  readonly order: Order
}

export const noChoice: Choice = { criteria: {}, near: null, order: 'best' }

/** All that somebody looks for in the directory: what an address of it says, and can be sent to somebody else. */
export interface Wish extends Choice {
  readonly words: string
}

/** Without a place there is no distance, and nothing is nearest. */
export function withoutPlace({ criteria, order }: Choice): Choice {
  const anywhere = asked({ ...criteria, within: undefined })
  return { near: null, criteria: anywhere, order: order === 'nearest' ? 'best' : order }
}

const days = [...weekdays, 'today'] as const

/** Reads an address. What it does not know, and what is no number, asks for nothing. */
export function wishIn(params: URLSearchParams): Wish {
  return {
    words: params.get('q') ?? '',
    criteria: asked({
      needs: params.getAll('need').filter(Boolean),
      category: params.get('kind') || undefined,
      days: known(days, params.getAll('day')),
      times: known(timesOfDay, params.getAll('time')),
      within: amount(params.get('within')),
      cost: amount(params.get('cost')),
      access: params.getAll('access').filter(Boolean),
      language: params.get('language') || undefined,
      referral: params.get('referral') === 'open' ? true : undefined,
      wait: amount(params.get('wait')),
      age: amount(params.get('age')),
    }),
    near: params.get('near') || null,
    order: known(orders, [params.get('order') ?? ''])[0] ?? 'best',
  }
}

/** What an address says besides of the wish is not touched. */
export function withWish(before: URLSearchParams, wish: Wish): URLSearchParams {
  const others = [...before].filter(([name]) => !ownNames.includes(name))
  return new URLSearchParams([...addressOf(wish), ...others])
}

const ownNames: readonly string[] = [
  'q',
  'need',
  'kind',
  'day',
  'time',
  'near',
  'within',
  'cost',
  'access',
  'language',
  'referral',
  'wait',
  'age',
  'order',
]

/** The same wish as an address says it; empty where nothing is wished for. */
export function addressOf({ words, criteria, near, order }: Wish): [name: string, value: string][] {
  const { needs, category, days: on, times, within, cost, access, language, referral, wait, age } = criteria
  const lists: [string, readonly (string | number | undefined)[] | undefined][] = [
    ['q', [words]],
    ['need', needs],
    ['kind', [category]],
    ['day', on],
    ['time', times],
    ['near', [near ?? '']],
    ['within', [within]],
    ['cost', [cost]],
    ['access', access],
    ['language', [language]],
    ['referral', [referral ? 'open' : '']],
    ['wait', [wait]],
    ['age', [age]],
    ['order', [order === 'best' ? '' : order]],
  ]
  return lists.flatMap(([name, values = []]) =>
    values.flatMap((value): [string, string][] =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    ),
  )
}

/** The criteria without those that ask for nothing. */
export function asked(criteria: { [Name in Criterion]?: Criteria[Name] | undefined }): Criteria {
  return Object.fromEntries(
    Object.entries(criteria).filter(([, wanted]) =>
      Array.isArray(wanted) ? wanted.length > 0 : wanted !== undefined,
    ),
  )
}

function known<const Known extends readonly string[]>(
  all: Known,
  values: readonly string[],
): Known[number][] {
  return [...new Set(values)].flatMap((value) => all.find((one) => one === value) ?? [])
}

/** A number that is not negative; an address can say anything. */
function amount(text: string | null): number | undefined {
  const number = text === null || text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(number) && number >= 0 ? number : undefined
}
