import { useId } from 'react'
import { meaningfulChange } from '#domain/measure/change.ts'
import { wemwbs } from '#domain/measure/wemwbs.ts'
import type { ScorePoint } from '#domain/response/scoreSeries.ts'
import { dayOf, daysBetween, formatDay } from '#ui/dates.ts'
import classes from './WellbeingChart.module.css'

const box = { width: 600, height: 300, left: 44, right: 30, top: 20, bottom: 40 }
const marks = [14, 28, 42, 56, 70]

/** A line over time from the lowest to the highest possible score, with the band of small changes around the first. */
export function WellbeingChart({ points }: { points: readonly ScorePoint[] }) {
  const id = useId()
  const placed = place(points)
  const [first] = points
  if (!first) return null
  const { from } = meaningfulChange.group
  const top = y(Math.min(wemwbs.totalHigh, first.total + from))
  const bottom = y(Math.max(wemwbs.totalLow, first.total - from))
  return (
    <figure className={classes['figure']}>
      <svg
        viewBox={`0 0 ${box.width} ${box.height}`}
        className={classes['chart']}
        role="img"
        aria-labelledby={`${id}-title`}
      >
        <title id={`${id}-title`}>{inWords(points)}</title>
        <rect
          x={box.left}
          y={top}
          width={box.width - box.left - box.right}
          height={bottom - top}
          className={classes['band']}
        />
        {marks.map((mark) => (
          <g key={mark}>
            <line
              x1={box.left}
              x2={box.width - box.right}
              y1={y(mark)}
              y2={y(mark)}
              className={classes['grid']}
            />
            <text x={box.left - 10} y={y(mark) + 5} textAnchor="end">
              {mark}
            </text>
          </g>
        ))}
        <polyline
          points={placed.map((point) => `${point.x},${point.y}`).join(' ')}
          className={classes['line']}
        />
        {placed.map((point, i) => (
          <g key={point.response}>
            <circle cx={point.x} cy={point.y} r={7} className={classes['point']} />
            <text x={point.x} y={point.y - 15} textAnchor="middle" className={classes['score']}>
              {point.total}
            </text>
            {isLabelled(i, placed.length) && (
              <text x={point.x} y={box.height - 12} textAnchor={anchor(i, placed.length)}>
                {formatDay(dayOf(point.at))}
              </text>
            )}
          </g>
        ))}
      </svg>
      <figcaption className={classes['caption']}>
        <span className={classes['swatch']} aria-hidden />
        Less than {from} points from the first score. Over a group of people, {from} or more counts as a
        meaningful change.
      </figcaption>
    </figure>
  )
}

function place(points: readonly ScorePoint[]): (ScorePoint & { x: number; y: number })[] {
  const [start, end] = [dayOf(points[0]?.at ?? ''), dayOf(points.at(-1)?.at ?? '')]
  const days = Math.max(1, daysBetween(start, end))
  const inner = box.width - box.left - box.right - 60
  return points.map((point) => ({
    ...point,
    x: box.left + 30 + (daysBetween(start, dayOf(point.at)) / days) * inner,
    y: y(point.total),
  }))
}

function y(score: number): number {
  const share = (score - wemwbs.totalLow) / (wemwbs.totalHigh - wemwbs.totalLow)
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

function inWords(points: readonly ScorePoint[]): string {
  const scores = points.map(({ at, total }) => `${total} on ${formatDay(dayOf(at))}`)
  return `Wellbeing scores over time: ${scores.join(', ')}`
}
