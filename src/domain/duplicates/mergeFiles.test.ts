import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Edit } from '../change/change.ts'
import { takenBack } from '../change/takeBack.ts'
import { editRecord } from '../change/write.ts'
import { type ClientBody, client, clientBody } from '../client/client.ts'
import { type Json, sameJson } from '../json.ts'
import { applyEdit } from '../kind/applyEdit.ts'
import { openQuestions, type StoredRecord } from '../record/record.ts'
import {
  followHead,
  lateValues,
  leaveBe,
  mergeFiles,
  mergeObstacle,
  notSamePerson,
  takeApart,
  takeOver,
} from './mergeFiles.ts'
import { personFields, plain, type SeenClient } from './seenClient.ts'
import { type Side, sideBySide } from './sideBySide.ts'

const A = '0190a8f5-0000-7000-8000-00000000000a'
const B = '0190a8f5-0000-7000-8000-00000000000b'
const author = { by: 'grace', on: '2026-11-28' }

type Service = ReadonlyMap<string, StoredRecord>

function recordOf(id: string, body: ClientBody): StoredRecord {
  return {
    id,
    kind: 'client',
    version: client.version,
    file: id,
    seq: 1,
    rev: 1,
    deleted: null,
    contested: {},
    body: plain(body),
  }
}

function serviceOf(a: ClientBody, b: ClientBody): Service {
  return new Map([
    [A, recordOf(A, a)],
    [B, recordOf(B, b)],
  ])
}

function seen(service: Service, id: string): SeenClient {
  const record = service.get(id)
  if (!record) throw new Error(`There is no ${id}`)
  return { ...record, body: clientBody.parse(record.body) }
}

let made = 0

/** What the server makes of a change. */
function after(service: Service, edits: readonly Edit[], device = 'd1'): Service {
  made += 1
  const stamp = { change: `c${made}`, by: device, device, at: '2026-11-28T10:00:00.000Z' }
  return edits.reduce((records, edit) => {
    const applied = applyEdit(records.get(edit.id) ?? null, edit, stamp)
    if (!applied.ok) throw new Error(applied.error)
    return new Map([...records, [edit.id, applied.value.record]])
  }, service)
}

function merged(service: Service, choices?: Record<string, Side>): Service {
  const [a, b] = [seen(service, A), seen(service, B)]
  const proposed = Object.fromEntries(sideBySide(a, b).map(({ field, choice }) => [field, choice]))
  return after(service, mergeFiles({ a, b, along: [] }, choices ?? proposed, author))
}

const base: ClientBody = { firstName: 'Ida', familyName: 'Marsh', team: 't1', status: 'open' }

describe('merging', () => {
  const a: ClientBody = {
    ...base,
    phone: '1',
    accessNeeds: ['stairs'],
    risks: [{ id: 'r1', risk: 'dog' }],
    openedOn: '2026-02-01',
  }
  const b: ClientBody = {
    ...base,
    firstName: 'Ida May',
    phone: '1',
    mobile: '2',
    accessNeeds: ['bell', 'stairs'],
    risks: [{ id: 'r2', risk: 'ice' }],
    doNotVisitAlone: true,
    openedOn: '2026-01-01',
    status: 'waiting',
    team: 't2',
  }

  test('proposes what is fuller, earlier, safer, and both of what can be both', () => {
    const service = serviceOf(a, b)
    const pairs = sideBySide(seen(service, A), seen(service, B))
    expect(
      Object.fromEntries(pairs.map(({ field, same, choice }) => [field, same ? 'same' : choice])),
    ).toEqual({
      firstName: 'b',
      familyName: 'same',
      phone: 'same',
      mobile: 'b',
      accessNeeds: 'both',
      risks: 'both',
      doNotVisitAlone: 'b',
      openedOn: 'b',
      status: 'a',
    })
  })

  test('the one says what was chosen, the other where it belongs; it goes to the same team and keeps its own words', () => {
    const service = merged(serviceOf(a, b))
    expect(service.get(A)?.body).toMatchObject({
      firstName: 'Ida May',
      mobile: '2',
      accessNeeds: ['stairs', 'bell'],
      risks: [{ id: 'r1' }, { id: 'r2' }],
      doNotVisitAlone: true,
      openedOn: '2026-01-01',
      status: 'open',
      team: 't1',
    })
    expect(service.get(B)?.body).toMatchObject({
      ...b,
      team: 't1',
      merged: { into: A, by: 'grace', said: { team: 't2' }, took: { mobile: { was: null, is: '2' } } },
    })
  })

  test('a number in groups is no difference, and a restricted or a merged file is not merged', () => {
    const service = serviceOf({ ...base, nhsNumber: '9434765919' }, { ...base, nhsNumber: '943 476 5919' })
    expect(sideBySide(seen(service, A), seen(service, B)).every(({ same }) => same)).toBe(true)
    const restriction = { why: 'Asked', on: '2026-01-01', by: 'mo' }
    const restricted = serviceOf({ ...base, restriction }, base)
    expect(mergeObstacle(seen(restricted, A), seen(restricted, B))).toBe('restricted')
    const twice = merged(service)
    expect(mergeObstacle(seen(service, A), seen(service, B))).toBeNull()
    expect(mergeObstacle(seen(twice, A), seen(twice, B))).toBe('merged')
  })

  test('when the head moves or is restricted, its merged files follow, and back again', () => {
    const service = merged(serviceOf(a, b))
    const file = seen(service, B)
    expect(followHead([file], seen(service, A).body)).toEqual([])
    const restriction = { why: 'Asked', on: '2026-01-01', by: 'mo' }
    const moved = after(service, followHead([file], { team: 't9', restriction }))
    expect(moved.get(B)?.body).toMatchObject({ team: 't9', restriction })
    const back = after(moved, followHead([seen(moved, B)], { team: 't9' }))
    expect(back.get(B)?.body).not.toHaveProperty('restriction')
  })
})

describe('taking apart', () => {
  const was: ClientBody = { ...base, phone: '1', team: 't1' }
  const service = serviceOf(was, { ...base, phone: '2', mobile: '3', accessNeeds: ['bell'], team: 't2' })
  const whole = merged(service, { phone: 'b', mobile: 'b', accessNeeds: 'both' })

  test('leaves and names what was altered since, and keeps what was never taken over', () => {
    const head = seen(whole, A)
    const later = after(
      whole,
      [
        editRecord(head, {
          ...head.body,
          phone: '4',
          email: 'ida@example.org',
          accessNeeds: ['bell', 'stairs'],
        }),
      ].filter((edit) => edit !== null),
    )
    const { edits, left } = takeApart(seen(later, A), seen(later, B))
    expect(left).toEqual([{ field: 'phone', now: '4', was: '1' }])
    const apart = after(later, edits)
    expect(apart.get(A)?.body).toEqual({
      ...was,
      phone: '4',
      email: 'ida@example.org',
      accessNeeds: ['stairs'],
    })
    expect(apart.get(B)?.body).toEqual(service.get(B)?.body)
  })

  test('two who merged each into the other, neither knowing: both go back', () => {
    const [a, b] = [seen(service, A), seen(service, B)]
    const one = mergeFiles({ a, b, along: [] }, { phone: 'b' }, author)
    const other = mergeFiles({ a: b, b: a, along: [] }, { phone: 'a', mobile: 'a' }, author)
    const ring = after(after(service, one), other, 'd2')
    expect(ring.get(A)?.body['merged']).toMatchObject({ into: B })
    expect(ring.get(B)?.body['merged']).toMatchObject({ into: A })
    const apart = after(ring, takeApart(seen(ring, A), seen(ring, B)).edits)
    expect(apart.get(A)?.body).not.toHaveProperty('merged')
    expect(apart.get(B)?.body).not.toHaveProperty('merged')
    expect(apart.get(A)?.body['phone']).toBe('1')
  })
})

test('two people who merge one file into two others are asked which is right, and neither is lost', () => {
  const C = '0190a8f5-0000-7000-8000-00000000000c'
  const begun = new Map([...serviceOf(base, { ...base, phone: '2' }), [C, recordOf(C, base)]])
  const [a, b, c] = [A, B, C].map((id) => seen(begun, id))
  if (!a || !b || !c) throw new Error('All three are there')
  const one = mergeFiles({ a, b, along: [] }, { phone: 'b' }, author)
  const other = mergeFiles({ a: c, b, along: [] }, { phone: 'b' }, { ...author, by: 'sam' })
  const both = after(after(begun, one), other, 'd2')
  expect(both.get(B)?.body['merged']).toMatchObject({ into: A, by: 'grace' })
  expect(openQuestions(both.get(B) ?? recordOf(B, base))).toEqual(['merged'])
  expect(both.get(B)?.contested['merged']).toMatchObject([{ to: { into: C, by: 'sam' } }])
})

describe('what is written late into the merged file', () => {
  const whole = merged(serviceOf({ ...base, phone: '1' }, { ...base, phone: '1' }))
  const stale = seen(serviceOf(base, { ...base, phone: '1' }), B)
  const edit = editRecord(stale, { ...stale.body, phone: '2', accessNeeds: ['bell'] })
  const late = after(whole, edit ? [edit] : [], 'd2')

  test('is told, and not what stood there before', () => {
    expect(lateValues(seen(whole, A), seen(whole, B))).toEqual([])
    expect(lateValues(seen(late, A), seen(late, B))).toEqual([
      { field: 'phone', before: '1', now: '2' },
      { field: 'accessNeeds', before: null, now: ['bell'] },
    ])
  })

  test('is taken over, goes back when the files are taken apart, and is not asked about twice', () => {
    const [head, file] = [seen(late, A), seen(late, B)]
    const taken = after(late, takeOver(head, file, lateValues(head, file)))
    expect(taken.get(A)?.body).toMatchObject({ phone: '2', accessNeeds: ['bell'] })
    expect(lateValues(seen(taken, A), seen(taken, B))).toEqual([])
    const apart = after(taken, takeApart(seen(taken, A), seen(taken, B)).edits)
    expect(apart.get(A)?.body).toEqual(plain({ ...base, phone: '1' }))
    expect(apart.get(B)?.body).toEqual(plain({ ...base, phone: '2', accessNeeds: ['bell'] }))
  })

  test('is left where it is', () => {
    const [head, file] = [seen(late, A), seen(late, B)]
    const left = after(late, leaveBe(file, lateValues(head, file)))
    expect(left.get(A)?.body).toEqual(late.get(A)?.body)
    expect(lateValues(seen(left, A), seen(left, B))).toEqual([])
  })
})

test('two people: both files say so, until somebody thinks again', () => {
  const service = serviceOf(base, base)
  const edits = notSamePerson(seen(service, A), seen(service, B))
  const told = after(service, edits)
  expect([A, B].map((id) => told.get(id)?.body['notSameAs'])).toEqual([[B], [A]])
  const again = after(told, takenBack(edits, ''))
  expect([A, B].map((id) => again.get(id)?.body)).toEqual([plain(base), plain(base)])
})

const word = fc.constantFrom('x', 'y', 'z')
const set = fc.uniqueArray(word, { maxLength: 3 })
const risks = fc.uniqueArray(fc.record({ id: fc.constantFrom('1', '2', '3'), risk: word }), {
  selector: ({ id }) => id,
  maxLength: 3,
})
const optional = fc.record(
  { phone: word, mobile: word, aboutMe: word, accessNeeds: set, risks, doNotVisitAlone: fc.boolean() },
  { requiredKeys: [] },
)
const anyBody = optional.map((more): ClientBody => ({ ...base, ...more }))
const anyChoices = fc.dictionary(fc.constantFrom(...personFields), fc.constantFrom<Side>('a', 'b', 'both'), {
  maxKeys: 12,
})

test('merging and taking apart gives both files back as they were, whatever was chosen', () => {
  fc.assert(
    fc.property(anyBody, anyBody, anyChoices, fc.constantFrom('t1', 't2'), (a, b, choices, team) => {
      const service = serviceOf(a, { ...b, team })
      const merging = mergeFiles({ a: seen(service, A), b: seen(service, B), along: [] }, choices, author)
      const whole = after(service, merging)
      const { edits, left } = takeApart(seen(whole, A), seen(whole, B))
      expect(left).toEqual([])
      for (const way of [edits, takenBack(merging, '')]) {
        const apart = after(whole, way)
        for (const id of [A, B]) {
          expect(sameJson(apart.get(id)?.body, service.get(id)?.body)).toBe(true)
          expect(openQuestions(apart.get(id) ?? recordOf(id, base))).toEqual([])
        }
      }
    }),
  )
})

test('no value of either file is in neither afterwards', () => {
  fc.assert(
    fc.property(anyBody, anyBody, anyChoices, (a, b, choices) => {
      const whole = merged(serviceOf(a, b), choices)
      const head = whole.get(A)?.body ?? {}
      const file = seen(whole, B)
      for (const field of personFields) {
        const [of, and] = [plain(a)[field] ?? null, plain(b)[field] ?? null]
        const there: Json[] = [head[field] ?? null, file.body.merged?.took?.[field]?.was ?? null]
        expect(there.some((value) => sameJson(value, of))).toBe(true)
        expect(sameJson(plain(file.body)[field] ?? null, and)).toBe(true)
      }
    }),
  )
})

/** Somebody's save, written on what they saw at some moment: values of their own, so that none can hide another. */
interface Save {
  of: typeof A | typeof B
  field: 'phone' | 'mobile' | 'aboutMe' | 'accessNeeds' | 'risks'
}

const save: fc.Arbitrary<Save> = fc.record({
  of: fc.constantFrom<typeof A | typeof B>(A, B),
  field: fc.constantFrom('phone', 'mobile', 'aboutMe', 'accessNeeds', 'risks'),
})

/** The edit that a device makes of what it holds, saying `token`. */
function edited(service: Service, { of, field }: Save, token: string): Edit {
  const { body, ...record } = seen(service, of)
  const saying: Partial<ClientBody> =
    field === 'accessNeeds'
      ? { accessNeeds: [...(body.accessNeeds ?? []), token] }
      : field === 'risks'
        ? { risks: [...(body.risks ?? []), { id: token, risk: token }] }
        : { [field]: token }
  const edit = editRecord({ ...record, body }, { ...body, ...saying })
  if (!edit) throw new Error('A token is new')
  return edit
}

type Event = { do: 'save'; save: Save; blind: boolean } | { do: 'merge' | 'apart' | 'over' | 'leave' }

const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('save' as const), save, blind: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('merge' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('apart', 'over', 'leave') }) },
)

/** What somebody does who sees all of it. */
function editsOf(service: Service, act: Exclude<Event['do'], 'save'>): Edit[] {
  const [a, b] = [seen(service, A), seen(service, B)]
  const isMerged = b.body.merged !== undefined
  switch (act) {
    case 'merge': {
      const choices = Object.fromEntries(sideBySide(a, b).map(({ field, choice }) => [field, choice]))
      return isMerged ? [] : mergeFiles({ a, b, along: [] }, choices, author)
    }
    case 'apart':
      return isMerged ? takeApart(a, b).edits : []
    case 'over':
      return takeOver(a, b, lateValues(a, b))
    case 'leave':
      return isMerged ? leaveBe(b, lateValues(a, b)) : []
  }
}

test('edits of either file, before, after and late, in any order: none is lost', () => {
  fc.assert(
    fc.property(anyBody, anyBody, fc.array(event, { maxLength: 10 }), (a, b, events) => {
      const begun = serviceOf(a, b)
      const replaced: { token: string; of: string }[] = []
      let service = begun
      for (const [at, happens] of events.entries()) {
        const edits =
          happens.do === 'save'
            ? [edited(happens.blind ? begun : service, happens.save, `t${at}.`)]
            : editsOf(service, happens.do)
        // Taking apart replaces nothing that anybody wrote.
        if (happens.do !== 'apart') replaced.push(...edits.flatMap(replacedBy))
        service = after(service, edits, `d${at}`)
        const all = JSON.stringify([...service.values()])
        for (const [i, earlier] of events.slice(0, at + 1).entries()) {
          if (earlier.do !== 'save') continue
          const token = `t${i}.`
          const known = replaced.some((one) => one.token === token && one.of === earlier.save.of)
          expect(all.includes(token) || known, `${token} is gone`).toBe(true)
        }
      }
    }),
    { numRuns: 500 },
  )
})

/** What an edit takes the place of: its author saw it there. */
function replacedBy(edit: Edit): { token: string; of: string }[] {
  if (edit.op !== 'edit') return []
  return Object.values(edit.fields).flatMap(({ from, to }) => {
    const stays = JSON.stringify(to)
    return [...JSON.stringify(from).matchAll(/t\d+\./g)]
      .filter(([token]) => !stays.includes(token))
      .map(([token]) => ({ token, of: edit.id }))
  })
}
