import { useId } from 'react'
import { rangeOf, type Instrument } from '#domain/measure/instrument.ts'
import type { Series, SeriesPoint } from '#domain/measure/overTime.ts'
import { dayOf, daysBetween, formatDay } from '#ui/dates.ts'
import classes from './WellbeingChart.module.css'

const box = { width: 600, height: 300, left: 44, right: 30, top: 44, bottom: 40 }

interface Scale {
  low: number
  high: number
}

/** A line over time from the lowest to the highest possible score, with the band of small changes around the first. */
export function WellbeingChart({ instrument, series }: { instrument: Instrument; series: Series }) {
  const id = useId()
  const { rule, points } = series
  const scale = rangeOf(instrument, rule)
  const placed = place(points, scale)
  const [first] = points
  if (!first) return null
  const group = rule.change?.group
  return (
    <figure className={classes['figure']}>
      <svg
        viewBox={`0 0 ${box.width} ${box.height}`}
        className={classes['chart']}
        role="img"
        aria-labelledby={`${id}-title`}
      >
        <title id={`${id}-title`}>{inWords(rule.name, points)}</title>
        <text x={box.left} y={16}>
          {rule.direction === 'higher-is-better' ? '↑ Higher is better' : '↓ Lower is better'}
        </text>
        {group !== undefined && <Band around={first.value} by={group} scale={scale} />}
        <Grid scale={scale} />
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
            {isLabelled(i, placed.length) && (
              <text x={point.x} y={box.height - 12} textAnchor={anchor(i, placed.length)}>
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

function Band({ around, by, scale }: { around: number; by: number; scale: Scale }) {
  const top = y(Math.min(scale.high, around + by), scale)
  const bottom = y(Math.max(scale.low, around - by), scale)
  return (
    <rect
      x={box.left}
      y={top}
      width={box.width - box.left - box.right}
      height={bottom - top}
      className={classes['band']}
    />
  )
}

function Grid({ scale }: { scale: Scale }) {
  return marks(scale).map((mark) => (
    <g key={mark}>
      <line
        x1={box.left}
        x2={box.width - box.right}
        y1={y(mark, scale)}
        y2={y(mark, scale)}
        className={classes['grid']}
      />
      <text x={box.left - 10} y={y(mark, scale) + 5} textAnchor="end">
        {mark}
      </text>
    </g>
  ))
}

/** In a few even steps of whole numbers; the two ends alone where there are none. */
function marks({ low, high }: Scale): number[] {
  const steps = [4, 5, 3, 2].find((count) => Number.isInteger((high - low) / count)) ?? 1
  return Array.from({ length: steps + 1 }, (_, i) => low + (i * (high - low)) / steps)
}

function place(points: readonly SeriesPoint[], scale: Scale): (SeriesPoint & { x: number; y: number })[] {
  const [start, end] = [dayOf(points[0]?.at ?? ''), dayOf(points.at(-1)?.at ?? '')]
  const days = Math.max(1, daysBetween(start, end))
  const inner = box.width - box.left - box.right - 60
  return points.map((point) => ({
    ...point,
    x: box.left + 30 + (daysBetween(start, dayOf(point.at)) / days) * inner,
    y: y(point.value, scale),
  }))
}

function y(score: number, { low, high }: Scale): number {
  const share = (score - low) / (high - low)
  return box.height - box.bottom - share * (box.height - box.top - box.bottom)
}

/** With many scores only the first and the last day are written out; the table has them all. */
function isLabelled(at: number, of: number): boolean {
  return of <= 3 || at === 0 || at === of - 1
}

function anchor(at: number, of: number): 'start' | 'middle' | 'end' {
  if (at === 0) return 'start'
  return at === of - 1 ? 'end' : 'middle'
}

function inWords(name: string, points: readonly SeriesPoint[]): string {
  const scores = points.map(({ at, value }) => `${value} on ${formatDay(dayOf(at))}`)
  return `${name} over time: ${scores.join(', ')}`
}
