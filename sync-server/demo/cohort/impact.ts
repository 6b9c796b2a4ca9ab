import type { Person } from './people.ts'
import { drawFor } from './random.ts'
import { cohort } from './timeline.ts'
import type { Scales } from './wellbeing.ts'

/**
 * How much difference it made, as each person of the cohort who was reviewed said. 38 and 19 of 81 are the printed
 * 47% and 23%; the evaluation doesn't say how the others answered, or whether they were asked.
 */
export type Impact = 'major' | 'significant' | 'some' | 'none'
const counts: readonly [Impact, number][] = [
  ['major', 19],
  ['significant', 38],
  ['some', 5],
  ['none', 2],
]

const words: Record<Impact, string[]> = {
  major: [
    'I had given up on getting out. Now I have to look at the calendar.',
    'I sleep. I had forgotten what that was like.',
    'Somebody listened, and then something happened. Both, for once.',
  ],
  significant: [
    'There are people who know my name again.',
    'I worry less, because I know whom to ring.',
    'It is still hard, but it is not only hard.',
    'I look forward to something every week.',
  ],
  some: ['The visits helped. The waiting did not.', 'A bit better. The evenings are the same.'],
  none: ['Nothing came of it in the end, but I liked the talks.'],
}

/** By number: those whose wellbeing rose most say most, with some chance in it. */
export function impactsOf(
  people: readonly Person[],
  scales: ReadonlyMap<number, Scales>,
): ReadonlyMap<number, { impact: Impact; words: string }> {
  const answers = counts.flatMap(([impact, count]) => Array.from({ length: count }, () => impact))
  const ordered = people
    .filter(({ n }) => n <= cohort.reviewed)
    .map(({ n }) => ({ n, rank: change(scales.get(n)) + 12 * drawFor(`impact/${n}`).next() }))
    .toSorted((a, b) => b.rank - a.rank)
  return new Map(
    ordered.map(({ n }, i) => {
      const impact = answers[i] ?? 'none'
      return [n, { impact, words: drawFor(`words/${n}`).pick(words[impact]) }]
    }),
  )
}

function change(scales: Scales | undefined): number {
  if (!scales || scales.baseline === 'not-today' || scales.review === 'not-today') return 0
  const sum = (items: readonly (number | null)[]) => items.reduce<number>((a, b) => a + (b ?? 0), 0)
  return sum(scales.review ?? []) - sum(scales.baseline)
}
