import { describe, expect, it } from 'vitest'
import type { Edit } from '../change/change.ts'
import type { Json } from '../json.ts'
import { openContested, openQuestions } from '../record/record.ts'
import { mergeEdit } from './merge.ts'
import { editOf, merge, recordOf, RULES, stampOf, TARGET } from './nasty.fixture.ts'

const RECORD = recordOf({ phone: '1', tags: ['a'], steps: [{ id: 'x', status: 'to-do', what: 'walk' }] })
const removal = (seen = RECORD.body, reason = 'moved'): Edit => ({ op: 'remove', ...TARGET, reason, seen })
const restore: Edit = { op: 'restore', ...TARGET }

function outcomeOf(record: typeof RECORD, edit: Edit, change = 'c', device = 'd1') {
  const merged = mergeEdit(record, edit, stampOf(change, device), RULES)
  if (!merged.ok) throw new Error(merged.error)
  return merged.value
}

describe('a field, by the table', () => {
  const rows: [title: string, from: Json, to: Json, value: Json, contested: Json[]][] = [
    ['equals `from`: becomes `to`', '1', '2', '2', []],
    ['equals `from`, cleared', '1', null, null, []],
    ['equals `to`: agreed', '0', '1', '1', []],
    ['differs: contested', '0', '2', '1', ['2']],
    ['differs, cleared: contested', '0', null, '1', [null]],
    ['nothing edited: nothing', '0', '0', '1', []],
  ]
  it.each(rows)('%s', (_, from, to, value, contested) => {
    const { record, outcome } = outcomeOf(RECORD, editOf({ phone: { from, to } }))
    expect(record.body['phone'] ?? null).toEqual(value)
    expect(openContested(record, 'phone').map((it) => it.to)).toEqual(contested)
    expect(outcome).toBe(contested.length > 0 ? 'contested' : 'applied')
  })

  it('keeps author, device, time and base beside a contested value', () => {
    const { record } = outcomeOf(RECORD, editOf({ phone: { from: '0', to: '2' } }))
    expect(record.contested).toEqual({ phone: [{ ...stampOf('c'), from: '0', to: '2' }] })
  })

  it('holds as many values beside one as there are', () => {
    const two = merge(RECORD, editOf({ phone: { from: '0', to: '2' } }), stampOf('a', 'd1'))
    const three = merge(two, editOf({ phone: { from: '0', to: '3' } }), stampOf('b', 'd2'))
    expect(openContested(three, 'phone').map((it) => it.to)).toEqual(['2', '3'])
  })

  it('an author goes on from their own contested value', () => {
    const contested = merge(RECORD, editOf({ phone: { from: '0', to: '2' } }), stampOf('a', 'd1'))
    const on = merge(contested, editOf({ phone: { from: '2', to: '3' } }), stampOf('b', 'd1'))
    expect(openContested(on, 'phone')).toEqual([{ ...stampOf('b', 'd1'), from: '0', to: '3' }])
  })

  it('another device whose base reads the same does not replace a value that it never saw', () => {
    const contested = merge(RECORD, editOf({ phone: { from: '0', to: '2' } }), stampOf('a', 'd1'))
    const on = merge(contested, editOf({ phone: { from: '2', to: '3' } }), stampOf('b', 'd2'))
    expect(openContested(on, 'phone').map((it) => it.to)).toEqual(['2', '3'])
  })

  it('an author who arrives at what the record says leaves no question behind', () => {
    const contested = merge(RECORD, editOf({ phone: { from: '0', to: '2' } }), stampOf('a', 'd1'))
    const arrived = merge(contested, editOf({ phone: { from: '2', to: '1' } }), stampOf('b', 'd1'))
    expect(openQuestions(arrived)).toEqual([])
    expect(arrived.contested['phone']?.[0]).toMatchObject({ to: '2', settled: { change: 'b' } })
  })

  it('a second value of the same change is not taken for the first one sent again', () => {
    const once = merge(RECORD, editOf({ phone: { from: '0', to: '2' } }), stampOf('c'))
    const both = merge(once, editOf({ phone: { from: '5', to: '6' } }), stampOf('c'))
    expect(openContested(both, 'phone').map((it) => it.to)).toEqual(['2', '6'])
  })

  it.each(['', '__proto__', 'constructor', 'a/b', 'a~b', '~2'])(
    'a field called %j is only a field',
    (name) => {
      const named = Object.fromEntries([[name, '1']])
      const edit: Edit = { op: 'create', ...TARGET, file: null, body: Object.fromEntries([[name, '2']]) }
      const record = merge(recordOf({}), { ...edit, body: named }, stampOf('a'))
      const contested = merge(record, edit, stampOf('b'))
      expect(Object.entries(record.body)).toEqual([[name, '1']])
      expect(Object.values(contested.contested).flat()).toEqual([{ ...stampOf('b'), from: null, to: '2' }])
    },
  )

  it('a path deeper than this version goes is kept beside, never guessed at', () => {
    const { record } = outcomeOf(RECORD, editOf({ 'steps/x/status/deep': { from: 'to-do', to: '2' } }))
    expect(record.body).toEqual(RECORD.body)
    expect(openQuestions(record)).toEqual(['steps/x/status/deep'])
  })
})

describe('creating', () => {
  const create: Edit = { op: 'create', ...TARGET, file: null, body: { phone: '1', extra: { a: null } } }

  it('begins a record, to the letter', () => {
    expect(mergeEdit(null, create, stampOf('c'), RULES)).toEqual({
      ok: true,
      value: { outcome: 'applied', record: recordOf({ phone: '1', extra: { a: null } }) },
    })
  })

  it('what is there already edits it from nothing: what is new is added, what differs is contested', () => {
    const { record, outcome } = outcomeOf(RECORD, {
      ...create,
      body: { phone: '2', name: 'Ade', tags: ['b'] },
    })
    expect(record.body).toMatchObject({ phone: '1', name: 'Ade', tags: ['a', 'b'] })
    expect(openQuestions(record)).toEqual(['phone'])
    expect(outcome).toBe('contested')
  })

  it.each([editOf({ phone: { from: '1', to: '2' } }), removal(), restore])(
    'is needed before anything else: $op',
    (edit) => {
      expect(mergeEdit(null, edit, stampOf('c'), RULES)).toEqual({ ok: false, error: 'unknownRecord' })
    },
  )
})

describe('removing', () => {
  const edited = merge(RECORD, editOf({ phone: { from: '1', to: '2' } }), stampOf('edit', 'd2'))
  const question = openContested(merge(edited, removal(), stampOf('gone')), '')

  it('what the author saw leaves a tombstone with who, when and why', () => {
    const { record, outcome } = outcomeOf(RECORD, removal())
    expect(record.deleted).toEqual({ ...stampOf('c'), reason: 'moved' })
    expect(record.body).toEqual(RECORD.body)
    expect(outcome).toBe('applied')
  })

  it('what the author did not see is contested, and the record stays', () => {
    const { record, outcome } = outcomeOf(edited, removal(), 'gone')
    expect(record.deleted).toBeNull()
    expect(question).toEqual([{ ...stampOf('gone'), from: null, to: { removed: true, reason: 'moved' } }])
    expect(outcome).toBe('contested')
  })

  it('a record with a question that nobody has answered is contested too', () => {
    const asked = merge(RECORD, editOf({ phone: { from: '0', to: '2' } }), stampOf('edit', 'd2'))
    expect(merge(asked, removal(), stampOf('gone')).deleted).toBeNull()
  })

  it('an edit that comes after it is contested on the tombstone and revives nothing', () => {
    const gone = merge(RECORD, removal(), stampOf('gone'))
    const { record, outcome } = outcomeOf(gone, editOf({ phone: { from: '1', to: '2' } }), 'edit', 'd2')
    expect(record.deleted).toEqual(gone.deleted)
    expect(openContested(record, 'phone').map((it) => it.to)).toEqual(['2'])
    expect(outcome).toBe('contested')
  })

  it('twice is agreed, and the second reason is kept', () => {
    const gone = merge(RECORD, removal(), stampOf('a'))
    const { record, outcome } = outcomeOf(gone, removal(RECORD.body, 'entered twice'), 'b', 'd2')
    expect(record.deleted?.reason).toBe('moved')
    expect(record.contested['']?.[0]).toMatchObject({
      to: { reason: 'entered twice' },
      settled: { change: 'b' },
    })
    expect(outcome).toBe('applied')
  })

  it('somebody else asking for it too is no obstacle once everything has been seen', () => {
    const asked = merge(edited, removal(), stampOf('a'))
    const gone = merge(asked, removal(edited.body), stampOf('b', 'd2'))
    expect(gone.deleted?.change).toBe('b')
    expect(openQuestions(gone)).toEqual([])
  })

  it('an edit and its undoing meanwhile leave what the author saw', () => {
    const back = merge(edited, editOf({ phone: { from: '2', to: '1' } }), stampOf('back', 'd2'))
    expect(merge(back, removal(), stampOf('gone')).deleted).not.toBeNull()
  })

  it('restoring takes the tombstone away, keeps its words, and asks about what came meanwhile', () => {
    const gone = merge(RECORD, removal(), stampOf('gone'))
    const late = merge(gone, editOf({ phone: { from: '1', to: '2' } }), stampOf('edit', 'd2'))
    const back = merge(late, restore, stampOf('back', 'd3'))
    expect(back).toMatchObject({ deleted: null, body: RECORD.body })
    expect(openQuestions(back)).toEqual(['phone'])
    expect(back.contested['']?.[0]).toMatchObject({ change: 'gone', settled: { change: 'back' } })
  })

  it('a removal made in ignorance of a restoration is contested; one that knows of it is not', () => {
    const back = merge(merge(RECORD, removal(), stampOf('gone')), restore, stampOf('back', 'd3'))
    expect(merge(back, removal(), stampOf('again', 'd2')).deleted).toBeNull()
    const knowing: Edit = { op: 'remove', ...TARGET, reason: 'twice', seen: RECORD.body, knows: ['gone'] }
    expect(merge(back, knowing, stampOf('again', 'd2')).deleted?.reason).toBe('twice')
  })

  it('undone by its own author while it was only contested, it is withdrawn', () => {
    const asked = merge(edited, removal(), stampOf('gone', 'd1'))
    expect(openQuestions(merge(asked, restore, stampOf('back', 'd1')))).toEqual([])
    expect(openQuestions(merge(asked, restore, stampOf('back', 'd2')))).toEqual([''])
  })
})

describe('a record of a newer version, a kind that nobody knows', () => {
  it('keeps its version and all that an edit does not touch', () => {
    const newer = recordOf({ phone: '1', later: [{ odd: true }], enumerated: 'no-such-code' }, { version: 9 })
    const after = merge(newer, editOf({ phone: { from: '1', to: '2' } }), stampOf('c'), {})
    expect(after).toMatchObject({ version: 9, body: { ...newer.body, phone: '2' } })
  })

  it('keeps its older version when an edit is newer: what was not edited is still to be brought up', () => {
    const edit: Edit = { ...TARGET, version: 3, op: 'edit', fields: { tel: { from: null, to: '2' } } }
    expect(merge(recordOf({ phone: '1' }), edit, stampOf('c')).version).toBe(1)
  })
})
