import type { Choice } from './instrument.ts'
import type { Pack, PackScore } from './pack.ts'
import { rawRange } from './instrument.ts'
import { shippedInstrument } from './shipped.ts'

/** What doesn't hold together in a pack that is well-formed. `at`: the path in the document. `mend`: what to do about it. */
export interface PackFault {
  readonly at: readonly PropertyKey[]
  readonly what: string
  readonly mend: string
}

/** Everything that would make a wrong number, or none, of somebody's answers. */
export function packFaults(pack: Pack): PackFault[] {
  return [...answerFaults(pack), ...(shippedInstrument(pack.measure) ? knownFaults(pack) : ownFaults(pack))]
}

function answersOf(pack: Pack, item: number): readonly Choice[] {
  return pack.items[item]?.answers ?? pack.answers ?? []
}

function answerFaults(pack: Pack): PackFault[] {
  return [
    ...sameScoreTwice(pack.answers ?? [], ['answers']),
    ...pack.items.flatMap((item, i) => [
      ...sameScoreTwice(item.answers ?? [], ['items', i, 'answers']),
      ...((item.answers ?? pack.answers)
        ? []
        : [fault(['items', i], `Item ${i + 1} has no answers`, 'Give it “answers”, or the whole pack')]),
    ]),
  ]
}

function sameScoreTwice(answers: readonly Choice[], at: readonly PropertyKey[]): PackFault[] {
  return answers.flatMap(({ score }, i) =>
    answers.findIndex((other) => other.score === score) === i
      ? []
      : [fault([...at, i, 'score'], `Two answers count ${score}`, 'Give each answer a score of its own')],
  )
}

/** The words of a measure that Doorstep knows: as many items, with the same scores, and nothing about scoring. */
function knownFaults(pack: Pack): PackFault[] {
  const known = shippedInstrument(pack.measure)
  if (!known) return []
  const count =
    pack.items.length === known.items.length
      ? []
      : [
          fault(
            ['items'],
            `${known.name} has ${known.items.length} items, and here are ${pack.items.length}`,
            'Write each item of the measure once, in its order',
          ),
        ]
  const scoring = pack.scores
    ? [fault(['scores'], `Doorstep scores ${known.name} by itself`, 'Leave “scores” out')]
    : []
  const items = pack.items.flatMap((item, i) =>
    knownItemFaults(pack, i, known.items[i]?.answers ?? []).concat(
      item.reverse === undefined
        ? []
        : [fault(['items', i, 'reverse'], `Doorstep scores ${known.name} by itself`, 'Leave “reverse” out')],
    ),
  )
  return [...scoring, ...(count.length > 0 ? count : items)]
}

function knownItemFaults(pack: Pack, item: number, known: readonly Choice[]): PackFault[] {
  const [given, wanted] = [answersOf(pack, item), known].map((answers) =>
    answers.map(({ score }) => score).join(', '),
  )
  if (given === wanted || given === '') return []
  const at = pack.items[item]?.answers ? ['items', item, 'answers'] : ['answers']
  return [fault(at, `The answers count ${given}, and have to count ${wanted}`, 'Put them in this order')]
}

function ownFaults(pack: Pack): PackFault[] {
  const { scores } = pack
  if (!scores) {
    return [
      fault(
        [],
        `Doorstep does not know “${pack.measure}”, and the pack says nothing about scoring`,
        'Add “scores”',
      ),
    ]
  }
  return [
    ...pack.items.flatMap((item, i) => (item.reverse ? reverseFaults(pack, i) : [])),
    ...scores.flatMap((score, i) => scoreFaults(pack, score, i)),
    ...codeFaults(scores),
  ]
}

/** Turned round, each answer must count what another one does. */
function reverseFaults(pack: Pack, item: number): PackFault[] {
  const scores = answersOf(pack, item).map(({ score }) => score)
  const [low, high] = [Math.min(...scores), Math.max(...scores)]
  if (scores.every((score) => scores.includes(low + high - score))) return []
  const at = ['items', item, 'reverse']
  return [
    fault(
      at,
      'These answers cannot be turned round: their steps are uneven',
      'Even the scores out, or score it as it is',
    ),
  ]
}

function codeFaults(scores: readonly PackScore[]): PackFault[] {
  if (scores.length === 1) return []
  return scores.flatMap(({ code }, i) => {
    if (code === undefined) {
      return [
        fault(['scores', i], 'Several scores, and this one has no code', 'Give each a “code” of its own'),
      ]
    }
    const first = scores.findIndex((other) => other.code === code)
    return first === i
      ? []
      : [fault(['scores', i, 'code'], `“${code}” is there twice`, 'Give each score a “code” of its own')]
  })
}

function scoreFaults(pack: Pack, score: PackScore, i: number): PackFault[] {
  const at = ['scores', i]
  const items = score.items ?? pack.items.map((_, n) => n + 1)
  const named = itemFaults(pack, score, at)
  if (named.length > 0) return named
  return [
    ...(score.mayMiss !== undefined && score.mayMiss >= items.length
      ? [
          fault(
            [...at, 'mayMiss'],
            'With so many missing nothing is left to score',
            `Write ${items.length - 1} at the most`,
          ),
        ]
      : []),
    ...conversionFaults(pack, score, items, at),
    ...bandFaults(pack, score, items, at),
    ...changeFaults(score, at),
  ]
}

function itemFaults(pack: Pack, { items = [] }: PackScore, at: readonly PropertyKey[]): PackFault[] {
  return items.flatMap((item, n) => {
    const place = [...at, 'items', n]
    if (item < 1 || item > pack.items.length) {
      return [fault(place, `There is no item ${item}`, `Items count from 1 to ${pack.items.length}`)]
    }
    return items.indexOf(item) === n
      ? []
      : [fault(place, `Item ${item} is counted twice`, 'Name each item once')]
  })
}

/** Every sum that can be has its score, nothing else has, and the scores go one way. */
function conversionFaults(
  pack: Pack,
  { conversion, how, mayMiss }: PackScore,
  items: readonly number[],
  path: readonly PropertyKey[],
): PackFault[] {
  if (!conversion) return []
  const at = [...path, 'conversion']
  if (how === 'mean' || (mayMiss ?? 0) > 0) {
    return [fault(at, 'A table converts whole sums of all items only', 'Use “how”: “sum” without “mayMiss”')]
  }
  const { low, high } = rangeIn(pack, items)
  const raws = Array.from({ length: high - low + 1 }, (_, n) => String(low + n))
  const missing = raws.filter((raw) => !Object.hasOwn(conversion, raw))
  const beyond = Object.keys(conversion).filter((raw) => !raws.includes(raw))
  const values = raws.flatMap((raw) => conversion[raw] ?? [])
  return [
    ...(missing.length > 0
      ? [
          fault(
            at,
            `The table has no score for ${listed(missing)}`,
            `Give one for every sum from ${low} to ${high}`,
          ),
        ]
      : []),
    ...beyond.map((raw) =>
      fault([...at, raw], `“${raw}” is no sum that can be`, `Sums go from ${low} to ${high}`),
    ),
    ...(missing.length === 0 && !isOneWay(values)
      ? [fault(at, 'The scores go up and down', 'Look for a slip: they have to rise all the way, or fall')]
      : []),
  ]
}

function rangeIn(pack: Pack, items: readonly number[], how: 'sum' | 'mean' = 'sum') {
  const given = { items: pack.items.map((item, i) => ({ words: item.words, answers: answersOf(pack, i) })) }
  return rawRange(given, { items, how })
}

function isOneWay(values: readonly number[]): boolean {
  const steps = values.slice(1).map((value, i) => Math.sign(value - (values[i] ?? 0)))
  return steps.every((step) => step !== 0 && step === steps[0])
}

function bandFaults(
  pack: Pack,
  { bands = [], conversion, how }: PackScore,
  items: readonly number[],
  path: readonly PropertyKey[],
): PackFault[] {
  const { low, high } = conversion ? endsOf(Object.values(conversion)) : rangeIn(pack, items, how)
  const at = (n: number) => [...path, 'bands', n, 'from']
  const order = bands.flatMap(({ from }, n) => {
    if (n === 0) {
      return from <= low
        ? []
        : [fault(at(0), `Scores from ${low} to below ${from} are in no band`, `Begin at ${low}`)]
    }
    if (from > high) return [fault(at(n), `No score is as high as ${from}`, `The highest is ${high}`)]
    return from > (bands[n - 1]?.from ?? from)
      ? []
      : [fault(at(n), `${from} does not follow on the band before`, 'Write the bands from the lowest up')]
  })
  return order
}

function endsOf(values: readonly number[]): { low: number; high: number } {
  return { low: Math.min(...values), high: Math.max(...values) }
}

function changeFaults({ change }: PackScore, path: readonly PropertyKey[]): PackFault[] {
  const at = [...path, 'change']
  if (change && change.group === undefined && change.individual === undefined) {
    return [fault(at, 'No figure is given', 'Give “group”, “individual” or both, or leave “change” out')]
  }
  if (!change?.individual || change.individual.low <= change.individual.high) return []
  return [fault([...at, 'individual'], 'The lower figure is above the higher one', 'Change them round')]
}

function fault(at: readonly PropertyKey[], what: string, mend: string): PackFault {
  return { at, what, mend }
}

function listed(words: readonly string[]): string {
  return words.length <= 6 ? words.join(', ') : `${words.slice(0, 5).join(', ')} and ${words.length - 5} more`
}
