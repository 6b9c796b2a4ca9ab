import { VisuallyHidden } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { drawing, type Drawing, type Shape } from '#domain/report/chart.ts'
import type { Cell, Table } from '#domain/report/report.ts'
import { cellWords, restsOn } from '#domain/report/wording.ts'
import { Section } from '#ui/Section.tsx'
import classes from './Reports.module.css'

/** The table, which is the truth, and a picture of it for those who look rather than read. */
export function ReportTable({ table }: { table: Table }) {
  const roomy = useMediaQuery('(min-width: 700px)', window.innerWidth >= 700)
  const picture = drawing(table, roomy ? 'wide' : 'narrow')
  return (
    <Section title={table.title}>
      {restsOn(table).map((sentence) => (
        <p key={sentence} className={classes['rests']}>
          {sentence}
        </p>
      ))}
      {picture && <Picture drawing={picture} />}
      {table.rows.length > 0 && <Rows table={table} />}
      {table.notes.map((note) => (
        <p key={note} className={classes['note']}>
          {note}
        </p>
      ))}
    </Section>
  )
}

function Rows({ table: { title, columns, rows, total } }: { table: Table }) {
  const words = (cells: readonly Cell[]) =>
    columns.map(({ id, is }, i) => <td key={id}>{cellWords(cells[i] ?? null, is)}</td>)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- wider than a phone, it is moved sideways in its own frame, by keyboard too
    <div className={classes['frame']} role="region" aria-label={`Table: ${title}`} tabIndex={0}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>Of what</VisuallyHidden>
            </th>
            {columns.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, label, cells }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              {words(cells)}
            </tr>
          ))}
        </tbody>
        {total && (
          <tfoot>
            <tr>
              <th scope="row">Total</th>
              {words(total)}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

function Picture({ drawing: { width, height, shapes } }: { drawing: Drawing }) {
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={classes['picture']} aria-hidden="true">
      {shapes.map((shape, i) => (
        // A drawing is made anew as a whole: its shapes have no names.
        <Mark key={i} shape={shape} />
      ))}
    </svg>
  )
}

function Mark({ shape }: { shape: Shape }) {
  switch (shape.is) {
    case 'bar': {
      const { x, y, width, height, series } = shape
      return <rect className={classes[`series-${series}`]} {...{ x, y, width, height }} />
    }
    case 'line': {
      const { x1, y1, x2, y2, look } = shape
      return <line className={classes[look]} {...{ x1, y1, x2, y2 }} />
    }
    case 'path':
      return (
        <polyline
          className={classes['path']}
          points={shape.points.map((point) => point.join(',')).join(' ')}
        />
      )
    case 'dot':
      return <circle className={classes[shape.look]} cx={shape.x} cy={shape.y} r={4} />
    case 'text':
      return (
        <text className={classes[shape.look]} x={shape.x} y={shape.y} textAnchor={shape.anchor}>
          {shape.text}
        </text>
      )
  }
}
