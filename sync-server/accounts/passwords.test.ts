import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './passwords.ts'

test('a password is known by its hash, and by that alone', async () => {
  const hash = await hashPassword('a long password')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=32768,t=3,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  expect(await verifyPassword({ hash, password: 'a long password' })).toBe(true)
  expect(await verifyPassword({ hash, password: 'a long Password' })).toBe(false)
  expect(await hashPassword('a long password')).not.toBe(hash)
})

test('letters with accents are the same however they were typed', async () => {
  const hash = await hashPassword('caf\u00e9 au lait')
  expect(await verifyPassword({ hash, password: 'cafe\u0301 au lait' })).toBe(true)
})

test('a hash by another cost is still read: the test vector of the reference implementation', async () => {
  // https://github.com/P-H-C/phc-winner-argon2, src/test.c: version 0x13, id, t=2, m=2^8, p=1
  const hash = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'
  expect(await verifyPassword({ hash, password: 'password' })).toBe(true)
  expect(await verifyPassword({ hash, password: 'passwort' })).toBe(false)
})

test('what is no hash lets nobody in', async () => {
  for (const hash of ['', 'password', '$argon2id$v=19$m=256,t=2,p=1$$', '$2b$10$abc']) {
    expect(await verifyPassword({ hash, password: '' })).toBe(false)
  }
})
