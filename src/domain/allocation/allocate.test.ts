import { expect, test } from 'vitest'
import type { ClientBody } from '../client/client.ts'
import { allocate } from './allocate.ts'

const on = '2026-11-23'

function client(id: string, rest: Partial<ClientBody> = {}) {
  const body: ClientBody = { firstName: id, familyName: '', team: 'north', status: 'waiting', ...rest }
  return { id, kind: 'client', version: 1, contested: {}, body }
}

const into = (head: string) => ({ merged: { into: head, on, by: 'mo' } })
const fields = (edits: ReturnType<typeof allocate>) =>
  Object.fromEntries(
    edits.flatMap((edit) =>
      edit.op === 'edit'
        ? [[edit.id, Object.fromEntries(Object.entries(edit.fields).map(([path, { to }]) => [path, to]))]]
        : [],
    ),
  )

test('to a co-ordinator: who, their team and the day, in one edit', () => {
  const ida = client('ida')
  expect(fields(allocate([ida], { team: 'south', coordinator: 'sam', on }, [ida]))).toEqual({
    ida: { team: 'south', coordinator: 'sam', allocatedOn: on },
  })
})

test('to a team: nobody yet, and no day', () => {
  const ida = client('ida', { coordinator: 'grace', allocatedOn: '2026-11-01' })
  expect(fields(allocate([ida], { team: 'south', coordinator: null, on }, [ida]))).toEqual({
    ida: { team: 'south', coordinator: null, allocatedOn: null },
  })
})

test('who has them already keeps them, and keeps the day', () => {
  const ida = client('ida', { coordinator: 'grace', allocatedOn: '2026-11-01' })
  expect(allocate([ida], { team: 'north', coordinator: 'grace', on }, [ida])).toEqual([])
})

test('a merged file follows its head to the team, through another one too, and keeps its own co-ordinator', () => {
  const all = [
    client('head'),
    client('one', { ...into('head'), coordinator: 'grace' }),
    client('two', into('one')),
    client('other'),
    client('of-other', into('other')),
  ]
  expect(fields(allocate(all.slice(0, 1), { team: 'south', coordinator: 'sam', on }, all))).toEqual({
    head: { team: 'south', coordinator: 'sam', allocatedOn: on },
    one: { team: 'south' },
    two: { team: 'south' },
  })
})

test('files that were merged into one another, as two tablets can do, end and stay together', () => {
  const ring = [client('a', into('b')), client('b', into('a'))]
  const edits = allocate(ring.slice(0, 1), { team: 'south', coordinator: null, on }, ring)
  expect(fields(edits)).toEqual({ a: { team: 'south' }, b: { team: 'south' } })
})
