import { type Json, type JsonObject, jsonObjectSchema, own } from '#domain/json.ts'
import type { KindName } from '#domain/kind/kinds.ts'
import { segmentsOf, WHOLE_RECORD } from '#domain/merge/path.ts'
import { formatFullDay, formatMoment } from '#ui/dates.ts'
import { fieldWords, wordOf } from './fields.ts'
import type { FieldWord, Shape } from './shape.ts'

/** Gives the name of another record, where this device holds it. */
export type NameOf = (kind: KindName, id: string) => string | null

/** The field that a path leads to, in words: 'phone number', 'risk “Dog bites”: note'. `body` names list elements. */
export function wordsOfPath(kind: KindName, path: string, body: JsonObject): string {
  const [field = '', key, inner] = segmentsOf(path)
  const { label, shape } = wordOf(fieldWords[kind], field)
  if (key === undefined || shape.as !== 'list') return label
  const element = elementOf(own(body, field), key)
  const title = element ? own(element, shape.title) : undefined
  const named =
    typeof title === 'string' && title
      ? `${shape.one} “${shorten(spoken(title, wordOf(shape.fields, shape.title)))}”`
      : shape.one
  return inner === undefined ? named : `${named}: ${wordOf(shape.fields, inner).label}`
}

/** How the value at a path is read out. */
export function shapeOfPath(kind: KindName, path: string): Shape {
  const [field = '', key, inner] = segmentsOf(path)
  const { shape } = wordOf(fieldWords[kind], field)
  if (key === undefined || shape.as !== 'list') return shape
  return inner === undefined ? { ...shape, as: 'list' } : wordOf(shape.fields, inner).shape
}

/** A value as a person would write it; lines are separated by line breaks. Empty where nothing is said. */
export function readOut(value: Json | undefined, shape: Shape, nameOf: NameOf): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  switch (shape.as) {
    case 'day':
      return typeof value === 'string' ? formatFullDay(value) : plain(value)
    case 'moment':
      return typeof value === 'string' ? formatMoment(value) : plain(value)
    case 'name':
      return typeof value === 'string'
        ? (nameOf(shape.of, value) ?? 'Somebody or something not on this device')
        : plain(value)
    case 'code':
      return typeof value === 'string' ? wordOfCode(shape.words, value) : plain(value)
    case 'set':
      return Array.isArray(value)
        ? value.map((item) => readOut(item, shape.each, nameOf)).join('\n')
        : plain(value)
    case 'list':
      return readList(value, shape, nameOf)
    case 'document':
      return 'Filled in'
    case 'address':
    case 'contact':
    case 'text':
    case 'yesNo':
      return plain(value)
  }
}

/** A code of a newer version is shown as it is. */
function wordOfCode(words: Readonly<Record<string, string>>, code: string): string {
  return (Object.hasOwn(words, code) ? words[code] : undefined) ?? code
}

function readList(value: Json, shape: Extract<Shape, { as: 'list' }>, nameOf: NameOf): string {
  if (Array.isArray(value)) return value.map((element) => readList(element, shape, nameOf)).join('\n')
  if (typeof value !== 'object' || value === null) return plain(value)
  return Object.entries(shape.fields)
    .map(([field, word]) => [field, word, readOut(own(value, field), word.shape, nameOf)] as const)
    .filter(([, { shape: inner }, said]) => said && inner.as !== 'document')
    .map(([field, { label }, said]) => (field === shape.title ? said : `${label}: ${said}`))
    .join('; ')
}

/** Whatever a value is, the words in it, and no brackets. */
function plain(value: Json): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (Array.isArray(value)) return value.map(plain).filter(Boolean).join('\n')
  if (typeof value === 'object') return Object.values(value).map(plain).filter(Boolean).join('\n')
  return String(value)
}

export function isWholeRecord(path: string): boolean {
  return path === WHOLE_RECORD
}

function elementOf(list: Json | undefined, key: string): JsonObject | null {
  if (!Array.isArray(list)) return null
  const found = list.find(
    (item) => typeof item === 'object' && item !== null && !Array.isArray(item) && own(item, 'id') === key,
  )
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? found : null
}

function spoken(value: string, { shape }: FieldWord): string {
  return readOut(value, shape, () => null)
}

function shorten(words: string): string {
  return words.length > 60 ? `${words.slice(0, 57).trimEnd()}…` : words
}

/** A body as the merge reads it. */
export function plainBody({ body }: { body: object }): JsonObject {
  return jsonObjectSchema.parse(body)
}
