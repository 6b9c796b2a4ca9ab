import { expect, test } from 'vitest'
import { callListsOf } from './newLists.ts'

function client(id: string, team: string) {
  return { id, file: id, body: { firstName: id, familyName: '', team, status: 'open' } }
}

test('a list for each team, each with its own people', () => {
  let made = 0
  const newId = () => `l${(made += 1)}`
  const clients = [client('ann', 'north'), client('bob', 'south'), client('cyd', 'north')]
  const lists = callListsOf(clients, { name: ' Winter ', about: ' ', on: '2026-11-23', by: 'mo', newId })
  const body = { name: 'Winter', madeOn: '2026-11-23', madeBy: 'mo', status: 'open' }
  expect(lists).toEqual([
    expect.objectContaining({
      id: 'l1',
      file: null,
      body: { ...body, team: 'north', clients: ['ann', 'cyd'] },
    }),
    expect.objectContaining({ id: 'l2', file: null, body: { ...body, team: 'south', clients: ['bob'] } }),
  ])
})
