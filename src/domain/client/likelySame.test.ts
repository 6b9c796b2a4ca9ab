import { expect, test } from 'vitest'
import { likelySame } from './likelySame.ts'

const ida = { firstName: 'Ida', familyName: 'Marsh', dateOfBirth: '1941-03-04', nhsNumber: '943 476 5919' }

test.each([
  [{ firstName: 'I', familyName: 'Other', nhsNumber: '9434765919' }, true],
  [{ firstName: 'Nan', familyName: 'marsh ', dateOfBirth: '1941-03-04' }, true],
  [{ firstName: 'Ida', familyName: 'Fen', dateOfBirth: '1941-03-04' }, true],
  [{ firstName: 'Ida', familyName: 'Marsh' }, false],
  [{ firstName: 'Tom', familyName: 'Hill', dateOfBirth: '1941-03-04' }, false],
  [{ firstName: '', familyName: '', dateOfBirth: '', nhsNumber: '' }, false],
])('%o: %s', (other, same) => {
  expect(likelySame(ida, other)).toBe(same)
})

test('the same mistyped number says nothing', () => {
  expect(
    likelySame(
      { ...ida, dateOfBirth: '', nhsNumber: '123' },
      { firstName: 'A', familyName: 'B', nhsNumber: '123' },
    ),
  ).toBe(false)
})
