/** Never a total with a gap: how many answers of the scale are missing. */
export function missingInWords(missing: number, all: number): string {
  if (missing === all) return 'No answers yet. The total is shown when all are there.'
  return missing === 1
    ? '1 answer is missing. There is no total without it.'
    : `${missing} answers are missing. There is no total without them.`
}
