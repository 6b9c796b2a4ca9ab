import { changeIn, meaningfulChange } from '../measure/change.ts'
import type { ScoreRule } from '../measure/instrument.ts'
import { shippedInstruments } from '../measure/shipped.ts'
import { impact } from './codeWords.ts'
import { type Counted, type Counting, dayIn, episodesOfPerson, within } from './counting.ts'
import type { Fact } from './facts.ts'
import { byFile } from '../record/held.ts'
import { episodeOn } from '../episode/episode.ts'
import { peopleIn } from './peopleTables.ts'
import type { Figure, Table } from './report.ts'
import { paired, type Paired } from './statistics.ts'
import { categories, column, countTable, figure, row, share, table } from './table.ts'

type Response = Fact<'response'>

/** One person, in the one episode that is reported on, with the finished forms that hold. */
interface Unit {
  person: Counted
  responses: Response[]
}

/** Who is reported on: the cohort, or whoever was reviewed or scored a second time within the time. */
function unitsOf(counting: Counting): { units: Unit[]; of: Figure } {
  const files = byFile(counting.facts.response)
  if (counting.filter.cohort !== 'activity') {
    const units = counting.cohort.map((person) => ({
      person,
      responses: responsesIn(person, files.get(person.id) ?? [], person.chosen[0]?.body.date ?? ''),
    }))
    return { units, of: peopleIn(counting) }
  }
  const units = [...files].flatMap(([file, responses]) => {
    const person = counting.people.get(file)
    const last = responses
      .filter((each) => isReviewIn(each, counting))
      .toSorted(byDay)
      .at(-1)
    if (person === undefined || last === undefined) return []
    return [{ person, responses: responsesIn(person, responses, dayIn(last.body.authored)) }]
  })
  return { units, of: figure('reviewed', 'people reviewed or measured again in this time', units.length) }
}

function isReviewIn({ body }: Response, { filter }: Counting): boolean {
  const again = body.purpose === 'review' || (body.scores.length > 0 && body.purpose !== 'baseline')
  return again && within(dayIn(body.authored), filter)
}

const byDay = (a: Response, b: Response) => a.body.authored.localeCompare(b.body.authored)

/** The forms of the episode that a day falls into, without those that were amended. */
function responsesIn(person: Counted, responses: readonly Response[], day: string): Response[] {
  const amended = new Set(responses.flatMap(({ body }) => body.amends ?? []))
  const valid = responses.filter(({ id }) => !amended.has(id)).toSorted(byDay)
  if (person.referrals.length < 2) return valid
  const episodes = episodesOfPerson(person)
  const episode = episodeOn(episodes, day)
  return valid.filter(({ body }) => episodeOn(episodes, dayIn(body.authored))?.id === episode?.id)
}

const rules: ReadonlyMap<string, ScoreRule> = new Map(
  shippedInstruments.flatMap(({ scores }) => scores.map((rule) => [rule.measure.toLowerCase(), rule])),
)

const wemwbsNotes = [
  `A mean change of ${meaningfulChange.group.from} or more counts as meaningful for a group; estimates run from ${meaningfulChange.group.estimates.low} to ${meaningfulChange.group.estimates.high}.`,
  `For one person a change below about ${meaningfulChange.individual.low} to ${meaningfulChange.individual.high} points may be chance. WEMWBS is no screening tool.`,
]

function notesOn(measure: string, rule: ScoreRule | undefined): string[] {
  return [
    ...(measure === 'wemwbs' ? wemwbsNotes : []),
    ...(rule?.conversion
      ? ['Each person’s sum was turned into the metric score first, then the mean was taken.']
      : []),
    ...(rule?.direction === 'lower-is-better' ? ['For this measure a lower number is better.'] : []),
  ]
}

/** Every measure that somebody has a score of, the two of the service first. */
export function measuresIn({ facts }: Counting): string[] {
  const found = facts.response.flatMap(({ body }) => body.scores.map(({ measure }) => measure))
  return [...new Set(['wemwbs', 'swemwbs', ...found.toSorted()])]
}

/** Before and after of one measure: the first and the last score of the same person in the same episode. */
export function pairedTables(measure: string, counting: Counting): Table[] {
  const { units, of } = unitsOf(counting)
  const scores = units.map(({ responses }) => responses.flatMap((each) => scoreIn(each, measure)))
  const pairs = scores.flatMap((own): [number, number][] => {
    const [first, last] = [own[0], own.at(-1)]
    return own.length < 2 || first === undefined || last === undefined ? [] : [[first, last]]
  })
  const once = scores.filter(({ length }) => length === 1).length
  const rests = {
    of,
    n: figure(`${measure}/n`, 'people with a score before and after', pairs.length),
    missing: [
      figure(`${measure}/once`, 'with one score only', once),
      figure(`${measure}/none`, 'without any score', scores.length - once - pairs.length),
    ],
  }
  const rule = rules.get(measure)
  const name = rule?.name ?? measure.toUpperCase()
  return [
    meansTable(measure, name, rests, paired(pairs, counting.tQuantile), pairs, notesOn(measure, rule)),
    changeTable(measure, name, rests, pairs, rule),
  ]
}

function scoreIn({ body }: Response, measure: string): number[] {
  return body.scores.flatMap((score) => (score.measure === measure ? [score.value] : []))
}

type Rests = Pick<Table, 'of' | 'n' | 'missing'>

function meansTable(
  measure: string,
  name: string,
  rests: Rests,
  of: Paired,
  pairs: [number, number][],
  notes: readonly string[],
): Table {
  return table({
    id: measure,
    title: `${name}: before and after, the same people`,
    ...rests,
    columns: [
      column('before', 'Mean before', 'points'),
      column('after', 'Mean after', 'points'),
      column('difference', 'Mean difference', 'change'),
      column('low', '95% interval from', 'change'),
      column('high', 'to', 'change'),
      column('median', 'Middle (median) difference', 'change'),
    ],
    rows:
      of.n === 0
        ? []
        : [
            row(
              'all',
              'All pairs',
              of.before,
              of.after,
              of.difference,
              of.interval?.low ?? null,
              of.interval?.high ?? null,
              of.median,
            ),
          ],
    notes: [...sizeNotes(of.n), ...notes],
    chart: of.n === 0 || of.n > MOST_DRAWN ? null : { is: 'pairs', pairs, unit: name },
  })
}

const FEW_PAIRS = 20
/** More people than this are a black cloud. */
const MOST_DRAWN = 150

function sizeNotes(n: number): string[] {
  if (n === 0) return ['Nobody has a score before and after yet, so nothing can be compared.']
  if (n === 1) return ['One pair only: that is one person, not a result, and no interval can be given.']
  if (n < FEW_PAIRS)
    return [`${n} pairs are few: one person more or less can alter the mean, as the wide interval says.`]
  return []
}

type Changed = 'improved' | 'unchanged' | 'worse'

function changeTable(
  measure: string,
  name: string,
  rests: Rests,
  pairs: readonly [number, number][],
  rule: ScoreRule | undefined,
): Table {
  const changes = pairs.map(([before, after]) => changed(rule, before, after))
  return table({
    id: `${measure}-change`,
    title: `${name}: how many changed`,
    ...rests,
    columns: [column('count', 'People', 'count'), column('share', 'Share', 'share', 'count')],
    rows: (['improved', 'unchanged', 'worse'] as const).map((change) => {
      const count = changes.filter((each) => each === change).length
      return row(change, words(change, rule), count, share(count, pairs.length))
    }),
    adds: ['count'],
    chart: pairs.length === 0 ? null : { is: 'bars', columns: ['count'] },
  })
}

/** By the rule of the measure; of one that nobody has a rule for, higher counts as improved, and the words say no more. */
function changed(rule: ScoreRule | undefined, before: number, after: number): Changed {
  const { direction, meaningfulForGroup } = changeIn(rule ?? { direction: 'higher-is-better' }, before, after)
  if (direction === 'same' || meaningfulForGroup === false) return 'unchanged'
  return direction === 'better' ? 'improved' : 'worse'
}

function words(change: Changed, rule: ScoreRule | undefined): string {
  if (rule === undefined) return { improved: 'Higher', unchanged: 'The same', worse: 'Lower' }[change]
  const from = rule.change?.group
  if (from === undefined) return { improved: 'Improved', unchanged: 'Unchanged', worse: 'Worse' }[change]
  return {
    improved: `Improved by ${from} points or more`,
    unchanged: `Changed by less than ${from} points`,
    worse: `Worse by ${from} points or more`,
  }[change]
}

/** The effect on their quality of life, in the person's own view, as they said it last. */
export function perceivedImpact(counting: Counting): Table {
  const { units, of } = unitsOf(counting)
  return countTable({
    id: 'impact',
    title: 'Effect on their quality of life, as they see it',
    items: units,
    categoriesOf: ({ person, responses }) => {
      const said = responses.findLast(({ body }) => body.impact !== undefined)?.body.impact
      const code = said ?? (person.chosen.at(-1) ?? person.referrals.at(-1))?.body.impact
      return code === undefined ? null : [code]
    },
    rows: categories(impact).toReversed(),
    empty: true,
    of,
    counted: 'people who said',
    missing: 'not asked yet, or did not say',
    ofAll: 'Share of all',
    head: 'People',
    chart: 'bars',
  })
}
