import { expect, test } from 'vitest'
import type { ClientBody } from '../client/client.ts'
import type { ContactBody } from '../contact/contact.ts'
import { nextOn, numbersOf, peopleOn, tally } from './calling.ts'

function client(id: string, rest: Partial<ClientBody> = {}) {
  const body: ClientBody = { firstName: id, familyName: '', team: 't', status: 'open', phone: '1', ...rest }
  return { id, file: id, body }
}

function call(file: string, outcome: ContactBody['outcome'], at = '10:00', callList = 'l') {
  const body: ContactBody = { at: `2026-11-23T${at}`, by: 's', how: 'phone', outcome, callList }
  return { id: `${file} ${at}`, file, body }
}

const list = (...clients: string[]) => ({
  id: 'l',
  file: null,
  body: { name: 'Winter', team: 't', clients, madeOn: '2026-11-20', madeBy: 's', status: 'open' },
})

test.each([
  ['nobody has called', [], {}, 'to-call'],
  ['no answer', [call('ida', 'no-answer')], {}, 'try-again'],
  ['a message', [call('ida', 'left-message')], {}, 'try-again'],
  ['spoken to', [call('ida', 'reached')], {}, 'spoken'],
  ['spoken to, then not reached', [call('ida', 'reached'), call('ida', 'no-answer', '11:00')], {}, 'spoken'],
  ['does not want it', [call('ida', 'declined')], {}, 'spoken'],
  ['wrong number', [call('ida', 'wrong-number')], {}, 'no-way'],
  ['no number', [], { phone: undefined }, 'no-way'],
  ['called from another list', [call('ida', 'reached', '10:00', 'other')], {}, 'to-call'],
  ['closed since', [], { status: 'closed' }, 'away'],
] as const)('%s: %s', (_name, calls, rest, standing) => {
  expect(peopleOn(list('ida'), [client('ida', rest)], [...calls])[0]?.standing).toBe(standing)
})

test('whose file was merged since is called as the person of the other one, once', () => {
  const merged = { ...client('idas'), file: 'ida' }
  const people = peopleOn(list('idas', 'ida'), [client('ida'), merged], [call('ida', 'no-answer')])
  expect(people).toMatchObject([{ id: 'ida', client: { id: 'ida' }, standing: 'try-again' }])
})

test('whose file is not here is away', () => {
  expect(peopleOn(list('gone'), [], [])[0]).toMatchObject({ client: null, standing: 'away' })
})

const clients = ['ann', 'bob', 'cyd'].map((id) => client(id))
const order = (calls: ReturnType<typeof call>[], skipped: string[] = []) => {
  const people = peopleOn(list('cyd', 'ann', 'bob', 'ann'), clients, calls)
  return nextOn(people, skipped)?.id ?? null
}

test.each([
  ['by name', [], [], 'ann'],
  ['whom nobody called before who was not reached', [call('ann', 'no-answer')], [], 'bob'],
  ['skipped comes last', [], ['ann', 'bob'], 'cyd'],
  ['skipped first comes back first', [], ['bob', 'ann', 'cyd'], 'bob'],
  [
    'not reached comes back, the longest ago first',
    [call('ann', 'no-answer', '10:30'), call('bob', 'no-answer'), call('cyd', 'reached')],
    [],
    'bob',
  ],
  ['everybody was spoken to', ['ann', 'bob', 'cyd'].map((id) => call(id, 'reached')), [], null],
] as const)('%s', (_name, calls, skipped, next) => {
  expect(order([...calls], [...skipped])).toBe(next)
})

test('called, of how many, and spoken to', () => {
  const calls = [call('ann', 'no-answer'), call('bob', 'reached')]
  expect(tally(peopleOn(list('ann', 'bob', 'cyd', 'gone'), clients, calls))).toEqual({
    called: 2,
    of: 3,
    spoken: 1,
  })
})

test('the mobile first, none twice', () => {
  expect(numbersOf({ mobile: '07700 900001', phone: '020 7946 0001' })).toEqual([
    '07700 900001',
    '020 7946 0001',
  ])
  expect(numbersOf({ mobile: '1', phone: '1' })).toEqual(['1'])
  expect(numbersOf({ phone: ' ' })).toEqual([])
})
