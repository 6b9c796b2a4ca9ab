import { careUseTables } from './careUseTables.ts'
import { referralSource } from './codeWords.ts'
import { type Counting, type CountingGround, countingOf, dayWords } from './counting.ts'
import type { FactKind, Facts } from './facts.ts'
import type { Cohort, ReportFilter } from './filter.ts'
import { dropInNeeds, dropIns, gapsByNeed, gapsByReason, gapsByWish, servicesClosed } from './gapTables.ts'
import { measuresIn, pairedTables, perceivedImpact } from './measureTables.ts'
import {
  onwardAnswers,
  onwardByOrganisation,
  onwardByService,
  onwardPerPerson,
  onwardWaits,
} from './onwardTables.ts'
import { ageBands, ageSummary, carers, ethnicities, sexes } from './peopleTables.ts'
import {
  declinedReasons,
  referralsByMonth,
  referralsByPractice,
  referralsByReason,
  referralsBySource,
  referralsByStatus,
  timeToContact,
} from './referralTables.ts'
import type { Report, Table } from './report.ts'
import { suppress } from './suppress.ts'

interface Shape {
  title: string
  about: string
  /** The kinds that it reads besides clients, referrals and visits, and practices for their names. */
  reads: readonly FactKind[]
  tables: readonly ((counting: Counting) => Table | Table[])[]
}

const always: readonly FactKind[] = ['client', 'referral', 'visit', 'practice']
const onward: readonly FactKind[] = ['onwardReferral', 'signpost', 'service', 'organisation']

const shapes = {
  referrals: {
    title: 'Referrals',
    about: 'by month, practice, source and reason; declined and why; time to first contact',
    reads: ['contact'],
    tables: [
      referralsByMonth,
      referralsByPractice,
      referralsBySource,
      referralsByReason,
      referralsByStatus,
      declinedReasons,
      timeToContact,
    ],
  },
  people: {
    title: 'People',
    about: 'age, sex, ethnicity, carers',
    reads: [],
    tables: [ageBands, ageSummary, sexes, ethnicities, carers],
  },
  onward: {
    title: 'Onward referrals',
    about:
      'by organisation and service, referrals and signposts apart; answers, waits, what was started and finished',
    reads: onward,
    tables: [onwardByOrganisation, onwardByService, onwardPerPerson, onwardAnswers, onwardWaits],
  },
  wellbeing: {
    title: 'Wellbeing',
    about: 'each measure before and after, paired, with its interval; the effect that people see',
    reads: ['response'],
    tables: [
      (counting) => measuresIn(counting).flatMap((measure) => pairedTables(measure, counting)),
      perceivedImpact,
    ],
  },
  'care-use': {
    title: 'Use of health care',
    about: 'six months before and after the referral: A&E, admissions, stay, ambulance, appointments, cost',
    reads: ['careUse'],
    tables: [
      (counting) => careUseTables('hospital', counting),
      (counting) => careUseTables('appointments', counting),
    ],
  },
  gaps: {
    title: 'Gaps',
    about: 'needs that nothing fitted, services closed to referrals, waits',
    reads: ['gap', ...onward],
    tables: [gapsByNeed, gapsByWish, gapsByReason, servicesClosed, onwardWaits],
  },
  'drop-ins': {
    title: 'Drop-ins',
    about: 'sessions, who came, what for',
    reads: ['dropIn', 'dropInContact'],
    tables: [dropIns, dropInNeeds],
  },
  surgery: {
    title: 'For the surgery',
    about: 'one page for a practice: its referrals, reasons, services used, outcomes',
    reads: ['contact', 'response', ...onward],
    tables: [
      referralsByStatus,
      referralsByReason,
      timeToContact,
      onwardByOrganisation,
      onwardAnswers,
      (counting) => pairedTables('wemwbs', counting),
      perceivedImpact,
    ],
  },
  funder: {
    title: 'For the funder',
    about: 'the whole service: who came, why, what they were offered, what it changed',
    reads: ['contact', 'response', 'careUse', 'gap', ...onward],
    tables: [
      referralsByMonth,
      referralsByPractice,
      referralsByReason,
      referralsByStatus,
      timeToContact,
      ageBands,
      sexes,
      ethnicities,
      carers,
      onwardByOrganisation,
      onwardPerPerson,
      onwardAnswers,
      (counting) => pairedTables('wemwbs', counting),
      perceivedImpact,
      (counting) => careUseTables('hospital', counting),
      (counting) => careUseTables('appointments', counting),
      gapsByNeed,
      gapsByReason,
    ],
  },
} as const satisfies Record<string, Shape>

export type ReportName = keyof typeof shapes
export const reportNames = Object.keys(shapes).filter((name): name is ReportName => isReportName(name))

export function isReportName(name: string): name is ReportName {
  return Object.hasOwn(shapes, name)
}

/** What a report is called, and what is in it. */
export function shapeOf(name: ReportName): Pick<Shape, 'title' | 'about'> {
  return shapes[name]
}

/** The kinds of records that have to be read for a report; no other needs to be. */
export function kindsFor(name: ReportName): FactKind[] {
  return [...new Set([...always, ...shapes[name].reads])]
}

/** `names`: of the teams and people by which a report is narrowed, for its heading. */
export interface Asked {
  filter: ReportFilter
  names: ReadonlyMap<string, string>
  suppressed: boolean
}

/** A report over records: pure, and the same wherever they lie. */
export function makeReport(name: ReportName, facts: Facts, asked: Asked, ground: CountingGround): Report {
  const steps = reportSteps(name, facts, asked, ground)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same a step at a time, for where something else has to be done in between; each step says how far it has come, of one. */
export function* reportSteps(
  name: ReportName,
  facts: Facts,
  asked: Asked,
  ground: CountingGround,
): Generator<number, Report> {
  const counting = countingOf(facts, asked.filter, ground)
  const makers: Shape['tables'] = shapes[name].tables
  const tables: Table[] = []
  for (const [i, make] of makers.entries()) {
    yield i / makers.length
    tables.push(...[make(counting)].flat())
  }
  const made: Report = {
    name,
    title: shapes[name].title,
    about: aboutOf(counting, asked),
    made: ground.today,
    suppressed: false,
    notes: notesOf(counting, asked.suppressed),
    tables,
  }
  return asked.suppressed ? suppress(made) : made
}

const cohortWords: Record<Cohort, string> = {
  activity: 'what happened in this time',
  referred: 'people referred in this time, and all that came of it',
  engaged: 'people referred in this time and seen at least once, and all that came of it',
}

function aboutOf({ facts, filter }: Counting, { names }: Asked): Report['about'] {
  const practice = facts.practice.find(({ id }) => id === filter.practice)?.body.name
  const named = (id: string | undefined) => (id === undefined ? undefined : (names.get(id) ?? id))
  const source = filter.source === undefined ? undefined : wordOf(referralSource, filter.source)
  const about: [string, string | undefined][] = [
    ['Time', `${dayWords(filter.from)} to ${dayWords(filter.to)}`],
    ['Counted', cohortWords[filter.cohort]],
    ['Practice', practice ?? filter.practice],
    ['Team', named(filter.team)],
    ['Co-ordinator', named(filter.coordinator)],
    ['Referred by', source],
  ]
  return about.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]))
}

function wordOf(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code
}

/** How many are restricted is not for everybody who reads what is published. */
function notesOf({ restricted, facts }: Counting, suppressed: boolean): string[] {
  const files = restricted === 1 ? 'One file is' : `${restricted} files are`
  const who = suppressed ? 'Some files are' : files
  const unread = facts.unread === 1 ? 'One record lacks' : `${facts.unread} records lack`
  return [
    ...(restricted === 0
      ? []
      : [`${who} restricted, as the person or the law asks; nothing of that is counted.`]),
    ...(facts.unread === 0 ? [] : [`${unread} what is needed to be counted, such as a day or a state.`]),
  ]
}
