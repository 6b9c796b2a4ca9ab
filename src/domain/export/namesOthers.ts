/** How people speak of others without a name. */
const relations = [
  'wife',
  'husband',
  'spouse',
  'partner',
  'ex-wife',
  'ex-husband',
  'girlfriend',
  'boyfriend',
  'mother',
  'father',
  'mum',
  'dad',
  'parents',
  'son',
  'sons',
  'daughter',
  'daughters',
  'children',
  'brother',
  'sister',
  'aunt',
  'uncle',
  'niece',
  'nephew',
  'cousin',
  'grandson',
  'granddaughter',
  'grandmother',
  'grandfather',
  'neighbour',
  'neighbours',
  'friend',
  'friends',
  'landlord',
  'carer',
  'lodger',
]
const RELATION = new RegExp(`(?<![\\p{L}-])(?:${relations.join('|')})(?![\\p{L}-])`, 'giu')
const TITLED = /(?<!\p{L})(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Sister|Nurse)\.?\s+\p{Lu}[\p{L}’'-]+/gu

/**
 * The words in a text that speak of people other than the one whose file it is: names that the file knows (of those around
 * them, of whoever referred them), names with a title, and relations. `own`: the person's names, which do not count. A rule
 * for finding places to look at, not a judgement: a manager reads each.
 */
export function othersIn(text: string, names: readonly string[], own: readonly string[]): string[] {
  const owned = own.flatMap(wordsOf)
  const known = [...new Set(names.flatMap(wordsOf))]
    .filter((word) => word.length > 2 && !owned.includes(word))
    .flatMap((word) => matches(text, new RegExp(`(?<!\\p{L})${escaped(word)}(?!\\p{L})`, 'giu')))
  const titled = matches(text, TITLED).filter((name) => !wordsOf(name).some((word) => owned.includes(word)))
  return [...new Set([...known, ...titled, ...matches(text, RELATION)])]
}

function matches(text: string, pattern: RegExp): string[] {
  return text.match(pattern) ?? []
}

function wordsOf(name: string): string[] {
  return name
    .toLocaleLowerCase('en-GB')
    .split(/[^\p{L}’'-]+/u)
    .filter((word) => word !== '')
}

function escaped(word: string): string {
  return word.replaceAll(/[-’'.]/g, (sign) => (sign === '-' ? '\\-' : sign))
}
