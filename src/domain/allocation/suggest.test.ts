import { expect, test } from 'vitest'
import type { ClientBody } from '../client/client.ts'
import type { VisitBody } from '../visit/visit.ts'
import { suggest } from './suggest.ts'

const today = '2026-11-23'
const grace = { id: 'grace', name: 'Grace', team: 't' }
const sam = { id: 'sam', name: 'Sam', team: 't' }

let made = 0
function client(coordinator: string | undefined, postcode = 'DA16 9AB', rest: Partial<ClientBody> = {}) {
  made += 1
  const id = `c${made}`
  const address = { lines: [], postcode }
  const body: ClientBody = { firstName: id, familyName: '', team: 't', status: 'open', address, ...rest }
  return { id, file: id, body: coordinator === undefined ? body : { ...body, coordinator } }
}

function visit(coordinator: string, startsAt: string, status: VisitBody['status'] = 'planned') {
  const body: VisitBody = { startsAt, place: 'home', coordinator, purpose: 'first', status }
  return { id: `${coordinator} ${startsAt}`, file: 'c', body }
}

const someone = client(undefined, 'SE9 2UG')
const of = (work: Parameters<typeof suggest>[2], given = [someone]) =>
  suggest(given, [grace, sam], work, today)

test.each([
  ['fewer files', [client('grace'), client('grace'), client('sam')], [], 'sam', ['fewest-files']],
  ['fewer visits', [], [visit('grace', '2026-11-24T10:00')], 'sam', ['fewest-visits']],
  ['the neighbour', [client('grace', 'se9 1aa'), client('sam')], [], 'grace', ['nearby']],
  ['nothing known: by name', [], [], 'grace', []],
] as const)('%s', (_name, clients, visits, first, reasons) => {
  const [best] = of({ clients, visits })
  expect(best?.id).toBe(first)
  expect(best?.reasons).toEqual(reasons)
})

test('what does not count: closed, declined and merged files, and who is being given away', () => {
  const merged = { merged: { into: 'x', on: today, by: 'mo' } }
  const clients = [
    client('grace'),
    client('grace', undefined, { status: 'waiting' }),
    client('grace', undefined, { status: 'closed' }),
    client('grace', undefined, { status: 'declined' }),
    client('grace', undefined, merged),
  ]
  const graces = (given = [someone]) => of({ clients, visits: [] }, given).find(({ id }) => id === 'grace')
  expect(graces()?.open).toBe(2)
  expect(graces(clients.slice(0, 1))?.open).toBe(1)
})

test.each([
  ['2026-11-22T10:00', 0],
  ['2026-11-23T10:00', 1],
  ['2026-12-06T23:00', 1],
  ['2026-12-07T09:00', 0],
])('a visit on %s counts %d', (startsAt, visits) => {
  expect(of({ clients: [], visits: [visit('sam', startsAt)] }).find(({ id }) => id === 'sam')?.visits).toBe(
    visits,
  )
})

test('a visit that was called off does not count', () => {
  const work = { clients: [], visits: [visit('sam', '2026-11-24T10:00', 'cancelled')] }
  expect(of(work).map(({ visits }) => visits)).toEqual([0, 0])
})

test('neighbours weigh two each and three at most', () => {
  const near = Array.from({ length: 9 }, () => client('grace', 'SE9 2UG'))
  const far = (files: number) => Array.from({ length: files }, () => client('sam'))
  expect(of({ clients: [...near, ...far(2)], visits: [] })[0]?.id).toBe('sam')
  expect(of({ clients: [...near, ...far(4)], visits: [] })[0]?.id).toBe('grace')
})
