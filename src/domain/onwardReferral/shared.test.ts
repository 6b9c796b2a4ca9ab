import { expect, test } from 'vitest'
import { type ClientBody, NO_KNOWN_RISKS } from '../client/client.ts'
import type { OnwardReferralBody } from './onwardReferral.ts'
import { calledIn, formalNameIn, reshared, shareable, sharedOf, sharedParts, type ToShare } from './shared.ts'

const client: ClientBody = {
  firstName: 'Iris',
  familyName: 'Ade',
  title: 'Mrs',
  preferredName: 'Mrs Ade',
  phone: '020 7946 0001',
  email: 'iris@example.org',
  address: { lines: ['1 Made Up Road'], postcode: 'DA7 4XX' },
  nhsNumber: '9990000018',
  dateOfBirth: '1940-01-01',
  aboutMe: 'Told in confidence',
  communicationNeeds: ['Large print'],
  accessNeeds: ['A seat with arms'],
  longTermConditions: ['COPD'],
  risks: [{ id: 'r1', risk: 'A dog', note: 'friendly' }],
  team: 'team',
  status: 'open',
}
const toShare: ToShare = {
  client,
  plan: { whatMatters: 'My garden' },
  reason: ' Company ',
  wellbeing: { total: 41, on: '2026-11-23' },
}

test.each([
  [
    'contact',
    {
      name: 'Mrs Iris Ade',
      address: '1 Made Up Road, DA7 4XX',
      phone: '020 7946 0001',
      email: 'iris@example.org',
    },
  ],
  ['access-needs', ['A seat with arms']],
  ['reason', 'Company'],
  ['what-matters', 'My garden'],
  ['conditions', ['COPD']],
  ['risks', ['A dog: friendly']],
  ['wellbeing-score', { total: 41, on: '2026-11-23' }],
])('of %s just that goes along, and the name to call them by', (part, value) => {
  expect(sharedOf([part], toShare)).toEqual({ called: 'Mrs Ade', [part]: value })
})

test('nothing else of the file goes along, whatever was agreed to', () => {
  const said = JSON.stringify(sharedOf([...shareable, 'nhsNumber', 'aboutMe', 'notes'], toShare))
  for (const never of ['9990000018', '1940-01-01', 'confidence', 'team']) expect(said).not.toContain(never)
  expect(sharedOf([], toShare)).toEqual({ called: 'Mrs Ade' })
})

test('what nobody knows is left out, and that no risks are known is said', () => {
  const bare: ToShare = {
    client: {
      firstName: 'Iris',
      familyName: 'Ade',
      team: 't',
      status: 'open',
      risks: [{ id: 'r', risk: NO_KNOWN_RISKS }],
    },
    plan: null,
    reason: undefined,
    wellbeing: null,
  }
  expect(sharedOf(shareable, bare)).toEqual({
    called: 'Iris',
    contact: { name: 'Iris Ade' },
    risks: ['None known'],
  })
})

const before: OnwardReferralBody = {
  service: 's',
  madeOn: '2026-11-01',
  madeBy: 'grace',
  consent: true,
  status: 'sent',
  reason: 'from before',
  communicationNeeds: ['Braille'],
}

test('communication needs go along always, and are read first', () => {
  const after = reshared(before, ['contact'], toShare)
  expect(after.communicationNeeds).toEqual(['Large print'])
  expect(after.reason).toBeUndefined()
  expect(sharedParts(after).map(({ part }) => part)).toEqual(['communication-needs', 'called', 'contact'])
})

test('each part is read as lines, a score with its day', () => {
  const parts = sharedParts(reshared(before, ['wellbeing-score', 'risks'], toShare))
  expect(parts.find(({ part }) => part === 'wellbeing-score')).toEqual({
    part: 'wellbeing-score',
    lines: ['41 out of 70 (WEMWBS)'],
    on: '2026-11-23',
  })
  expect(parts.find(({ part }) => part === 'risks')?.lines).toEqual(['A dog: friendly'])
  expect(sharedParts({ reason: 'from before' })).toEqual([{ part: 'reason', lines: ['from before'] }])
})

test('the names that were shared, and none where they were not', () => {
  const named = reshared(before, ['contact'], toShare)
  expect([calledIn(named), formalNameIn(named)]).toEqual(['Mrs Ade', 'Mrs Iris Ade'])
  const less = reshared(before, [], toShare)
  expect([calledIn(less), formalNameIn(less)]).toEqual(['Mrs Ade', null])
  expect([calledIn({}), formalNameIn({})]).toEqual([null, null])
})
