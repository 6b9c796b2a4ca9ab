import { expect, test } from 'vitest'
import { consequence } from './memberWords.ts'

const north = { role: 'coordinator', team: 'north', active: true } as const
const names = {
  team: (id: string) => (id === 'north' ? 'the North team' : 'the South team'),
  organisation: () => 'Age UK',
}

test.each([
  [{ ...north, team: 'south' }, 'the files of the South team'],
  [{ ...north, role: 'manager' }, 'every file'],
  [{ ...north, role: 'volunteer' }, 'the directory and no file'],
  [{ ...north, team: null }, 'the directory and no file'],
  [{ ...north, role: 'provider', organisation: 'age' }, 'the referrals made to Age UK, and no file'],
] as const)('what will happen is said before it does: %j', (after, holds) => {
  expect(consequence('Grace', north, after, names)).toContain(`Grace’s devices will hold ${holds}.`)
})

test('where nothing changes there is nothing to say', () => {
  expect(consequence('Grace', north, north, names)).toBeNull()
})

test('another organisation is a change too', () => {
  const pat = { role: 'provider', team: null, organisation: 'mind', active: true } as const
  expect(consequence('Pat', pat, { ...pat, organisation: 'age' }, names)).toContain('made to Age UK')
  expect(consequence('Pat', pat, { ...pat }, names)).toBeNull()
})
