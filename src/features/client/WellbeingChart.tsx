import { useElementSize } from '@mantine/hooks'
import { useId } from 'react'
import { rangeOf, type Instrument } from '#domain/measure/instrument.ts'
import type { Series, SeriesPoint } from '#domain/measure/overTime.ts'
import { dayOf, daysBetween, formatDay } from '#ui/dates.ts'
import classes from './WellbeingChart.module.css'

const margin = { left: 44, right: 30, top: 44, bottom: 40 }
const [NARROWEST, WIDEST] = [240, 640]

/** How large it is drawn, in pixels, so that its words keep their size; and from which score to which. */
interface Frame {
  width: number
  height: number
  low: number
  high: number
}

/** A line over time from the lowest to the highest possible score, with the band of small changes around the first. */
export function WellbeingChart({ instrument, series }: { instrument: Instrument; series: Series }) {
  const id = useId()
  const { rule, points } = series
  const { ref, width: room } = useElementSize()
  const width = room === 0 ? WIDEST : Math.min(WIDEST, Math.max(NARROWEST, Math.round(room)))
  const frame = { width, height: Math.min(300, Math.max(200, width / 2)), ...rangeOf(instrument, rule) }
  const placed = place(points, frame)
  const [first] = points
  if (!first) return null
  const group = rule.change?.group
  return (
    <figure className={classes['figure']} ref={ref}>
      <svg
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        className={classes['chart']}
        role="img"
        aria-labelledby={`${id}-title`}
      >
        <title id={`${id}-title`}>{inWords(rule.name, points)}</title>
        <text x={margin.left} y={16}>
          {rule.direction === 'higher-is-better' ? 'Higher is better' : 'Lower is better'}
        </text>
        {group !== undefined && <Band around={first.value} by={group} frame={frame} />}
        <Grid frame={frame} />
        <polyline
          points={placed.map((point) => `${point.x},${point.y}`).join(' ')}
          className={classes['line']}
        />
        {placed.map((point, i) => (
          <g key={point.response}>
            <circle cx={point.x} cy={point.y} r={7} className={classes['point']} />
            <text x={point.x} y={point.y - 15} textAnchor="middle" className={classes['score']}>
              {point.value}
            </text>
            {isLabelled(i, placed) && (
              <text x={point.x} y={frame.height - 12} textAnchor={anchor(i, placed.length)}>
                {formatDay(dayOf(point.at))}
              </text>
            )}
          </g>
        ))}
      </svg>
      {group !== undefined && (
        <figcaption className={classes['caption']}>
          <span className={classes['swatch']} aria-hidden />
          Less than {group} points from the first score. Over a group of people, {group} or more counts as a
          meaningful change.
        </figcaption>
      )}
    </figure>
  )
}

function Band({ around, by, frame }: { around: number; by: number; frame: Frame }) {
  const top = y(Math.min(frame.high, around + by), frame)
  const bottom = y(Math.max(frame.low, around - by), frame)
  return (
    <rect
      x={margin.left}
      y={top}
      width={frame.width - margin.left - margin.right}
      height={bottom - top}
      className={classes['band']}
    />
  )
}

function Grid({ frame }: { frame: Frame }) {
  return marks(frame).map((mark) => (
    <g key={mark}>
      <line
        x1={margin.left}
        x2={frame.width - margin.right}
        y1={y(mark, frame)}
        y2={y(mark, frame)}
        className={classes['grid']}
      />
      <text x={margin.left - 10} y={y(mark, frame) + 5} textAnchor="end">
        {mark}
      </text>
    </g>
  ))
}

/** In a few even steps of whole numbers; the two ends alone where there are none. */
function marks({ low, high }: Frame): number[] {
  const steps = [4, 5, 3, 2].find((count) => Number.isInteger((high - low) / count)) ?? 1
  return Array.from({ length: steps + 1 }, (_, i) => low + (i * (high - low)) / steps)
}

type Placed = SeriesPoint & { x: number; y: number }

/** By their days; where all are of one day, by their order. */
function place(points: readonly SeriesPoint[], frame: Frame): Placed[] {
  const [start, end] = [dayOf(points[0]?.at ?? ''), dayOf(points.at(-1)?.at ?? '')]
  const days = daysBetween(start, end)
  const inner = frame.width - margin.left - margin.right - 60
  return points.map((point, i) => ({
    ...point,
    x: margin.left + 30 + inner * (days > 0 ? daysBetween(start, dayOf(point.at)) / days : i / points.length),
    y: y(point.value, frame),
  }))
}

function y(score: number, { low, high, height }: Frame): number {
  const share = (score - low) / (high - low)
  return height - margin.bottom - share * (height - margin.top - margin.bottom)
}

/** With many scores only the first and the last day are written out; the table has them all. One day is written once. */
function isLabelled(at: number, placed: readonly Placed[]): boolean {
  const [before, here] = [placed[at - 1], placed[at]]
  if (before && here && dayOf(before.at) === dayOf(here.at)) return false
  if (placed.length > 2 && at > 0 && at < placed.length - 1) return isApart(placed, at)
  return true
}

function isApart(placed: readonly Placed[], at: number): boolean {
  const LABEL = 110
  const here = placed[at]?.x ?? 0
  const [before, after] = [placed[at - 1]?.x ?? 0, placed[at + 1]?.x ?? 0]
  return placed.length === 3 && here - before > LABEL && after - here > LABEL
}

function anchor(at: number, of: number): 'start' | 'middle' | 'end' {
  if (at === 0) return 'start'
  return at === of - 1 ? 'end' : 'middle'
}

function inWords(name: string, points: readonly SeriesPoint[]): string {
  const scores = points.map(({ at, value }) => `${value} on ${formatDay(dayOf(at))}`)
  return `${name} over time: ${scores.join(', ')}`
}
