import { type Drawing, drawing, type Shape } from '#domain/report/chart.ts'
import type { Cell, Report, Table } from '#domain/report/report.ts'
import { cellWords, headOf, restsOn } from '#domain/report/wording.ts'
import { escape } from '../http/plainPage.ts'

/** Reports as one page to read or print, each on a sheet of its own: no script, nothing from elsewhere. */
export function reportPage(service: string, reports: readonly Report[]): string {
  const title = reports.length === 1 ? (reports[0]?.title ?? '') : 'Reports'
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${escape(title)} – ${escape(service)}</title>
<style>${style}</style>
<main>
${reports.map((report) => sheet(service, report)).join('\n')}
</main>
</html>
`
}

function sheet(service: string, report: Report): string {
  const { title, notes, tables } = report
  return `<article>
<p class="service">${escape(service)}</p>
<h1>${escape(title)}</h1>
<dl>${headOf(report)
    .map(({ label, value }) => `<div><dt>${escape(label)}</dt><dd>${escape(value)}</dd></div>`)
    .join('')}</dl>
${notes.map(paragraph).join('\n')}
${tables.map(tableSection).join('\n')}
</article>`
}

function paragraph(text: string): string {
  return `<p class="note">${escape(text)}</p>`
}

function tableSection(table: Table): string {
  const picture = drawing(table)
  return `<section>
<h2>${escape(table.title)}</h2>
${restsOn(table)
  .map((sentence) => `<p class="rests">${escape(sentence)}</p>`)
  .join('\n')}
${picture === null ? '' : svg(picture)}
${table.rows.length === 0 ? '' : tableMarkup(table)}
${table.notes.map(paragraph).join('\n')}
</section>`
}

function tableMarkup({ title, columns, rows, total }: Table): string {
  const cells = (of: readonly Cell[]) =>
    of.map((cell, i) => `<td>${escape(cellWords(cell, columns[i]?.is ?? 'count'))}</td>`).join('')
  const line = (label: string, of: readonly Cell[]) =>
    `<tr><th scope="row">${escape(label)}</th>${cells(of)}</tr>`
  // What is wider than a phone is moved sideways in its own frame, by keyboard too.
  return `<div class="frame" role="region" aria-label="${escape(`Table: ${title}`)}" tabindex="0"><table>
<caption>${escape(title)}</caption>
<thead><tr><td></td>${columns.map(({ label }) => `<th scope="col">${escape(label)}</th>`).join('')}</tr></thead>
<tbody>${rows.map(({ label, cells: own }) => line(label, own)).join('')}</tbody>
${total === null ? '' : `<tfoot>${line('Total', total)}</tfoot>`}
</table></div>`
}

function svg({ width, height, shapes }: Drawing): string {
  return `<svg viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">${shapes.map(shapeMarkup).join('')}</svg>`
}

function shapeMarkup(shape: Shape): string {
  switch (shape.is) {
    case 'bar':
      return `<rect class="series-${shape.series}" x="${at(shape.x)}" y="${at(shape.y)}" width="${at(shape.width)}" height="${at(shape.height)}"/>`
    case 'line':
      return `<line class="${shape.look}" x1="${at(shape.x1)}" y1="${at(shape.y1)}" x2="${at(shape.x2)}" y2="${at(shape.y2)}"/>`
    case 'path':
      return `<polyline class="path" points="${shape.points.map(([x, y]) => `${at(x)},${at(y)}`).join(' ')}"/>`
    case 'dot':
      return `<circle class="${shape.look}" cx="${at(shape.x)}" cy="${at(shape.y)}" r="4"/>`
    case 'text':
      return `<text class="${shape.look}" x="${at(shape.x)}" y="${at(shape.y)}" text-anchor="${shape.anchor}">${escape(shape.text)}</text>`
  }
}

function at(number: number): string {
  return String(Math.round(number * 10) / 10)
}

const style = `
  :root { --ink: #1d2524; --quiet: #4c5957; --line: #8a9694; --first: #0b5c57; --second: #c77d1e; }
  body { margin: 0; background: #fff; color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
  main { max-width: 52rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
  article + article { margin-top: 4rem; }
  h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 0.5rem; }
  h2 { font-size: 1.2rem; margin: 2rem 0 0.25rem; }
  .service, .note, .rests { color: var(--quiet); margin: 0.25rem 0; }
  dl { display: flex; flex-wrap: wrap; gap: 0.25rem 2rem; margin: 0.5rem 0; }
  dt { font-weight: 700; }
  dd { margin: 0; }
  .frame { position: relative; overflow-x: auto; }
  table { width: 100%; border-collapse: collapse; margin: 0.5rem 0; font-variant-numeric: tabular-nums; }
  caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  th, td { padding: 0.25rem 0.5rem; text-align: right; vertical-align: bottom; border-bottom: 1px solid #d5dcdb; }
  th[scope='row'], thead td { min-width: 8rem; text-align: left; font-weight: 400; }
  @media (min-width: 40rem) { thead td { width: 34%; } }
  tfoot th, tfoot td { font-weight: 700; border-top: 2px solid var(--line); }
  svg { display: block; width: 100%; max-width: 40rem; height: auto; margin: 0.5rem 0; overflow: visible; }
  svg text { font: 12.5px system-ui, sans-serif; fill: var(--ink); }
  .series-0, circle.after { fill: var(--first); }
  .series-1 { fill: var(--second); }
  circle.before { fill: #fff; stroke: var(--first); stroke-width: 2; }
  line { stroke: var(--line); }
  line.grid { stroke-dasharray: 3 4; }
  line.up { stroke: var(--first); stroke-width: 2; }
  line.down { stroke: var(--second); stroke-width: 2; stroke-dasharray: 4 3; }
  .path { fill: none; stroke: var(--first); stroke-width: 2.5; }
  @page { margin: 15mm; }
  @media print {
    body { font-size: 10pt; print-color-adjust: exact; }
    main { max-width: none; padding: 0; }
    article + article { break-before: page; margin: 0; }
    .frame { overflow: visible; }
    h2, .rests, svg { break-after: avoid; }
    tr, svg { break-inside: avoid; }
    /* Only a long table goes over to the next sheet. */
    section:not(:has(tbody tr:nth-child(9))) { break-inside: avoid; }
    tbody tr:nth-last-child(-n + 3), tfoot, tfoot tr { break-before: avoid; }
    /* Else the total would stand at the foot of each page, below rows that do not add up to it. */
    tfoot { display: table-row-group; }
    h2 { margin-top: 1.25rem; }
    svg { max-width: 13cm; }
  }
`
