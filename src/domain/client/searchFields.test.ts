import { expect, test } from 'vitest'
import type { ClientBody } from './client.ts'
import { matchesNumber, readQuery, searchFields } from './searchFields.ts'

const client: ClientBody = {
  firstName: 'Ida',
  familyName: 'Marsh',
  preferredName: 'Nan',
  nhsNumber: '999 000 0018',
  phone: '020 8303 0123',
  mobile: '+44 7700 900123',
  address: { lines: ['1 Example Road'], postcode: 'DA16 1AA' },
  team: 't',
  status: 'open',
}
const found = (typed: string) => matchesNumber(searchFields(client), readQuery(typed))

test.each(['9990000018', '999 000', '020 83030123', '07700 900 123', '+44 7700', '(020) 8303', '0123'])(
  'found by %s',
  (typed) => expect(found(typed)).toBe(true),
)

test.each(['DA16 1AA', 'da16', 'DA161', 'da1 6'])('found by postcode %s', (typed) =>
  expect(found(typed)).toBe(true),
)

test.each(['99', 'DA15', '0770 0900 999', 'Marsh'])('not found by %s as a number', (typed) =>
  expect(found(typed)).toBe(false),
)

test('names are words, a district is a postcode', () => {
  expect(readQuery(' marsh ida ')).toEqual({ by: 'words', text: 'marsh ida' })
  expect(readQuery('se9')).toEqual({ by: 'postcode', text: 'SE9' })
  expect(readQuery('  ')).toEqual({ by: 'nothing' })
  expect(searchFields(client).names).toBe('Nan Ida Marsh')
})
