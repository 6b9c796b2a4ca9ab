import { Table } from '@mantine/core'
import { IconChartLine } from '@tabler/icons-react'
import { meaningfulChange, wemwbsChange } from '#domain/measure/change.ts'
import { wemwbs } from '#domain/measure/wemwbs.ts'
import { type ScorePoint, scoreSeries } from '#domain/response/scoreSeries.ts'
import { dayOf, formatDay } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Section } from '#ui/Section.tsx'
import classes from './ClientFile.module.css'
import * as codes from '#words/codes.ts'
import type { ClientFile } from './useClientFile.ts'
import { WellbeingChart } from './WellbeingChart.tsx'

/** WEMWBS over time: a picture, the words that go with it, and the figures. */
export function WellbeingPart({ file }: { file: ClientFile }) {
  const points = scoreSeries(file.responses, 'wemwbs')
  const short = new Map(scoreSeries(file.responses, 'swemwbs').map((point) => [point.response, point]))
  const [first, ...later] = points
  if (!first) {
    return (
      <EmptyState title="No wellbeing score yet" icon={<IconChartLine size={36} />}>
        The score is taken on a visit, and shown here once all fourteen answers are there.
      </EmptyState>
    )
  }
  const last = later.at(-1)
  return (
    <Section title="Wellbeing (WEMWBS)">
      <p>
        {last
          ? changeWords(first, last)
          : `One score so far: ${first.total}. The next one shows how it goes.`}
      </p>
      {last && <WellbeingChart points={points} />}
      <Scores points={points} short={short} />
      <p className={classes['quiet']}>
        <small>
          A score from {wemwbs.totalLow} to {wemwbs.totalHigh}, about the last two weeks. It is a start for a
          talk, not a test: it says nothing about an illness. {wemwbs.copyright}
        </small>
      </p>
    </Section>
  )
}

/** Careful with one person: what counts as meaningful for a group can be chance for somebody alone. */
function changeWords(first: ScorePoint, last: ScorePoint): string {
  const { difference, direction, forOnePerson } = wemwbsChange(first.total, last.total)
  const size = Math.abs(difference)
  if (direction === 'same') return `The same score as the first time: ${last.total}.`
  const what = `${size} ${size === 1 ? 'point' : 'points'} ${direction === 'better' ? 'higher' : 'lower'} than the first time.`
  const { low, high } = meaningfulChange.individual
  switch (forOnePerson) {
    case 'within-error':
      return `${what} For one person a change of less than about ${low} points can be chance: ask how it feels.`
    case 'borderline':
      return `${what} For one person that may be more than chance (about ${low} to ${high} points): ask how it feels.`
    case 'beyond-error':
      return `${what} For one person that is more than chance would explain: ask what changed.`
  }
}

function Scores({ points, short }: { points: ScorePoint[]; short: ReadonlyMap<string, ScorePoint> }) {
  return (
    <Table fz="md" captionSide="top">
      <Table.Caption>Scores, the earliest first</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">When</Table.Th>
          <Table.Th scope="col">Score</Table.Th>
          <Table.Th scope="col">Short scale</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {points.map(({ response, at, total, how }) => (
          <Table.Tr key={response}>
            <Table.Th scope="row">
              {formatDay(dayOf(at))}
              <span className={classes['how']}>{codes.wordFor(codes.howTaken, how)}</span>
            </Table.Th>
            <Table.Td>{total}</Table.Td>
            <Table.Td>{short.get(response)?.metric ?? '–'}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
