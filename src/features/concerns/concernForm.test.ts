import { describe, expect, test } from 'vitest'
import { kinds } from '#domain/kind/kinds.ts'
import { beginConcern, concernEdit, concernProblems, type ConcernForm } from './concernForm.ts'

const ID = '00000000-0000-4000-8000-000000000001'
const CLIENT = '00000000-0000-4000-8000-000000000002'
const form = (typed: Partial<ConcernForm> = {}): ConcernForm => ({
  ...beginConcern(ID, '2026-03-02T10:15'),
  about: 'safeguarding',
  facts: 'No food in the house.',
  ...typed,
})

describe('what has to be there', () => {
  test.each<[Partial<ConcernForm>, string | null, (string | undefined)[]]>([
    [{}, CLIENT, []],
    [{ about: '', facts: ' ' }, CLIENT, ['concern-about', 'field-facts']],
    [{ day: '31/2/2026' }, CLIENT, ['field-day']],
    [{ time: '' }, CLIENT, ['field-day']],
    [{}, null, ['field-name']],
    [{ name: 'A neighbour' }, null, []],
  ])('%j about %s', (typed, client, fields) => {
    expect(concernProblems(form(typed), client).map(({ field }) => field)).toEqual(fields)
  })
})

test('it says what was typed, its author is among its people once, and it fits its kind', () => {
  const typed = {
    people: ['mo', 'grace'],
    toldPerson: 'no',
    ownWords: ' He takes my card. ',
    name: 'not used',
  }
  const now = new Date('2026-03-02T12:00:00.000Z')
  const edit = concernEdit(form(typed), { client: CLIENT, visit: 'v', by: 'grace', now })
  if (edit.op !== 'create') throw new Error('A concern is created')
  expect(edit).toMatchObject({ id: ID, file: CLIENT, kind: 'concern' })
  expect(kinds.concern.body.parse(edit.body)).toEqual({
    about: 'safeguarding',
    at: '2026-03-02T10:15',
    writtenAt: '2026-03-02T12:00:00.000Z',
    by: 'grace',
    people: ['grace', 'mo'],
    facts: 'No food in the house.',
    ownWords: 'He takes my card.',
    toldPerson: false,
    visit: 'v',
  })
})
