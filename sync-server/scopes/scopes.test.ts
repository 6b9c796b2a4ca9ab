import { describe, expect, test } from 'vitest'
import type { JsonObject } from '#domain/json.ts'
import { type ClientOf, mayWrite, type Member, scopesOfMember, scopesOfRecord } from './scopes.ts'

const clients: Record<string, JsonObject> = {
  'of-a': { team: 'a' },
  restricted: { team: 'a', restriction: { why: 'asked for it', on: '2026-01-01', by: 'mo' } },
}
const clientOf: ClientOf = (file) => (clients[file] ? { body: clients[file] } : null)
const member = (role: Member['role'], team: string | null = null, active = true): Member => ({
  staff: 's',
  role,
  team,
  organisation: role === 'provider' ? 'age' : null,
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
    ['note', 'restricted', ['service']],
    ['settings', null, ['everybody']],
    ['audit', null, []],
  ])('%s in the file %s', (kind, file, scopes) => {
    expect(scopesOfRecord({ kind, file, body: {} }, clientOf)).toEqual(scopes)
  })

  test.each<[kind: string, body: JsonObject, scopes: string[]]>([
    ['onwardReferral', { organisation: 'age' }, ['service', 'team:a', 'provider:age']],
    ['onwardReferral', {}, ['service', 'team:a']],
    ['message', { organisation: 'age' }, ['service', 'team:a', 'provider:age']],
    ['note', { organisation: 'age', referredBy: 'gp', people: ['val'] }, ['service', 'team:a']],
    ['referralProgress', { referredBy: 'gp' }, ['service', 'team:a', 'referrer:gp']],
    ['concern', { people: ['val', 'val', 'grace'] }, ['service', 'person:val', 'person:grace']],
    ['concern', {}, ['service']],
    ['callList', { team: 'b' }, ['service', 'team:b']],
    ['dropIn', { people: ['val'] }, ['service', 'person:val']],
    ['dropInContact', { people: ['val', 'vi'] }, ['service', 'person:val', 'person:vi']],
    ['instrument', { measure: 'wemwbs', organisation: 'age' }, ['directory']],
    ['gap', { by: 'val', need: 'people' }, ['directory']],
    ['service', { organization_id: 'age' }, ['directory', 'provider:age']],
    ['correction', { side: 'provider', organisation: 'age' }, ['directory', 'provider:age']],
    ['correction', { side: 'staff', organisation: 'age' }, ['directory']],
  ])('%s that says %j', (kind, body, scopes) => {
    expect(scopesOfRecord({ kind, file: 'of-a', body }, clientOf)).toEqual(scopes)
  })
})

describe('the scopes of a member', () => {
  test.each([
    [member('manager'), ['directory', 'service', 'everybody', 'referrer:s', 'person:s']],
    [member('manager', 'a'), ['directory', 'service', 'everybody', 'referrer:s', 'person:s']],
    [member('coordinator', 'a'), ['directory', 'team:a', 'everybody', 'referrer:s', 'person:s']],
    [member('coordinator'), ['directory', 'everybody', 'referrer:s', 'person:s']],
    [member('volunteer', 'a'), ['directory', 'everybody', 'referrer:s', 'person:s']],
    [member('referrer', 'a'), ['everybody', 'referrer:s']],
    [member('provider', 'a'), ['everybody', 'provider:age']],
    [member('provider', null, false), []],
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
    [member('coordinator', 'a'), ['directory'], true],
    [member('coordinator', 'a', false), ['team:a'], false],
    [member('coordinator'), ['service'], false],
    [member('volunteer', 'a'), ['service', 'team:a'], false],
    [member('volunteer', 'a'), ['directory'], true],
    [member('provider', 'a'), ['directory'], false],
    [member('volunteer', 'a'), ['person:s'], true],
    [member('volunteer', 'a'), ['referrer:s'], false],
    [member('referrer', 'a'), ['service', 'team:a', 'referrer:s'], false],
    [member('provider', 'a'), ['service', 'team:a', 'provider:age'], true],
    [member('provider', 'a'), ['service', 'team:a', 'provider:mind'], false],
    [member('coordinator', 'a'), ['everybody'], false],
    [member('manager', 'a'), ['everybody'], true],
  ] as const)('%o, %o: %s', (who, scopes, may) => {
    expect(mayWrite(who, scopes)).toBe(may)
  })
})
