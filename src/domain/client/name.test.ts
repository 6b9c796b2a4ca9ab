import { expect, test } from 'vitest'
import { calledName, clientName, formalName, sortName } from './name.ts'

const ade = { title: 'Mrs', firstName: 'Folasade', familyName: 'Ade' }

test('the preferred name heads the file', () => {
  expect(clientName(ade)).toBe('Folasade Ade')
  expect(clientName({ ...ade, preferredName: 'Sade' })).toBe('Sade Ade')
  expect(clientName({ ...ade, preferredName: 'Mrs Ade' })).toBe('Mrs Ade')
  expect(clientName({ ...ade, preferredName: '  ' })).toBe('Folasade Ade')
})

test('a part of the preferred name is not yet the family name', () => {
  expect(clientName({ firstName: 'Maxwell', familyName: 'Well', preferredName: 'Maxwell' })).toBe(
    'Maxwell Well',
  )
})

test('names with a part missing', () => {
  expect(clientName({ firstName: 'Cher', familyName: '' })).toBe('Cher')
  expect(calledName({ firstName: '', familyName: 'Ade' })).toBe('Ade')
  expect(formalName({ ...ade, title: '' })).toBe('Folasade Ade')
  expect(sortName(ade)).toBe('ade folasade')
})
