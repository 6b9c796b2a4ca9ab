import { expect, test } from 'vitest'
import type { ClientBody } from '../client/client.ts'
import type { VisitBody } from '../visit/visit.ts'
import { callsDue, promisedDay } from './callsDue.ts'
import type { ContactBody } from './contact.ts'

const today = '2026-11-23'
const caller = { person: 'grace', team: 't', today }

function client(body: Partial<ClientBody>, id = 'c') {
  const whole = { firstName: 'Ida', familyName: 'Marsh', team: 't', coordinator: 'grace', status: 'open' }
  return { id, file: id, body: { ...whole, ...body } }
}

function contact(at: string, body: Partial<ContactBody> = {}, file = 'c') {
  const whole: ContactBody = { at: `${at}T10:00`, by: 'grace', how: 'phone', outcome: 'no-answer' }
  return { id: `${file} ${at}`, file, body: { ...whole, ...body } }
}

function visit(status: VisitBody['status']) {
  const body = { startsAt: '2026-11-25T10:00', place: 'home', coordinator: 'grace', purpose: 'first', status }
  return { id: 'v', file: 'c', body }
}

const due = (
  body: Partial<ClientBody>,
  contacts: ReturnType<typeof contact>[] = [],
  visits: ReturnType<typeof visit>[] = [],
) => callsDue({ clients: [client(body)], contacts, visits }, caller)[0]?.why ?? null

const declined = { status: 'declined', callBackOn: today }
const reached = { outcome: 'reached' as const }

test.each([
  ['declined, the day has come', declined, [], 'call-back'],
  ['declined, the day is tomorrow', { ...declined, callBackOn: '2026-11-24' }, [], null],
  ['declined, tried yesterday', declined, [contact('2026-11-22')], 'call-back'],
  ['declined, tried today', declined, [contact(today)], null],
  [
    'declined, tried, to be tried again later',
    declined,
    [contact('2026-11-22', { nextOn: '2026-11-25' })],
    null,
  ],
  ['promised for today', {}, [contact('2026-11-20', { nextOn: today })], 'promised'],
  ['promised for today, today', {}, [contact(today, { nextOn: today })], 'promised'],
  ['promised for last week', {}, [contact('2026-11-10', { nextOn: '2026-11-16' })], 'promised'],
  ['promised, and rung since', {}, [contact('2026-11-10', { nextOn: today }), contact('2026-11-20')], null],
  ['promised, and closed since', { status: 'closed' }, [contact('2026-11-10', { nextOn: today })], null],
  ['waiting, never tried', { status: 'waiting' }, [], 'first'],
  ['waiting, tried yesterday', { status: 'waiting' }, [contact('2026-11-22')], 'first'],
  ['waiting, tried today', { status: 'waiting' }, [contact(today)], null],
  ['waiting, reached', { status: 'waiting' }, [contact('2026-11-20', reached)], null],
  ['open, nothing promised', {}, [], null],
  ['a colleague’s', { ...declined, coordinator: 'sam' }, [], null],
  ['merged into another', { ...declined, merged: { into: 'x', on: today, by: 'mo' } }, [], null],
] as const)('%s: %s', (_name, body, contacts, why) => {
  expect(due(body, [...contacts])).toBe(why)
})

test('a planned visit makes a first call needless; one that was called off does not', () => {
  expect(due({ status: 'waiting' }, [], [visit('planned')])).toBeNull()
  expect(due({ status: 'waiting' }, [], [visit('cancelled')])).toBe('first')
})

test('whom nobody has is for the team to ask again, but not theirs to ring first', () => {
  const nobodys = (body: Partial<ClientBody>, team: string | null) => {
    const { coordinator: _nobody, ...rest } = client(body).body
    const clients = [{ id: 'c', file: 'c', body: rest }]
    return callsDue({ clients, contacts: [], visits: [] }, { ...caller, team }).length
  }
  expect(nobodys(declined, 't')).toBe(1)
  expect(nobodys(declined, 'another')).toBe(0)
  expect(nobodys({ status: 'waiting' }, 't')).toBe(0)
})

test('promises first, then the longest due; tries are counted since they were reached', () => {
  const clients = [
    client({ status: 'waiting' }, 'new'),
    client(declined, 'back'),
    client({ ...declined, callBackOn: '2026-11-01' }, 'long'),
    client({}, 'promised'),
  ]
  const contacts = [
    contact('2026-11-10', reached, 'promised'),
    contact('2026-11-11', {}, 'promised'),
    contact('2026-11-12', { nextOn: today }, 'promised'),
  ]
  const found = callsDue({ clients, contacts, visits: [] }, caller)
  expect(found.map((one) => one.client)).toEqual(['promised', 'long', 'back', 'new'])
  expect(found[0]?.tried).toBe(2)
  expect(promisedDay(contacts)).toBe(today)
})
