import { Table } from '@mantine/core'
import { IconChartLine } from '@tabler/icons-react'
import { bandOf, type ScoreRule } from '#domain/measure/instrument.ts'
import { type MeasureOverTime, measuresOverTime, type Series } from '#domain/measure/overTime.ts'
import { useRecords } from '#store/react.ts'
import { dayOf, formatDay } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Section } from '#ui/Section.tsx'
import * as codes from '#words/codes.ts'
import { changeWords } from './changeWords.ts'
import classes from './ClientFile.module.css'
import { TakeMeasure } from './TakeMeasure.tsx'
import type { ClientFile } from './useClientFile.ts'
import { WellbeingChart } from './WellbeingChart.tsx'
import chartClasses from './WellbeingChart.module.css'

/** Each measure over time: a picture, the words that go with it, and the figures. */
export function WellbeingPart({ file }: { file: ClientFile }) {
  const packs = useRecords('instrument')
  if (!packs) return <Loading />
  const measures = measuresOverTime(file.responses, packs)
  return (
    <>
      {measures.length === 0 && (
        <EmptyState title="No wellbeing score yet" icon={<IconChartLine size={36} />}>
          A measure is taken on a visit, or by itself from here. It is shown once its answers are there.
        </EmptyState>
      )}
      {measures.map((measure) => (
        <MeasurePart key={measure.instrument.code} measure={measure} />
      ))}
      <TakeMeasure client={file.client.id} packs={packs} />
    </>
  )
}

function MeasurePart({ measure: { instrument, series } }: { measure: MeasureOverTime }) {
  // The short scale moves with the full one: it has its column, and no picture of its own.
  const drawn = series.filter(({ rule }) => rule.measure !== 'swemwbs' || series.length === 1)
  const notes = new Set(
    series.flatMap(({ rule: { bandNote, norm, name } }) => [
      ...(bandNote === undefined ? [] : [bandNote]),
      ...(norm === undefined ? [] : [`${name}: ${norm}.`]),
    ]),
  )
  return (
    <Section title={instrument.title}>
      <div className={chartClasses['charts']} data-several={drawn.length > 1}>
        {drawn.map((one) => (
          <div key={one.rule.measure}>
            {drawn.length > 1 && <h3 className={chartClasses['name']}>{one.rule.name}</h3>}
            <p>{changeWords(one)}</p>
            {one.points.length > 1 && <WellbeingChart instrument={instrument} series={one} />}
            <Scores
              label={one.rule.name}
              series={drawn.length > 1 ? [one] : series}
              caption={drawn.length === 1}
            />
          </div>
        ))}
      </div>
      <p className={classes['quiet']}>
        <small>{[instrument.caution, ...notes, instrument.notice].filter(Boolean).join(' ')}</small>
      </p>
    </Section>
  )
}

interface ScoresProps {
  label: string
  series: readonly Series[]
  caption: boolean
}

function Scores({ label, series, caption }: ScoresProps) {
  return (
    <Table fz="md" captionSide="top" aria-label={`Scores: ${label}`} className={chartClasses['scores'] ?? ''}>
      {caption && <Table.Caption>Scores, the earliest first</Table.Caption>}
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">When</Table.Th>
          {series.map(({ rule }, i) => (
            <Table.Th key={rule.measure} scope="col">
              {i === 0 ? 'Score' : rule.name}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rowsOf(series).map(({ response, at, how }) => (
          <Table.Tr key={response}>
            <Table.Th scope="row">
              {formatDay(dayOf(at))}
              <span className={classes['how']}>{codes.wordFor(codes.howTaken, how)}</span>
            </Table.Th>
            {series.map((one) => (
              <Table.Td key={one.rule.measure}>{scoreWords(one, response)}</Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function rowsOf(series: readonly Series[]) {
  const points = new Map(series.flatMap(({ points }) => points).map((point) => [point.response, point]))
  return [...points.values()].toSorted((a, b) => a.at.localeCompare(b.at))
}

function scoreWords({ rule, points }: Series, response: string): string {
  const point = points.find((one) => one.response === response)
  if (!point) return '–'
  const band = bandOf(rule, point.value)
  return `${figure(rule, point.value)}${band === undefined ? '' : `, ${band}`}`
}

function figure({ conversion }: ScoreRule, value: number): string {
  return conversion && !Number.isInteger(value) ? value.toFixed(2) : String(value)
}
