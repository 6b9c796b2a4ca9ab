/**
 * - `same`: letter for letter, but for case, accents and what is not a letter
 * - `alike`: a slip or two of the hand, another spelling of the same sound, a short form, or one of several names
 */
export type Likeness = 'same' | 'alike' | 'other'

/** A name as names are compared. */
export interface NameKey {
  letters: string
  words: readonly string[]
  sound: string
}

export function nameKey(typed: string): NameKey {
  const words = folded(typed)
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
  const letters = words.join('')
  return { letters, words, sound: soundOf(letters) }
}

const SHORTEST_SHORT_FORM = 3

/** An empty name is like no other. */
export function likeness(a: NameKey, b: NameKey): Likeness {
  if (a.letters === '' || b.letters === '') return 'other'
  if (a.letters === b.letters) return 'same'
  return isSlip(a, b) || isShortForm(a.letters, b.letters) || sharesWord(a, b) ? 'alike' : 'other'
}

/** One slip in a short name, two in a long one; one more where both sound alike. */
function isSlip(a: NameKey, b: NameKey): boolean {
  const longest = Math.max(a.letters.length, b.letters.length)
  if (longest < 3) return false
  const slips = (longest < 6 ? 1 : 2) + (a.sound === b.sound ? 1 : 0)
  return Math.abs(a.letters.length - b.letters.length) <= slips && distance(a.letters, b.letters) <= slips
}

/** Kath and Kathleen, Jo and Joanna are told from Jo and Joseph by a person. */
function isShortForm(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= SHORTEST_SHORT_FORM && long.startsWith(short)
}

/** Ade-Johnson and Johnson. */
function sharesWord(a: NameKey, b: NameKey): boolean {
  if (a.words.length < 2 && b.words.length < 2) return false
  return a.words.some((word) => word.length >= SHORTEST_SHORT_FORM && b.words.includes(word))
}

/**
 * How many letters have to be put in, left out, changed or swapped with their neighbour: Damerau-Levenshtein in its
 * restricted form ("optimal string alignment").
 */
export function distance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = isSwap(a, b, i, j) ? at(beforeLast, j - 2) + 1 : Infinity
      row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, changed, swapped))
    }
    beforeLast = last
    last = row
  }
  return at(last, b.length)
}

function isSwap(a: string, b: string, i: number, j: number): boolean {
  return i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
}

function at(row: readonly number[], place: number): number {
  return row[place] ?? Infinity
}

const SOUNDS: Readonly<Record<string, string>> = Object.fromEntries(
  ['bfpv', 'cgjkqsxz', 'dt', 'l', 'mn', 'r'].flatMap((letters, i) =>
    [...letters].map((letter) => [letter, String(i + 1)]),
  ),
)

/**
 * American Soundex, as the US National Archives describe it, save that the first letter counts by its sound too:
 * Kathryn and Catherine are one. Source: archives.gov/research/census/soundex
 */
export function soundOf(letters: string): string {
  let code = ''
  let before = ''
  for (const letter of letters) {
    const sound = SOUNDS[letter] ?? ''
    if (sound !== '' && sound !== before) code += sound
    // A vowel parts two equal sounds; h and w do not.
    if (letter !== 'h' && letter !== 'w') before = sound
  }
  const beginsWithVowel = letters !== '' && SOUNDS[letters[0] ?? ''] === undefined
  return `${beginsWithVowel ? (letters[0] ?? '') : ''}${code}`.slice(0, 4)
}

function folded(typed: string): string {
  return typed.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
