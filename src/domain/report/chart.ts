import { HIDDEN, type Table, type Unit } from './report.ts'
import { cellWords } from './wording.ts'

/**
 * A chart as shapes, in a box `width` by `height`: drawn as SVG by whoever shows it. It says nothing that the table does
 * not, so it is hidden from screen readers. `series`: the first or the second colour.
 */
export interface Drawing {
  width: number
  height: number
  shapes: Shape[]
}
export type Shape =
  | { is: 'bar'; x: number; y: number; width: number; height: number; series: 0 | 1 }
  | { is: 'line'; x1: number; y1: number; x2: number; y2: number; look: 'axis' | 'grid' | 'up' | 'down' }
  | { is: 'path'; points: [number, number][]; series: 0 | 1 }
  | { is: 'dot'; x: number; y: number; look: 'before' | 'after' }
  | {
      is: 'text'
      x: number
      y: number
      text: string
      anchor: 'start' | 'middle' | 'end'
      look: 'label' | 'value'
    }

/** `narrow` for a phone, where the same letters need more of the room. */
export type Room = 'wide' | 'narrow'
const widths: Readonly<Record<Room, number>> = { wide: 640, narrow: 340 }
/** Bars of the most frequent; the table has the others. */
const MOST_BARS = 12

/** The chart of a table; null where it has none, or nothing in it that could be drawn. */
export function drawing(table: Table, room: Room = 'wide'): Drawing | null {
  const { chart, withheld } = table
  if (chart === null || withheld) return null
  switch (chart.is) {
    case 'bars':
      return bars(table, chart.columns, widths[room])
    case 'line':
      return line(table, chart.columns[0] ?? '', widths[room])
    case 'pairs':
      return pairs(chart.pairs, widths[room])
  }
}

interface Bar {
  label: string
  values: (number | null)[]
}

function columnsAt({ columns }: Table, ids: readonly string[]): { at: number; is: Unit; label: string }[] {
  return ids.flatMap((id) => {
    const at = columns.findIndex((column) => column.id === id)
    const found = columns[at]
    return found ? [{ at, is: found.is, label: found.label }] : []
  })
}

function numberIn(cell: unknown): number | null {
  return typeof cell === 'number' ? cell : null
}

const BAR = 20

/** Lying bars, so that labels are read without turning the head. Two columns are two bars a row, with a legend. */
function bars(table: Table, ids: readonly string[], width: number): Drawing | null {
  const columns = columnsAt(table, ids)
  const rows: Bar[] = table.rows
    .filter(({ cells }) => cells.some((cell) => cell !== HIDDEN))
    .slice(0, MOST_BARS)
    .map(({ label, cells }) => ({ label, values: columns.map(({ at }) => numberIn(cells[at])) }))
  const most = Math.max(0, ...rows.flatMap(({ values }) => values.map((value) => value ?? 0)))
  if (rows.length === 0 || most === 0) return null
  const used = columns.filter((_, i) => rows.some(({ values }) => (values[i] ?? 0) > 0))
  const place: Place = {
    labels: width === widths.wide ? Math.round(width * 0.39) : 0,
    width,
    most,
    is: columns[0]?.is ?? 'count',
  }
  const legend = used.length > 1 ? BAR * 1.5 : 0
  const step = BAR * used.length + 12 + (place.labels === 0 ? BAR : 0)
  const kept = used.map((column) => columns.indexOf(column))
  const names = used.map(({ label }) => label)
  return {
    width,
    height: legend + rows.length * step,
    shapes: [
      ...(used.length > 1 ? legendOf(names, place.labels) : []),
      ...rows.flatMap((bar, i) => barShapes(bar, kept, legend + i * step, place)),
    ],
  }
}

/** `labels`: the room for labels beside the bars; none on a phone, where each stands above its bar. */
interface Place {
  labels: number
  width: number
  most: number
  is: Unit
}

function legendOf(labels: readonly string[], from: number): Shape[] {
  return labels.flatMap((label, i): Shape[] => {
    const x = from + i * 170
    return [
      { is: 'bar', x, y: 2, width: 14, height: 14, series: i === 0 ? 0 : 1 },
      { is: 'text', x: x + 20, y: 14, text: label, anchor: 'start', look: 'label' },
    ]
  })
}

function barShapes({ label, values }: Bar, kept: readonly number[], top: number, place: Place): Shape[] {
  const { labels, most, is } = place
  const room = place.width - labels - 60
  const first = labels === 0 ? top + BAR : top
  const bars = kept.flatMap((at, i): Shape[] => {
    const value = values[at] ?? 0
    const [y, width] = [first + i * BAR, (value / most) * room]
    const words = cellWords(value, is)
    return [
      { is: 'bar', x: labels, y: y + 2, width, height: BAR - 4, series: i === 0 ? 0 : 1 },
      { is: 'text', x: labels + width + 6, y: y + 15, text: words, anchor: 'start', look: 'value' },
    ]
  })
  const text = shortened(label, labels === 0 ? 46 : 34)
  if (labels === 0) return [{ is: 'text', x: 0, y: top + 14, text, anchor: 'start', look: 'label' }, ...bars]
  const middle = top + (kept.length * BAR) / 2 + 5
  return [{ is: 'text', x: labels - 10, y: middle, text, anchor: 'end', look: 'label' }, ...bars]
}

function shortened(label: string, most: number): string {
  return label.length > most ? `${label.slice(0, most - 1).trimEnd()}…` : label
}

const HEIGHT = 220
const FOOT = 36
const SIDE = 40

function line(table: Table, id: string, width: number): Drawing | null {
  const [column] = columnsAt(table, [id])
  if (!column) return null
  const points = table.rows.map(({ label, cells }) => ({ label, value: numberIn(cells[column.at]) }))
  const most = Math.max(0, ...points.map(({ value }) => value ?? 0))
  if (points.length < 2 || most === 0) return bars(table, [id], width)
  const x = (i: number) => SIDE + (i * (width - 2 * SIDE)) / (points.length - 1)
  const y = (value: number) => 12 + (1 - value / most) * (HEIGHT - FOOT - 12)
  return {
    width,
    height: HEIGHT,
    shapes: [
      { is: 'line', x1: SIDE, y1: y(0), x2: width - SIDE, y2: y(0), look: 'axis' },
      { is: 'text', x: SIDE - 8, y: y(0) + 5, text: '0', anchor: 'end', look: 'value' },
      { is: 'line', x1: SIDE, y1: y(most), x2: width - SIDE, y2: y(most), look: 'grid' },
      {
        is: 'text',
        x: SIDE - 8,
        y: y(most) + 5,
        text: cellWords(most, column.is),
        anchor: 'end',
        look: 'value',
      },
      ...runsOf(points.map(({ value }, i) => (value === null ? null : [x(i), y(value)]))),
      ...monthLabels(
        points.map(({ label }) => label),
        x,
      ),
    ],
  }
}

/** Where a month is not shown, the line is broken. */
function runsOf(points: readonly ([number, number] | null)[]): Shape[] {
  const runs: [number, number][][] = [[]]
  for (const point of points) {
    if (point === null) runs.push([])
    else runs.at(-1)?.push(point)
  }
  const there = runs.filter(({ length }) => length > 0)
  return [
    ...there.map((run): Shape => ({ is: 'path', points: run, series: 0 })),
    ...there.flat().map(([x, y]): Shape => ({ is: 'dot', x, y, look: 'after' })),
  ]
}

/** So many that they do not run into each other: "Apr 26". */
function monthLabels(labels: readonly string[], x: (i: number) => number): Shape[] {
  const every = Math.ceil(labels.length / (x(labels.length - 1) > widths.narrow ? 8 : 4))
  return labels.flatMap((label, i): Shape[] => {
    if (i % every !== 0) return []
    const [month = '', year = ''] = label.split(' ')
    return [
      {
        is: 'text',
        x: x(i),
        y: HEIGHT - 10,
        text: `${month.slice(0, 3)} ${year.slice(2)}`,
        anchor: 'middle',
        look: 'label',
      },
    ]
  })
}

/** Each person a line from before to after, in the order of the first score. */
function pairs(of: readonly (readonly [number, number])[], width: number): Drawing | null {
  if (of.length === 0) return null
  const all = of.flat()
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const span = Math.max(1, most - least)
  const y = (value: number) => 24 + (1 - (value - least) / span) * (HEIGHT - FOOT - 24)
  const sorted = of.toSorted(([a, b], [c, d]) => a - c || b - d)
  const x = (i: number) => SIDE + 20 + ((i + 0.5) * (width - 2 * SIDE - 20)) / sorted.length
  return {
    width,
    height: HEIGHT,
    shapes: [
      ...[least, most].flatMap((value): Shape[] => [
        { is: 'line', x1: SIDE, y1: y(value), x2: width - SIDE, y2: y(value), look: 'grid' },
        {
          is: 'text',
          x: SIDE - 8,
          y: y(value) + 5,
          text: cellWords(value, 'mean'),
          anchor: 'end',
          look: 'value',
        },
      ]),
      ...sorted.flatMap(([before, after], i) => pairShapes(x(i), y(before), y(after), after >= before)),
      ...pairLegend(width),
    ],
  }
}

function pairShapes(x: number, before: number, after: number, rose: boolean): Shape[] {
  return [
    { is: 'line', x1: x, y1: before, x2: x, y2: after, look: rose ? 'up' : 'down' },
    { is: 'dot', x, y: before, look: 'before' },
    { is: 'dot', x, y: after, look: 'after' },
  ]
}

function pairLegend(width: number): Shape[] {
  const y = HEIGHT - 12
  return [
    { is: 'dot', x: SIDE + 24, y: y - 5, look: 'before' },
    { is: 'text', x: SIDE + 34, y, text: 'Before', anchor: 'start', look: 'label' },
    { is: 'dot', x: SIDE + 114, y: y - 5, look: 'after' },
    { is: 'text', x: SIDE + 124, y, text: 'After', anchor: 'start', look: 'label' },
    ...(width === widths.wide ? [eachLine(y)] : []),
  ]
}

function eachLine(y: number): Shape {
  const text = 'Each line is one person, the lowest first score first'
  return { is: 'text', x: SIDE + 200, y, text, anchor: 'start', look: 'label' }
}
