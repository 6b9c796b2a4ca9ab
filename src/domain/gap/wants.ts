import type { Count } from '../counting/count.ts'

/**
 * What was wanted, the same thing in other words counted together: “gardening”, “help with the garden” and “gardning”
 * are one. Each group is called by the words that were used most, or else by the first.
 */
export function groupWants(wanted: readonly string[]): Count[] {
  const groups: { stems: string[]; said: string[] }[] = []
  for (const words of wanted.map((each) => each.trim()).filter((each) => each !== '')) {
    const stems = stemsOf(words)
    const group = groups.find((each) => isSame(each.stems, stems))
    if (group) group.said.push(words)
    else groups.push({ stems, said: [words] })
  }
  return groups
    .map(({ said }) => ({ name: mostSaid(said), count: said.length }))
    .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name))
}

/** The one is meant by the other where every word of the shorter is in the longer. */
function isSame(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  return few.length > 0 && few.every((word) => many.some((other) => isNear(word, other)))
}

/** Words that say nothing of what is wanted. */
const fillingWords = new Set(
  'a an and any as at be by can client for from get go group having help her him his in is it like look of on or out people person service some somebody someone something that the their them they to up want who with would'.split(
    ' ',
  ),
)

function stemsOf(words: string): string[] {
  const all = words
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const telling = all.filter((word) => !fillingWords.has(word))
  return [...new Set((telling.length > 0 ? telling : all).map(stem))]
}

/** Enough of English for plurals and for doing something: gardens, gardener, gardening. */
function stem(word: string): string {
  const bare = word.replace(/(ing|ers?|es|s)$/, '')
  return bare.length >= 4 ? bare.replace(/(.)\1$/, '$1') : word
}

/**
 * The same but for one letter too many or too few, in a word that is long enough for that to be a slip. A wrong letter
 * is none: a choir is no chair.
 */
function isNear(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short === long) return true
  if (short.length < 5 || long.length - short.length > 1) return false
  const at = [...long].findIndex((letter, i) => letter !== short[i])
  return short.slice(at) === long.slice(at + 1)
}

function mostSaid(said: readonly string[]): string {
  const times = (words: string) => said.filter((each) => each.toLowerCase() === words.toLowerCase()).length
  return said.reduce((best, words) => (times(words) > times(best) ? words : best))
}
