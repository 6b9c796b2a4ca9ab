import fc from 'fast-check'
import type { Edit, FieldEdit } from '../change/change.ts'
import { type Json, type JsonObject } from '../json.ts'
import type { Stamp, StoredRecord } from '../record/record.ts'
import { mergeEdit } from './merge.ts'
import { pathOf } from './path.ts'
import { asKeyedList, asSet, type FieldRules } from './rules.ts'

/** Rules and generators that make collisions likely: few fields, few values, few ids, every awkward key. */
export const RULES: FieldRules = { tags: asSet, steps: asKeyedList }

const RECORD_ID = '0190a8f5-0000-7000-8000-000000000001'
export const TARGET = { kind: 'unheard-of', id: RECORD_ID, version: 1 }
const PLAIN = ['phone', '', '__proto__', 'constructor', 'a/b', 'a~b', '~2'] as const
const IDS = ['x', 'y', '', '__proto__', 'a/b'] as const
const INNER = ['status', 'what', '__proto__'] as const
const CHANGES = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5'] as const

export function stampOf(change: string, device = 'd1'): Stamp {
  return { change, device, by: `of ${device}`, at: '2026-01-01T00:00:00.000Z' }
}

export function recordOf(body: JsonObject, more: Partial<StoredRecord> = {}): StoredRecord {
  const blank = { id: RECORD_ID, kind: TARGET.kind, version: 1, file: null, seq: 0, rev: 1 }
  return { ...blank, deleted: null, contested: {}, body, ...more }
}

export function editOf(fields: Record<string, FieldEdit>): Edit {
  return { op: 'edit', ...TARGET, fields }
}

/** Merges or throws: for edits of a record that is there. */
export function merge(record: StoredRecord | null, edit: Edit, stamp: Stamp, rules = RULES): StoredRecord {
  const merged = mergeEdit(record, edit, stamp, rules)
  if (!merged.ok) throw new Error(merged.error)
  return merged.value.record
}

const plainValue: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, '1', '2', '3'),
  fc.constantFrom<Json>(0, false, '', [], {}, { a: null }, { a: 1 }, ['1', null]),
  fc.constant<Json>(Object.fromEntries([['__proto__', { a: 1 }]])),
)

const set: fc.Arbitrary<Json> = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.constantFrom<Json>('1', '2', '3', { a: 1 }, null), { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom<Json>(null, 'not a list') },
)

const element: fc.Arbitrary<JsonObject> = fc
  .record({
    id: fc.constantFrom(...IDS),
    inner: fc.dictionary(fc.constantFrom(...INNER), plainValue, { maxKeys: 3 }),
  })
  .map(({ id, inner }) => Object.fromEntries([['id', id], ...Object.entries(inner)]))

export const wellKeyed: fc.Arbitrary<JsonObject[]> = fc.uniqueArray(element, {
  selector: (item) => item.id,
  maxLength: 4,
})

const keyed: fc.Arbitrary<Json> = fc.oneof(
  { weight: 8, arbitrary: wellKeyed },
  { weight: 1, arbitrary: fc.array(element, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom<Json>(null, [{ status: '1' }], ['x'], 'not a list', [{ id: 1 }]) },
)

const fieldAndValue: fc.Arbitrary<[string, fc.Arbitrary<Json>]> = fc.oneof(
  fc.constantFrom(...PLAIN).map((field): [string, fc.Arbitrary<Json>] => [pathOf(field), plainValue]),
  fc.constant<[string, fc.Arbitrary<Json>]>(['tags', set]),
  fc.constant<[string, fc.Arbitrary<Json>]>(['steps', keyed]),
  fc
    .constantFrom(...IDS)
    .map((id): [string, fc.Arbitrary<Json>] => [pathOf('steps', id), fc.option(element)]),
  fc
    .tuple(fc.constantFrom(...IDS), fc.constantFrom(...INNER, 'id'))
    .map(([id, inner]): [string, fc.Arbitrary<Json>] => [pathOf('steps', id, inner), plainValue]),
  fc.constantFrom<[string, fc.Arbitrary<Json>]>(['steps/x/status/deep', plainValue], ['phone/x', plainValue]),
)

const ids = fc.uniqueArray(fc.constantFrom(...CHANGES), { maxLength: 3 })

export const pathAndEdit: fc.Arbitrary<[string, FieldEdit]> = fieldAndValue.chain(([path, value]) =>
  fc
    .record({ from: value, to: value, settles: ids, reopens: ids }, { requiredKeys: ['from', 'to'] })
    .map((edit): [string, FieldEdit] => [path, edit]),
)

export const body: fc.Arbitrary<JsonObject> = fc
  .tuple(fc.dictionary(fc.constantFrom(...PLAIN), plainValue), fc.option(set), fc.option(keyed))
  .map(([plain, tags, steps]) =>
    Object.fromEntries([...Object.entries(plain), ['tags', tags], ['steps', steps]]),
  )

/** Any edit of a record; each field, with all that lies in it, at most once. */
export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .uniqueArray(pathAndEdit, { selector: ([path]) => path.split('/')[0], minLength: 1, maxLength: 3 })
      .map((fields) => editOf(Object.fromEntries(fields))),
  },
  { weight: 1, arbitrary: body.map((it): Edit => ({ op: 'create', ...TARGET, file: null, body: it })) },
  {
    weight: 1,
    arbitrary: ids.map((settles): Edit => editOf({ '': { from: null, to: null, settles } })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ seen: body, settles: ids, reason: fc.constantFrom('moved', 'twice') })
      .map((it): Edit => ({ op: 'remove', ...TARGET, ...it })),
  },
  { weight: 1, arbitrary: fc.constant<Edit>({ op: 'restore', ...TARGET }) },
)

/** A removal that has seen everything, so that tombstones are as common as live records. */
const removeNow = fc.constant('removeNow' as const)

/** A record with a past: questions open, settled and open again, lifted ones, tombstones. */
export const recordWithPast: fc.Arbitrary<StoredRecord> = fc
  .tuple(
    body,
    fc.array(
      fc.tuple(
        fc.oneof({ weight: 12, arbitrary: anyEdit }, { weight: 1, arbitrary: removeNow }),
        fc.constantFrom('d1', 'd2'),
      ),
      {
        maxLength: CHANGES.length,
      },
    ),
  )
  .map(([start, edits]) =>
    edits.reduce((record, [edit, device], i) => {
      const everything: Edit = {
        op: 'remove',
        ...TARGET,
        reason: 'moved',
        seen: record.body,
        settles: Object.values(record.contested).flatMap((values) => values.map(({ change }) => change)),
      }
      return merge(record, edit === 'removeNow' ? everything : edit, stampOf(`c${i}`, device))
    }, recordOf(start)),
  )

/** Freezes all the way down, so that any mutation throws. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(frozen)
  }
  return value
}

/** A record as far as sense goes: sets and keyed lists in one order, contested values too, `seq` and `rev` aside. */
export function sense({ seq: _seq, rev: _rev, ...record }: StoredRecord): unknown {
  const contested = Object.entries(record.contested).map(([path, values]): [string, unknown] => [
    path,
    sorted(values),
  ])
  return canonical({
    ...record,
    body: Object.fromEntries(
      Object.entries(record.body).map(([field, value]) => [
        field,
        (field === 'tags' || field === 'steps') && Array.isArray(value) ? sorted(value) : value,
      ]),
    ),
    contested: Object.fromEntries<unknown>(contested),
  })
}

/** What a record says, to the letter: body, contested values and tombstone. */
export function wording({ body: said, contested, deleted }: StoredRecord): string {
  return JSON.stringify(canonical({ said, contested, deleted }))
}

function sorted(values: readonly unknown[]): unknown[] {
  return values
    .map((value) => [JSON.stringify(canonical(value)), value] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, value]) => value)
}

/** Keys in one order, and nothing said is nothing there. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== undefined)
      .map(([key, inner]) => [key, canonical(inner)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
}
