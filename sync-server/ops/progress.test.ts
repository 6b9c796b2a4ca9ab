import { expect, test } from 'vitest'
import { progressOn } from './progress.ts'

test.each([
  [true, ['a second on\n', 'two more\n']],
  [false, []],
])('is said every so often on a terminal (%s), and nowhere else', (isTTY, expected) => {
  const said: string[] = []
  let now = 5
  const progress = progressOn({ isTTY, write: (text) => said.push(text) }, () => now)
  progress('at once')
  now += 1000
  progress('a second on')
  now += 999
  progress('almost another')
  now += 1001
  progress('two more')
  expect(said).toEqual(expected)
})
