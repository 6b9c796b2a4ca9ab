import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { DRAFT_LIMITS } from '#protocol/drafts.ts'
import { RETURN_LIMITS } from '#protocol/returns.ts'
import { PULL_PAGE, PUSH_LIMITS } from '#protocol/sync.ts'
import { PROTOCOL, SERVED, SPOKEN } from '#protocol/version.ts'
import known from './wire.json' with { type: 'json' }
import { wireSchemas } from './wireSchemas.ts'

// Nothing that crosses the wire changes unnoticed. When this fails: give the protocol a new number and a line in its
// table (src/protocol/version.ts), decide which versions are served, and add the number with its new hash to wire.json.
// The lines of older numbers never alter.

const schemas = await wireSchemas()

const wire = JSON.stringify([
  ...schemas.map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })]),
  ['limits', PUSH_LIMITS, PULL_PAGE, RETURN_LIMITS, DRAFT_LIMITS],
])
const hash = createHash('sha256').update(wire).digest('hex')

test('the wire is what its number says', () => {
  expect({ [PROTOCOL]: hash }).toEqual({ [PROTOCOL]: new Map(Object.entries(known)).get(String(PROTOCOL)) })
})

test('every schema of every module of the protocol takes part, each under a name of its own', () => {
  const names = schemas.map(([name]) => name)
  const some = [
    'changeSchema',
    'draftsReplySchema',
    'membersSchema',
    'pushRequestSchema',
    'returnsReplySchema',
  ]
  expect(names).toEqual(expect.arrayContaining([...some, 'reviewListSchema', 'signInSchema']))
  expect(new Set(names).size).toBe(names.length)
})

test('the version spoken is the last one served, and each one has its line', () => {
  expect([SERVED.to, SPOKEN.to]).toEqual([PROTOCOL, PROTOCOL])
  expect(SERVED.from).toBeLessThanOrEqual(SERVED.to)
  expect(SPOKEN.from).toBeLessThanOrEqual(SPOKEN.to)
  expect(Object.keys(known)).toEqual(Array.from({ length: PROTOCOL }, (_, i) => String(i + 1)))
})
