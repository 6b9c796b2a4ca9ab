import { expect, test } from 'vitest'
import { isUnstorable, passes } from './passing.ts'
import { tooOld } from './postgres.ts'

test.each([
  'PostgreSQL 15.14 (Debian 15.14-0+deb12u1) on x86_64-pc-linux-gnu, compiled by gcc',
  'PostgreSQL 18.4 on aarch64-apple-darwin',
  'PostgreSQL 19beta1 on x86_64-pc-linux-gnu',
  'PostgreSQL 15.12-YB-2025.1.0.0-b0 on x86_64-pc-linux-gnu',
  'CockroachDB CCL v25.2.0 (x86_64-pc-linux-gnu, built 2025/05/09)',
])('%s will do', (version) => {
  expect(tooOld(version)).toBeNull()
})

test.each(['PostgreSQL 14.19 on x86_64-pc-linux-gnu', 'PostgreSQL 9.6.24 on x86_64'])(
  '%s will not',
  (version) => {
    expect(tooOld(version)).toContain('needs PostgreSQL 15')
    expect(tooOld(version)).not.toContain('x86_64')
  },
)

const coded = (code: string) => Object.assign(new Error('a fault'), { code })

test.each([
  coded('40001'),
  coded('40P01'),
  coded('57P01'),
  coded('53300'),
  coded('08006'),
  coded('55P03'),
  coded('ECONNRESET'),
  coded('ECONNREFUSED'),
  coded('SQLITE_BUSY'),
  coded('SQLITE_FULL'),
  new Error('Connection terminated unexpectedly'),
  new Error('timeout exceeded when trying to connect'),
  new AggregateError([coded('ECONNREFUSED')]),
  new Error('what a library made of it', { cause: coded('57P01') }),
])('%o passes: the device may ask again', (fault) => {
  expect(passes(fault)).toBe(true)
})

test.each([
  coded('23505'),
  coded('42P01'),
  coded('22021'),
  coded('SQLITE_CONSTRAINT'),
  new TypeError('a bug'),
  null,
])('%o does not pass by itself', (fault) => {
  expect(passes(fault)).toBe(false)
})

test('text that PostgreSQL cannot hold is known as such', () => {
  expect(isUnstorable(coded('22021'))).toBe(true)
  expect(isUnstorable(coded('23505'))).toBe(false)
})
