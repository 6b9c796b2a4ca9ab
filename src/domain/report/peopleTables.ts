import { ageOn } from '../client/birthDate.ts'
import { median } from '../waiting/waiting.ts'
import { ethnicity, sex } from './codeWords.ts'
import type { Counted, Counting } from './counting.ts'
import type { Figure, Table } from './report.ts'
import { mean } from './statistics.ts'
import { categories, column, countTable, figure, row, single, table } from './table.ts'

/** The bands of the Bexley pilot's table 1; it prints 46–54, which leaves out 45. */
const bands = [
  [0, 17],
  [18, 24],
  [25, 34],
  [35, 44],
  [45, 54],
  [55, 64],
  [65, 74],
  [75, Infinity],
] as const

export function peopleIn({ cohort }: Pick<Counting, 'cohort'>): Figure {
  return figure('people', 'people referred', cohort.length)
}

/** On the day of their first referral in the time. */
function ageOf({ client, chosen }: Counted): number | null {
  return ageOn(client.body.dateOfBirth, chosen[0]?.body.date ?? '')
}

export function ageBands(counting: Counting): Table {
  return countTable({
    id: 'age',
    title: 'Age when they were referred',
    items: counting.cohort,
    categoriesOf: (person) => bandOf(ageOf(person)),
    rows: bands.map(([from, to]) => ({
      id: `${from}`,
      label: to === Infinity ? `${from} and over` : `${from} to ${to}`,
    })),
    of: peopleIn(counting),
    counted: 'people whose age is known',
    missing: 'whose birth date is not known',
    head: 'People',
    chart: 'bars',
  })
}

function bandOf(age: number | null): string[] | null {
  const band = age === null ? undefined : bands.find(([from, to]) => age >= from && age <= to)
  return band === undefined ? null : [`${band[0]}`]
}

export function ageSummary(counting: Counting): Table {
  const ages = counting.cohort.flatMap((person) => ageOf(person) ?? [])
  const of = peopleIn(counting)
  return table({
    id: 'age-summary',
    title: 'Age in one line',
    of,
    n: ages.length === of.count ? of : figure('age/n', 'people whose age is known', ages.length),
    missing: [figure('age/missing', 'whose birth date is not known', counting.cohort.length - ages.length)],
    columns: [column('years', 'Years', 'mean')],
    rows:
      ages.length === 0
        ? []
        : [
            row('mean', 'Mean', mean(ages)),
            row('median', 'Middle (median)', median(ages)),
            single(row('youngest', 'Youngest', Math.min(...ages))),
            single(row('oldest', 'Oldest', Math.max(...ages))),
          ],
  })
}

export function sexes(counting: Counting): Table {
  return countTable({
    id: 'sex',
    title: 'Sex',
    items: counting.cohort,
    categoriesOf: ({ client }) => codeOrNone(client.body.sex, 'U'),
    rows: categories(sex),
    of: peopleIn(counting),
    counted: 'people whose sex is known',
    missing: 'not known',
    head: 'People',
    chart: 'bars',
  })
}

export function ethnicities(counting: Counting): Table {
  return countTable({
    id: 'ethnicity',
    title: 'Ethnicity',
    items: counting.cohort,
    categoriesOf: ({ client }) => codeOrNone(client.body.ethnicity, '99'),
    rows: categories(ethnicity),
    order: 'most-first',
    of: peopleIn(counting),
    counted: 'people who were asked',
    missing: 'not known',
    head: 'People',
    chart: 'bars',
    notes: [
      'Ethnic category of the NHS Data Dictionary. “Not stated”: they were asked and would rather not say.',
    ],
  })
}

const carerWords = {
  carer: 'Is a carer',
  'cared-for': 'Is cared for',
  both: 'Is a carer and is cared for',
  neither: 'Neither',
}

export function carers(counting: Counting): Table {
  return countTable({
    id: 'carers',
    title: 'Carers',
    items: counting.cohort,
    categoriesOf: ({ client }) => codeOrNone(client.body.carerStatus, undefined),
    rows: categories(carerWords),
    of: peopleIn(counting),
    counted: 'people of whom it is known',
    missing: 'not known',
    head: 'People',
    chart: 'bars',
  })
}

function codeOrNone(code: string | undefined, unknown: string | undefined): string[] | null {
  return code === undefined || code === '' || code === unknown ? null : [code]
}
