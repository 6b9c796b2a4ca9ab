import { describe, expect, test } from 'vitest'
import { type ClientOf, mayWrite, type Member, scopesOfMember, scopesOfRecord } from './scopes.ts'

const clientOf: ClientOf = (file) => (file === 'of-a' ? { body: { team: 'a' } } : null)
const member = (role: Member['role'], team: string | null = null, active = true): Member => ({
  staff: 's',
  role,
  team,
  active,
})

describe('the scopes of a record', () => {
  test.each([
    ['client', 'of-a', ['service', 'team:a']],
    ['note', 'of-a', ['service', 'team:a']],
    ['kind-of-tomorrow', 'of-a', ['service', 'team:a']],
    ['note', 'of-nobody', ['service']],
    ['organisation', null, ['directory']],
    ['staff', null, ['directory']],
    ['kind-of-tomorrow', null, ['service']],
    ['note', null, ['service']],
  ])('%s in the file %s', (kind, file, scopes) => {
    expect(scopesOfRecord({ kind, file }, clientOf)).toEqual(scopes)
  })
})

describe('the scopes of a member', () => {
  test.each([
    [member('manager'), ['directory', 'service']],
    [member('manager', 'a'), ['directory', 'service']],
    [member('coordinator', 'a'), ['directory', 'team:a']],
    [member('coordinator'), ['directory']],
    [member('volunteer', 'a'), ['directory']],
    [member('manager', null, false), []],
    [member('coordinator', 'a', false), []],
  ])('%o', (who, scopes) => {
    expect(scopesOfMember(who)).toEqual(scopes)
  })
})

describe('who may write', () => {
  test.each([
    [member('manager'), ['service'], true],
    [member('manager'), ['directory'], true],
    [member('manager', null, false), ['directory'], false],
    [member('coordinator', 'a'), ['service', 'team:a'], true],
    [member('coordinator', 'a'), ['service', 'team:b'], false],
    [member('coordinator', 'a'), ['directory'], false],
    [member('coordinator', 'a', false), ['team:a'], false],
    [member('coordinator'), ['service'], false],
    [member('volunteer', 'a'), ['service', 'team:a'], false],
    [member('volunteer', 'a'), ['directory'], false],
  ] as const)('%o, %o: %s', (who, scopes, may) => {
    expect(mayWrite(who, scopes)).toBe(may)
  })
})
