import { describe, expect, test } from 'vitest'
import type { ClientBody } from '../client/client.ts'
import { emergencyContacts, mirrored, peopleAround } from './around.ts'
import type { RelatedPersonBody } from './relatedPerson.ts'

const client = (id: string, firstName: string, rest: Partial<ClientBody> = {}) => ({
  id,
  file: id,
  body: { firstName, familyName: 'Marsh', team: 't', status: 'open', ...rest },
})
const related = (id: string, file: string, body: Partial<RelatedPersonBody>) => ({
  id,
  file,
  body: { name: id, roles: [], ...body },
})
const ida = client('ida', 'Ida', { mobile: '07700 900001' })
const tom = client('tom', 'Tom')
const files = new Map([ida, tom].map((file) => [file.id, file]))

const roles = ['carer', 'cared-for', 'household', 'emergency-contact', 'next-of-kin', 'professional', 'newer']

test.each(roles)('%s, seen from the other side of the other side, is itself', (role) => {
  expect(mirrored(mirrored(role))).toBe(role)
})

describe('seen from both sides', () => {
  const records = [related('r', 'ida', { name: 'Tom Marsh', roles: ['carer', 'household'], client: 'tom' })]

  test('who is named in a file stands in it, with their own file', () => {
    expect(peopleAround(ida, records, files)).toMatchObject([
      { said: 'here', name: 'Tom Marsh', roles: ['carer', 'household'], file: 'tom' },
    ])
  })

  test('and whose file it is stands in theirs, as what they are to them', () => {
    expect(peopleAround(tom, records, files)).toMatchObject([
      {
        said: 'there',
        name: 'Ida Marsh',
        roles: ['cared-for', 'household'],
        file: 'ida',
        phone: '07700 900001',
      },
    ])
  })

  test('where both files name each other it is one person, with the roles that either says', () => {
    const both = [...records, related('s', 'tom', { name: 'Gran', roles: ['next-of-kin'], client: 'ida' })]
    expect(peopleAround(tom, both, files)).toMatchObject([
      { id: 's', said: 'here', name: 'Gran', roles: ['next-of-kin', 'cared-for', 'household'] },
    ])
    expect(peopleAround(ida, both, files)).toMatchObject([
      { id: 'r', roles: ['carer', 'household', 'next-of-kin-of'] },
    ])
  })

  test('named twice in one file it is still one person', () => {
    const twice = [...records, related('s', 'ida', { name: 'Tom', roles: ['next-of-kin'], client: 'tom' })]
    expect(peopleAround(tom, twice, files)).toMatchObject([
      { name: 'Ida Marsh', roles: ['cared-for', 'household', 'next-of-kin-of'] },
    ])
  })

  test('a file that is not on the device gives no name away', () => {
    expect(peopleAround(tom, [related('r', 'gone', { roles: ['carer'], client: 'tom' })], files)).toEqual([])
  })

  test('the files of others stay out of it', () => {
    expect(peopleAround(tom, [related('r', 'ida', { roles: ['carer'] })], files)).toEqual([])
  })
})

describe('whom to ring', () => {
  const contact = { emergencyContact: { name: 'Karen Marsh', relation: 'daughter', phone: '07700 900002' } }

  test('the contact among the details is one of the people around', () => {
    const people = peopleAround(client('ida', 'Ida', contact), [], files)
    expect(people).toMatchObject([{ said: 'details', name: 'Karen Marsh', roles: ['emergency-contact'] }])
    expect(emergencyContacts(people)).toEqual(people)
  })

  test('once there is a record of them it alone speaks', () => {
    const records = [related('k', 'ida', { name: 'karen marsh ', roles: ['next-of-kin'] })]
    expect(peopleAround(client('ida', 'Ida', contact), records, files).map(({ id }) => id)).toEqual(['k'])
  })

  test('somebody whom only another file names is not there twice', () => {
    const gran = client('gran', 'Ida', {
      emergencyContact: { name: 'Tom Marsh', relation: 'husband', phone: '07700 900003' },
    })
    const records = [related('r', 'tom', { roles: ['cared-for'], client: 'gran' })]
    expect(peopleAround(gran, records, files)).toMatchObject([
      { said: 'there', relation: 'husband', roles: ['carer', 'emergency-contact'], phone: '07700 900003' },
    ])
  })

  test('emergency contacts come first, and among them those who can be rung', () => {
    const records = [
      related('b', 'ida', { roles: ['household'] }),
      related('c', 'ida', { roles: ['emergency-contact'] }),
      related('d', 'ida', { roles: ['emergency-contact'], phone: '020' }),
      related('a', 'ida', {}),
    ]
    const people = peopleAround(ida, records, files)
    expect(people.map(({ id }) => id)).toEqual(['c', 'd', 'b', 'a'])
    expect(emergencyContacts(people).map(({ id }) => id)).toEqual(['d', 'c'])
  })
})
