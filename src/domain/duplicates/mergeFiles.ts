import type { Edit } from '../change/change.ts'
import { editRecord } from '../change/write.ts'
import { type ClientBody, client } from '../client/client.ts'
import { isObject, type Json, type JsonObject, own, sameJson, withKey } from '../json.ts'
import { mergeSet } from '../merge/set.ts'
import { ruleOf } from '../merge/rules.ts'
import type { Side } from './sideBySide.ts'
import { canHoldBoth, personFields, plain, saysSame, type SeenClient, valueOf } from './seenClient.ts'

export interface Author {
  by: string
  on: string
}

/** What a field of the head was before a value was taken over from a merged file, and what it became. */
type Taken = NonNullable<NonNullable<ClientBody['merged']>['took']>

/**
 * Why two files cannot be merged.
 *
 * - `restricted`: nothing is done with a restricted file, and the other would have to be restricted with it
 * - `merged`: that file is merged already, into one that this device may not hold
 */
export type MergeObstacle = 'restricted' | 'merged'

export function mergeObstacle(a: SeenClient, b: SeenClient): MergeObstacle | null {
  if (a.body.restriction || b.body.restriction) return 'restricted'
  return b.body.merged ? 'merged' : null
}

/**
 * Merges file `b` into file `a`, as the edits of one change: `a` says what was chosen, `b` says where it belongs and
 * what taking apart needs, and goes to the team of `a`. No record moves. `along`: the files that were merged into `b`.
 */
export function mergeFiles(
  { a, b, along }: { a: SeenClient; b: SeenClient; along: readonly SeenClient[] },
  choices: Readonly<Record<string, Side>>,
  { by, on }: Author,
): Edit[] {
  const took: Taken = {}
  for (const field of personFields) {
    const was = valueOf(a.body, field)
    const is = chosen(field, was, valueOf(b.body, field), choices[field] ?? 'a')
    if (!sameJson(was, is)) took[field] = { was, is }
  }
  const { merged: _merged, notSameAs: _notSameAs, ...said } = plain(b.body)
  const edits = [
    editRecord(a, withValues(a.body, valuesOf(took, 'is'))),
    editRecord(b, { ...b.body, team: a.body.team, merged: { into: a.id, on, by, said, took } }),
    ...followHead(along, a.body),
  ]
  return edits.filter((edit) => edit !== null)
}

/**
 * Merged files lie where their head lies: in its team, and restricted where it is. Put these edits into the same change
 * as the one that moves the head. `merged`: the files that are shown under it.
 */
export function followHead(
  merged: readonly SeenClient[],
  head: Pick<ClientBody, 'team' | 'restriction'>,
): Edit[] {
  return merged
    .map((file) => {
      const { restriction: _restriction, ...body } = file.body
      const restricted = head.restriction ? { restriction: head.restriction } : {}
      return editRecord(file, { ...body, team: head.team, ...restricted })
    })
    .filter((edit) => edit !== null)
}

/** A value of the head that was altered since it was taken over, and stays. */
export interface Left {
  field: string
  now: Json
  was: Json
}

/**
 * Takes two files apart again, as the edits of one change: what was taken over goes back where it still stands, and the
 * file goes back to its team. What was altered since is left, and told. Also of a ring, where each was merged into the
 * other.
 */
export function takeApart(head: SeenClient, file: SeenClient): { edits: Edit[]; left: Left[] } {
  const [first, second] = [partedFrom(head, file), partedFrom(file, head)]
  const edits = [editRecord(head, first.body), editRecord(file, second.body)]
  return { edits: edits.filter((edit) => edit !== null), left: [...first.left, ...second.left] }
}

/** One of the two without the other: not merged into it any more, and without what it took over from it. */
function partedFrom({ id, body }: SeenClient, other: SeenClient): { body: JsonObject; left: Left[] } {
  const left: Left[] = []
  const values: JsonObject = {}
  const took = other.body.merged?.into === id ? (other.body.merged.took ?? {}) : {}
  for (const [field, { was, is }] of Object.entries(took)) {
    const now = valueOf(body, field)
    const back = givenBack(field, now, { was, is })
    if (!sameJson(now, back.value)) values[field] = back.value
    if (!back.whole) left.push({ field, now, was })
  }
  if (body.merged?.into === other.id) {
    values['merged'] = null
    const team = own(body.merged.said ?? {}, 'team')
    if (typeof team === 'string' && body.team === other.body.team) values['team'] = team
  }
  return { body: withValues(body, values), left }
}

/** `whole`: the field is as it was before, but for what was never taken over. */
function givenBack(field: string, now: Json, { was, is }: Taken[string]): { value: Json; whole: boolean } {
  if (sameJson(now, is) || sameJson(now, was)) return { value: was, whole: true }
  const rule = ruleOf(client.rules, field)
  switch (rule.merge) {
    case 'value':
      return { value: now, whole: false }
    case 'set': {
      const value = mergeSet(now, is, was)
      return value ? { value, whole: true } : { value: now, whole: false }
    }
    case 'keyed':
      return elementsBack(elements(now), elements(was), elements(is), rule.key)
  }
}

/** Elements that came with the merge go, unless somebody has written on them since; those that it took away come back. */
function elementsBack(
  now: JsonObject[],
  was: JsonObject[],
  is: JsonObject[],
  key: string,
): { value: Json; whole: boolean } {
  const find = (list: JsonObject[], id: Json | undefined) => list.find((one) => sameJson(own(one, key), id))
  const added = is.filter((one) => !find(was, own(one, key)))
  const missing = was.filter((one) => !find(is, own(one, key)) && !find(now, own(one, key)))
  const altered = added.filter((one) => {
    const there = find(now, own(one, key))
    return there !== undefined && !sameJson(there, one)
  })
  const kept = now.filter((one) => !find(added, own(one, key)) || find(altered, own(one, key)))
  return { value: [...kept, ...missing], whole: altered.length === 0 }
}

/** What somebody wrote into a merged file after it was merged, not knowing of it, and the head does not say. */
export interface Late {
  field: string
  /** What the file said when it was merged, or when somebody last looked. */
  before: Json
  now: Json
}

export function lateValues(head: SeenClient, file: SeenClient): Late[] {
  const { merged } = file.body
  const said = merged?.said
  if (said === undefined) return []
  return personFields
    .map((field) => ({ field, before: own(said, field) ?? null, now: valueOf(file.body, field) }))
    .filter(
      ({ field, before, now }) =>
        !saysSame(field, before, now) && !saysSame(field, now, valueOf(head.body, field)),
    )
}

/** Lets the head say what was written late into the merged file. Taking apart gives it back like the rest. */
export function takeOver(head: SeenClient, file: SeenClient, late: readonly Late[]): Edit[] {
  const took: Taken = { ...file.body.merged?.took }
  for (const { field, now } of late) {
    const stands = valueOf(head.body, field)
    const is = canHoldBoth(field) ? combined(field, stands, now) : now
    const earlier = took[field]
    took[field] = { was: earlier && sameJson(earlier.is, stands) ? earlier.was : stands, is }
  }
  const values = Object.fromEntries(late.map(({ field }) => [field, took[field]?.is ?? null]))
  return [
    editRecord(head, withValues(head.body, values)),
    editRecord(file, lookedAt(file.body, late, took)),
  ].filter((edit) => edit !== null)
}

/** Leaves the head as it is: what was written late stays in the merged file, and is not asked about again. */
export function leaveBe(file: SeenClient, late: readonly Late[]): Edit[] {
  const edit = editRecord(file, lookedAt(file.body, late, file.body.merged?.took ?? {}))
  return edit ? [edit] : []
}

function lookedAt(body: ClientBody, late: readonly Late[], took: Taken): ClientBody {
  const { merged } = body
  if (!merged) return body
  const seen = Object.fromEntries(late.map(({ field, now }) => [field, now]))
  return { ...body, merged: { ...merged, said: { ...merged.said, ...seen }, took } }
}

/** Says of both that they are of two people. */
export function notSamePerson(a: SeenClient, b: SeenClient): Edit[] {
  return [markedOther(a, b.id), markedOther(b, a.id)].filter((edit) => edit !== null)
}

function markedOther(file: SeenClient, id: string): Edit | null {
  return editRecord(file, { ...file.body, notSameAs: [...new Set([...(file.body.notSameAs ?? []), id])] })
}

function chosen(field: string, a: Json, b: Json, side: Side): Json {
  if (side === 'a' || saysSame(field, a, b)) return a
  return side === 'b' ? b : combined(field, a, b)
}

/** What both say: the first's, and what the second has besides. */
function combined(field: string, a: Json, b: Json): Json {
  const rule = ruleOf(client.rules, field)
  const [mine, theirs] = [a, b].map((value) => (Array.isArray(value) ? value : []))
  if (!mine || !theirs) return a
  switch (rule.merge) {
    case 'value':
      return b
    case 'set':
      return [...mine, ...theirs.filter((one) => !mine.some((other) => sameJson(one, other)))]
    case 'keyed': {
      const keys = elements(mine).map((one) => own(one, rule.key))
      return [
        ...mine,
        ...elements(theirs).filter((one) => !keys.some((key) => sameJson(key, own(one, rule.key)))),
      ]
    }
  }
}

function elements(value: Json): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

function valuesOf(took: Taken, side: 'was' | 'is'): JsonObject {
  return Object.fromEntries(Object.entries(took).map(([field, values]) => [field, values[side]]))
}

function withValues(body: ClientBody, values: JsonObject): JsonObject {
  return Object.entries(values).reduce((after, [field, value]) => withKey(after, field, value), plain(body))
}
