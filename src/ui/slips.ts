/** A shorter beginning with a slip in it could be the beginning of anything. */
const AT_LEAST = 4

/**
 * Whether a word, perhaps not typed to its end, is meant by what was typed with at most one slip of the hand: a letter
 * too many, one too few, a wrong one, or two that changed places. Both in small letters without accents.
 */
export function isBeginningWithASlip(typed: string, word: string): boolean {
  if (word.startsWith(typed)) return true
  if (typed.length < AT_LEAST) return false
  const at = firstDifference(typed, word)
  const [rest, meant] = [typed.slice(at), word.slice(at)]
  return (
    meant.startsWith(rest.slice(1)) ||
    meant.slice(1).startsWith(rest) ||
    meant.slice(1).startsWith(rest.slice(1)) ||
    (rest.length > 1 && meant.startsWith(`${rest[1]}${rest[0]}${rest.slice(2)}`))
  )
}

function firstDifference(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}
