import type { HeldRecord, PersonalFile } from '#domain/export/personalFile.ts'
import { WITHHELD } from '#domain/export/personalFile.ts'
import { isObject, type Json, type JsonObject, own } from '#domain/json.ts'
import { isKindName } from '#domain/kind/kinds.ts'
import { segmentsOf } from '#domain/merge/path.ts'
import { fieldWords, wordOf } from '#words/records/fields.ts'
import { kindWords, unknownKind } from '#words/records/kinds.ts'
import type { NameOf } from '#words/records/value.ts'
import { formatFullDay, formatMoment } from '#ui/dates.ts'
import { wholeWords } from './valueWords.ts'

/** What the page needs to be read by somebody who was never here. */
export interface Reading {
  title: string
  service: string
  nameOf: NameOf
  /** What a form asked, by the link id of the question. */
  questionOf: (linkId: string) => string | undefined
  /** The copyright notices of the measures that a form was scored by. */
  noticesOf: (measures: readonly string[]) => string[]
}

/**
 * A person's file as one page that needs nothing else: to be read in any browser, by a screen reader, and printed.
 * Everything that was written is escaped.
 */
export function fileHtml(file: PersonalFile, reading: Reading): string {
  const groups = Map.groupBy(
    file.records.filter(({ removed }) => !removed),
    ({ kind }) => kind,
  )
  const parts = [...groups].map(([kind, records]) => part(kind, records, reading))
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(reading.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escape(reading.title)}</h1>
<p>From ${escape(reading.service)}, made on ${escape(formatFullDay(file.made.slice(0, 10)))} by ${escape(file.by)}.</p>
${withheldNote(file)}
<nav aria-label="Parts"><ul>${[...groups.keys()].map((kind) => `<li><a href="#${kind}">${escape(titleOf(kind))}</a></li>`).join('')}${
    file.history ? '<li><a href="#history">How it came about</a></li>' : ''
  }</ul></nav>
${parts.join('\n')}
${file.history ? history(file.history, reading) : '<p>Made without a connection: the history of changes is not in it.</p>'}
</main>
</body>
</html>
`
}

const STYLE = `
body{font:1.0625rem/1.5 system-ui,sans-serif;color:#1d2927;background:#fff;margin:0}
main{max-width:44rem;margin:0 auto;padding:1.5rem 1rem}
h1,h2,h3{line-height:1.25;break-after:avoid}
section{margin-top:2rem}
article{border-top:1px solid #8c8575;padding:.75rem 0;break-inside:avoid}
dl{margin:0}dt{font-weight:650;margin-top:.5rem}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
a{color:#0f5e59}
.withheld{font-style:italic}
@media print{nav{display:none}}`

function withheldNote({ withheld }: PersonalFile): string {
  if (withheld.length === 0) return ''
  const places = withheld.length === 1 ? 'one place' : `${withheld.length} places`
  return `<p>In ${places} something was left out because it is about, or from, somebody else. It says so there.</p>`
}

function titleOf(kind: string): string {
  const { noun } = isKindName(kind) ? kindWords[kind] : unknownKind
  return noun.charAt(0).toUpperCase() + noun.slice(1)
}

function part(kind: string, records: readonly HeldRecord[], reading: Reading): string {
  const articles = records.map((record, i) => {
    const heading = records.length > 1 ? `<h3>${escape(titleOf(kind))} ${i + 1}</h3>` : ''
    return `<article>${heading}<dl>${facts(record, reading)}</dl></article>`
  })
  return `<section id="${escape(kind)}"><h2>${escape(titleOf(kind))}</h2>${articles.join('')}${notices(records, reading)}</section>`
}

function notices(records: readonly HeldRecord[], reading: Reading): string {
  const scores = records.flatMap(({ kind, body }) => (kind === 'response' ? own(body, 'scores') : null) ?? [])
  const measures = scores.flatMap((score) => (isObject(score) ? own(score, 'measure') : null) ?? [])
  return reading
    .noticesOf(measures.map(String))
    .map((notice) => `<p>${escape(notice)}</p>`)
    .join('')
}

function facts(record: HeldRecord, reading: Reading): string {
  const { kind, body, contested } = record
  const fields = Object.entries(body).filter(([field]) => field !== 'item')
  const others = Object.entries(contested).flatMap(([path, values]) =>
    values.map(({ to, at }) => {
      const field = segmentsOf(path)[0] ?? ''
      return fact(
        `${labelOf(kind, field)}, as somebody else wrote it ${formatMoment(at)}`,
        said(kind, field, to, reading),
      )
    }),
  )
  return [
    ...fields.map(([field, value]) => fact(labelOf(kind, field), said(kind, field, value, reading))),
    ...answers(own(body, 'item'), reading),
    ...others,
  ].join('')
}

function labelOf(kind: string, field: string): string {
  const label = isKindName(kind) ? wordOf(fieldWords[kind], field).label : field
  return label.charAt(0).toUpperCase() + label.slice(1)
}

function said(kind: string, field: string, value: Json, { nameOf }: Reading): string {
  if (value === WITHHELD) return WITHHELD
  return isKindName(kind) ? wholeWords(kind, field, value, nameOf) : JSON.stringify(value)
}

function fact(label: string, value: string): string {
  if (value === '') return ''
  const withheld = value === WITHHELD ? ' class="withheld"' : ''
  return `<dt>${escape(label)}</dt><dd${withheld}>${escape(value)}</dd>`
}

/** A filled-in form, question by question. */
function answers(items: Json | undefined, reading: Reading): string[] {
  if (!Array.isArray(items)) return []
  return items.flatMap((item) => {
    if (!isObject(item)) return []
    const { linkId, text, answer, item: inner } = item
    const id = typeof linkId === 'string' ? linkId : ''
    const question = typeof text === 'string' ? text : (reading.questionOf(id) ?? id)
    const given = Array.isArray(answer) ? answer.filter(isObject) : []
    const words = given.map(answerWords).filter((one) => one !== '')
    return [
      fact(question, words.join('\n')),
      ...given.flatMap((one) => answers(own(one, 'item'), reading)),
      ...answers(inner, reading),
    ]
  })
}

function answerWords(answer: JsonObject): string {
  return Object.entries(answer)
    .filter(([key]) => key.startsWith('value'))
    .map(([, value]) => valueWords(value))
    .join(' ')
}

/** A coding by its name, a quantity with its unit, all else as it is. */
function valueWords(value: Json): string {
  switch (typeof value) {
    case 'boolean':
      return value ? 'Yes' : 'No'
    case 'string':
    case 'number':
      return String(value)
    default:
      if (!isObject(value)) return ''
      return [value['display'] ?? value['value'] ?? value['code'], value['unit']]
        .flatMap((part) => (typeof part === 'string' || typeof part === 'number' ? [String(part)] : []))
        .join(' ')
  }
}

function history(changes: NonNullable<PersonalFile['history']>, reading: Reading): string {
  const rows = changes.map(({ at, byName, edits }) => {
    const what = edits.map((edit) => editWords(edit, reading)).filter((words) => words !== '')
    return `<article><h3>${escape(formatMoment(at))}, ${escape(byName ?? 'somebody who has left')}</h3><dl>${what.join('')}</dl></article>`
  })
  return `<section id="history"><h2>How it came about</h2>${rows.join('')}</section>`
}

function editWords(edit: Json, reading: Reading): string {
  if (!isObject(edit)) return ''
  const kind = typeof edit['kind'] === 'string' ? edit['kind'] : ''
  const title = titleOf(kind)
  const fields = own(edit, 'fields') ?? null
  if (edit['op'] !== 'edit' || !isObject(fields)) return fact(title, opWords(edit['op']))
  const changes = Object.entries(fields).map(([path, change]) => {
    const field = segmentsOf(path)[0] ?? ''
    const to = (isObject(change) ? own(change, 'to') : change) ?? null
    const from = isObject(change) ? (own(change, 'from') ?? null) : null
    return `${labelOf(kind, field)}: ${plainWords(kind, path, from, reading)} → ${plainWords(kind, path, to, reading)}`
  })
  return fact(title, changes.join('\n'))
}

function plainWords(kind: string, path: string, value: Json, { nameOf }: Reading): string {
  if (value === WITHHELD) return WITHHELD
  if (!isKindName(kind)) return 'changed'
  return wholeWords(kind, path, value, nameOf) || 'nothing'
}

function opWords(op: Json | undefined): string {
  switch (op) {
    case 'create':
      return 'written'
    case 'remove':
      return 'removed'
    case 'restore':
      return 'brought back'
    default:
      return 'given back by a device after the service was restored'
  }
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
