import { expect, test } from 'vitest'
import { organisationFormOf, organisationOf, organisationProblems } from './organisationForm.ts'

const opened = { name: ' Age UK ', description: '', email: 'a@example.org', invented_contact: true, newer: 1 }
const form = organisationFormOf('id', opened)

test('what is not touched stays exactly as it was, what is emptied goes', () => {
  expect(organisationOf(form, opened)).toEqual(opened)
  expect(organisationOf({ ...form, email: ' ', website: ' https://example.org ' }, opened)).toEqual({
    name: ' Age UK ',
    description: '',
    website: 'https://example.org',
    invented_contact: true,
    newer: 1,
  })
})

test('a name is needed, and a new one has all that an organisation must have', () => {
  expect(organisationProblems({ ...form, name: ' ' })).toHaveLength(1)
  expect(organisationOf({ ...organisationFormOf('new', {}), name: 'Mind' }, {})).toEqual({
    name: 'Mind',
    description: '',
  })
})
