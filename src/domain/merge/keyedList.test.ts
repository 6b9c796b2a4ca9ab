import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settleContested } from '../change/write.ts'
import { type Json, type JsonObject, sameJson } from '../json.ts'
import { openContested, openQuestions, type StoredRecord } from '../record/record.ts'
import { valueAt } from './field.ts'
import { elementsOf } from './keyedList.ts'
import { editOf, merge, recordOf, RULES, sense, stampOf, wellKeyed } from './nasty.fixture.ts'
import { segmentsOf } from './path.ts'

const X = { id: 'x', status: 'to-do', what: 'walk' }
const Y = { id: 'y', status: 'to-do', what: 'swim' }
const RECORD = recordOf({ steps: [X, Y] })

/** An edit of the whole list, as a form writes it, by one who saw `from`. */
function write(record: StoredRecord, to: Json, by: string, from: Json = [X, Y]): StoredRecord {
  return merge(record, editOf({ steps: { from, to } }), stampOf(by, `device of ${by}`))
}

const stepsOf = (record: StoredRecord) => record.body['steps']
const answer = (record: StoredRecord, path: string, to: Json) =>
  merge(record, settleContested(record, path, valueAt(record, path, RULES), to), stampOf('s', 'ds'))

describe('a keyed list, by the table', () => {
  it('merges two elements that two people changed', () => {
    const done = write(RECORD, [{ ...X, status: 'done' }, Y], 'a')
    expect(stepsOf(write(done, [X, { ...Y, status: 'done' }], 'b'))).toEqual([
      { ...X, status: 'done' },
      { ...Y, status: 'done' },
    ])
  })

  it('merges two fields of one element', () => {
    const done = write(RECORD, [{ ...X, status: 'done' }, Y], 'a')
    expect(stepsOf(write(done, [{ ...X, what: 'run' }, Y], 'b'))).toEqual([
      { id: 'x', status: 'done', what: 'run' },
      Y,
    ])
  })

  it('contests one field of one element, and nothing around it', () => {
    const done = write(RECORD, [{ ...X, status: 'done' }, Y], 'a')
    const after = write(done, [{ ...X, status: 'dropped', what: 'run' }, Y], 'b')
    expect(stepsOf(after)).toEqual([{ id: 'x', status: 'done', what: 'run' }, Y])
    expect(openQuestions(after)).toEqual(['steps/x/status'])
  })

  it('adds what both added, and takes away what either took', () => {
    const a = write(RECORD, [X, Y, { id: 'a' }], 'a')
    expect(stepsOf(write(a, [Y, { id: 'b' }], 'b'))).toEqual([Y, { id: 'a' }, { id: 'b' }])
  })

  it('changed by one, taken away by the other: contested with the whole element, whichever comes first', () => {
    const changed = { ...X, status: 'done' }
    const kept = write(write(RECORD, [changed, Y], 'a'), [Y], 'b')
    expect(stepsOf(kept)).toEqual([changed, Y])
    expect(openContested(kept, 'steps/x')).toMatchObject([{ change: 'b', from: X, to: null }])
    const gone = write(write(RECORD, [Y], 'b'), [changed, Y], 'a')
    expect(stepsOf(gone)).toEqual([Y])
    expect(openContested(gone, 'steps/x')).toMatchObject([{ change: 'a', from: X, to: changed }])
  })

  it('settling puts the element back, or takes it away', () => {
    const changed = { ...X, status: 'done' }
    const gone = write(write(RECORD, [Y], 'b'), [changed, Y], 'a')
    expect(stepsOf(answer(gone, 'steps/x', changed))).toEqual([Y, changed])
    expect(stepsOf(answer(gone, 'steps/x', null))).toEqual([Y])
    const kept = write(write(RECORD, [changed, Y], 'a'), [Y], 'b')
    expect(stepsOf(answer(kept, 'steps/x', null))).toEqual([Y])
    expect(openQuestions(answer(kept, 'steps/x', null))).toEqual([])
  })

  it('both added one of the same key: field by field', () => {
    const a = write(RECORD, [X, Y, { id: 'n', status: 'to-do', what: 'knit' }], 'a')
    const b = write(a, [X, Y, { id: 'n', status: 'done', by: 'me' }], 'b')
    expect(stepsOf(b)).toEqual([X, Y, { id: 'n', status: 'to-do', what: 'knit', by: 'me' }])
    expect(openQuestions(b)).toEqual(['steps/n/status'])
  })

  it('of two reorderings the first stays; nothing is contested', () => {
    const a = write(RECORD, [Y, X], 'a')
    const b = write(a, [Y, { ...X, status: 'done' }], 'b')
    expect(stepsOf(b)).toEqual([Y, { ...X, status: 'done' }])
    expect(openQuestions(write(b, [X, Y], 'c', [Y, X]))).toEqual([])
  })

  it('the list as a whole taken away leaves what its author did not see', () => {
    const more = write(RECORD, [X, Y, { id: 'n' }], 'a')
    expect(stepsOf(write(more, null, 'b'))).toEqual([{ id: 'n' }])
  })

  const malformed: Json[] = [[{ status: 'no key' }], [X, X], ['text'], 'text', [{ id: 7 }]]
  it.each(malformed)('%j has no keys: contested as a whole', (list) => {
    const other = write(RECORD, [X], 'a')
    const after = write(other, list, 'b')
    expect(stepsOf(after)).toEqual([X])
    expect(openContested(after, 'steps')).toMatchObject([{ to: list }])
    expect(elementsOf(list, 'id')).toBeNull()
  })

  it('without keys, a question at an element is kept with its own words, not written', () => {
    const broken = write(RECORD, [{ status: 'no key' }], 'a')
    const element = { id: 'n', status: 'done' }
    const after = merge(broken, editOf({ 'steps/n': { from: null, to: element } }), stampOf('b'))
    expect(stepsOf(after)).toEqual([{ status: 'no key' }])
    expect(openContested(after, 'steps/n')).toMatchObject([{ from: null, to: element }])
  })

  it.each([
    ['steps/x', { ...X, id: 'y' }],
    ['steps/x', 'text'],
    ['steps/x/id', 'y'],
  ])('%s never becomes another element: %j is contested', (path, to) => {
    const after = merge(RECORD, editOf({ [path]: { from: valueAt(RECORD, path, RULES), to } }), stampOf('b'))
    expect(stepsOf(after)).toEqual([X, Y])
    expect(openQuestions(after)).toEqual([path])
  })
})

describe('an element with open questions that is taken away', () => {
  const done = write(RECORD, [{ ...X, status: 'done', what: 'run' }, Y], 'a')
  const asked = write(done, [{ ...X, status: 'dropped', what: 'cycle' }, Y], 'b')
  const gone = write(asked, [Y], 'c', [{ ...X, status: 'done', what: 'run' }, Y])

  it('takes them up to the element, what one change said as one value', () => {
    expect(openQuestions(gone)).toEqual(['steps/x'])
    expect(openContested(gone, 'steps/x')).toMatchObject([
      {
        change: 'b',
        from: { id: 'x', status: 'done', what: 'run' },
        to: { id: 'x', status: 'dropped', what: 'cycle' },
      },
    ])
  })

  it('comes back whole when one is chosen', () => {
    const whole = { id: 'x', status: 'dropped', what: 'cycle' }
    const back = answer(gone, 'steps/x', whole)
    expect(stepsOf(back)).toEqual([Y, whole])
    expect(openQuestions(back)).toEqual([])
  })

  it('an answer to the old question, given meanwhile, is asked about as the whole element', () => {
    const late = settleContested(asked, 'steps/x/status', 'done', 'dropped')
    const after = merge(gone, late, stampOf('s', 'ds'))
    expect(stepsOf(after)).toEqual([Y])
    expect(openContested(after, 'steps/x')).toMatchObject([
      { change: 'b', to: { id: 'x', status: 'dropped', what: 'cycle' } },
      { change: 's', to: { id: 'x', status: 'dropped', what: 'run' } },
    ])
  })

  it('an answer to leave the old question as it is leaves the element away', () => {
    const cleared = write(RECORD, [{ id: 'x', what: 'walk' }, Y], 'a')
    const question = write(cleared, [{ ...X, status: 'done' }, Y], 'b')
    const away = write(question, [Y], 'c', [{ id: 'x', what: 'walk' }, Y])
    const after = merge(away, settleContested(question, 'steps/x/status', null, null), stampOf('s', 'ds'))
    expect(stepsOf(after)).toEqual([Y])
    expect(openQuestions(after)).toEqual([])
  })

  it('two values of one change stay two values', () => {
    const again = merge(asked, editOf({ 'steps/x/status': { from: 'planned', to: 'doing' } }), stampOf('b'))
    const away = write(again, [Y], 'c', [{ ...X, status: 'done', what: 'run' }, Y])
    expect(openContested(away, 'steps/x').map(({ to }) => to)).toMatchObject([
      { status: 'dropped', what: 'cycle' },
      { status: 'doing', what: 'run' },
    ])
  })

  it('a half element is never made from an edit of one of its fields', () => {
    const after = merge(RECORD, editOf({ 'steps/z/what': { from: null, to: 'sing' } }), stampOf('b'))
    expect(stepsOf(after)).toEqual([X, Y])
    expect(openContested(after, 'steps/z')).toMatchObject([{ to: { id: 'z', what: 'sing' } }])
  })

  it('a settled one can still be reopened, now as the whole element', () => {
    const settled = answer(asked, 'steps/x/what', 'run')
    const now = [{ ...X, status: 'done', what: 'run' }, Y]
    const away = write(settled, [Y], 'c', now)
    const reopen = editOf({ 'steps/x/what': { from: 'run', to: 'run', reopens: ['b'] } })
    const values = openContested(merge(away, reopen, stampOf('u', 'du')), 'steps/x').map(({ to }) => to)
    expect(values).toContainEqual({ ...X, status: 'done', what: 'cycle' })
  })
})

describe('agreement inside a list', () => {
  it('settles a question of an element when a form writes the list with that value', () => {
    const done = write(RECORD, [{ ...X, status: 'done' }, Y], 'a')
    const asked = write(done, [{ ...X, status: 'dropped' }, Y], 'b')
    const now = [{ ...X, status: 'done' }, Y]
    expect(openQuestions(write(asked, [{ ...X, status: 'dropped' }, Y], 'c', now))).toEqual([])
  })
})

describe('a keyed list, by law', () => {
  const list = wellKeyed
  const at = (value: Json | undefined, id: string): JsonObject | undefined =>
    elementsOf(value ?? null, 'id')?.get(id)

  it('two authors of one base: in either order the same elements where only one of them changed something', () => {
    fc.assert(
      fc.property(list, list, list, (base, a, b) => {
        const start = recordOf({ steps: base })
        const ab = write(write(start, a, 'a', base), b, 'b', base)
        const ba = write(write(start, b, 'b', base), a, 'a', base)
        const ids = [...base, ...a, ...b].map(idOf)
        const untouched = ids.filter((id) => [a, b].some((side) => sameJson(at(side, id), at(base, id))))
        expect(untouched.filter((id) => !sameJson(at(stepsOf(ab), id), at(stepsOf(ba), id)))).toEqual([])
        expect(contestedIds(ab)).toEqual(contestedIds(ba))
      }),
      { numRuns: 300 },
    )
  })

  it('commutes altogether where the authors changed different elements', () => {
    fc.assert(
      fc.property(list, list, list, (base, a, b) => {
        const [evens, odds] = [mix(base, a, ['x', '', 'a/b']), mix(base, b, ['y', '__proto__'])]
        const start = recordOf({ steps: base })
        const ab = write(write(start, evens, 'a', base), odds, 'b', base)
        const ba = write(write(start, odds, 'b', base), evens, 'a', base)
        expect(openQuestions(ab)).toEqual([])
        expect(sense({ ...ab, written: {} })).toEqual(sense({ ...ba, written: {} }))
      }),
      { numRuns: 300 },
    )
  })
})

function contestedIds({ contested }: StoredRecord): Set<string | undefined> {
  return new Set(Object.keys(contested).map((path) => segmentsOf(path)[1]))
}

function idOf({ id }: JsonObject): string {
  return typeof id === 'string' ? id : ''
}

/** The base with the elements of those ids as another list has them. */
function mix(base: JsonObject[], other: JsonObject[], ids: string[]): JsonObject[] {
  const isOf = (it: JsonObject) => ids.includes(idOf(it))
  return [...base.filter((it) => !isOf(it)), ...other.filter(isOf)]
}
