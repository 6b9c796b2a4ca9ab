import { expect, test } from 'vitest'
import { countAttempts } from './attempts.ts'

const counted = () => {
  let now = 0
  const attempts = countAttempts({ most: 3, window: 10_000 }, () => now)
  return { ...attempts, pass: (ms: number) => (now += ms) }
}

test('three failures within the window, then one waits until the first of them is past', () => {
  const attempts = counted()
  for (let i = 0; i < 3; i++) {
    expect(attempts.wait('a')).toBe(0)
    attempts.failed('a')
    attempts.pass(1000)
  }
  expect(attempts.wait('a')).toBe(7)
  expect(attempts.wait('b')).toBe(0)
  attempts.pass(7000)
  expect(attempts.wait('a')).toBe(0)
})

test('what was counted in advance is taken back, and the earlier failures stay', () => {
  const attempts = counted()
  for (let i = 0; i < 3; i++) attempts.failed('a')
  attempts.takeBack('a')
  expect(attempts.wait('a')).toBe(0)
  attempts.failed('a')
  expect(attempts.wait('a')).toBe(10)
})

test('success forgives', () => {
  const attempts = counted()
  for (let i = 0; i < 3; i++) attempts.failed('a')
  attempts.forgive('a')
  expect(attempts.wait('a')).toBe(0)
})
