import type { ServiceBody } from '../service/service.ts'

const FREE =
  /^(it is |it’s |it's |always )?free\b(?! (for|to|if|with|under|over)\b)|\bno (charge|cost|fee)\b|\bfree of charge\b/i
const POUNDS = /£\s?(\d+(?:\.\d{1,2})?)/g

/**
 * The least that somebody pays, in pounds; null where the entry does not say so in a way that can be compared.
 *
 * | Entry                               | Price |
 * |-------------------------------------|-------|
 * | an option of 0                      | 0     |
 * | options of 5 and of 3.5             | 3.5   |
 * | “Free”, “No charge”                 | 0     |
 * | “Free for carers, £4 for others”    | 4     |
 * | “£2 a session and £10 to join”      | 2     |
 * | “By donation”, another currency     | null  |
 */
export function priceOf({
  cost_options = [],
  fees_description = '',
}: Pick<ServiceBody, 'cost_options' | 'fees_description'>): number | null {
  const amounts = cost_options
    .filter(({ currency }) => currency === undefined || currency.toUpperCase() === 'GBP')
    .flatMap(({ amount }) => (amount === undefined ? [] : [amount]))
  if (amounts.length > 0) return Math.min(...amounts)
  return pricedInWords([fees_description, ...cost_options.map((option) => option.amount_description ?? '')])
}

function pricedInWords(words: readonly string[]): number | null {
  if (words.some((said) => FREE.test(said.trim()))) return 0
  const pounds = words.flatMap((said) => [...said.matchAll(POUNDS)].map(([, amount]) => Number(amount)))
  return pounds.length > 0 ? Math.min(...pounds) : null
}
