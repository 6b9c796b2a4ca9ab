import { expect, test } from 'vitest'
import { consequence } from './memberWords.ts'

const north = { role: 'coordinator', team: 'north', active: true } as const
const teamName = (id: string) => (id === 'north' ? 'the North team' : 'the South team')

test.each([
  [{ ...north, team: 'south' }, 'the files of the South team'],
  [{ ...north, role: 'manager' }, 'every file'],
  [{ ...north, role: 'volunteer' }, 'the directory and no file'],
  [{ ...north, team: null }, 'the directory and no file'],
] as const)('what will happen is said before it does: %j', (after, holds) => {
  expect(consequence('Grace', north, after, teamName)).toContain(`Grace’s devices will hold ${holds}.`)
})

test('where nothing changes there is nothing to say', () => {
  expect(consequence('Grace', north, north, teamName)).toBeNull()
})
