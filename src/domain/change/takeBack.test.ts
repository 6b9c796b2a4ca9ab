import { expect, test } from 'vitest'
import type { ClientBody } from '../client/client.ts'
import { takenBack } from './takeBack.ts'
import { createRecord, editRecord, removeRecord } from './write.ts'

const before: ClientBody = { firstName: 'Ida', familyName: 'Marsh', team: 't', status: 'waiting' }
const seen = { id: 'c', kind: 'client', version: 1, contested: {}, body: before }

test('what was changed goes back, what was added goes, the last first', () => {
  const edit = editRecord(seen, { ...before, coordinator: 'grace' })
  const note = createRecord('note', 'n', 'c', { text: 'Rang', at: '2026-11-23T10:00:00Z', author: 'grace' })
  expect(
    takenBack(
      [edit, note].filter((one) => one !== null),
      'Taken back',
    ),
  ).toEqual([
    expect.objectContaining({ op: 'remove', id: 'n', reason: 'Taken back' }),
    expect.objectContaining({ op: 'edit', fields: { coordinator: { from: 'grace', to: null } } }),
  ])
})

test('taking back twice is doing it again', () => {
  const edit = editRecord(seen, { ...before, status: 'open', openedOn: '2026-11-23' })
  if (!edit) throw new Error('Nothing was changed')
  expect(takenBack(takenBack([edit], 'no'), 'no')).toEqual([edit])
})

test('a removal is not taken back like this', () => {
  expect(() => takenBack([removeRecord(seen, 'why')], 'no')).toThrow('remove')
})
