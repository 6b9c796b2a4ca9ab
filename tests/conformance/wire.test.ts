import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { changeSchema } from '#domain/change/change.ts'
import * as account from '#protocol/account.ts'
import * as sync from '#protocol/sync.ts'
import { PROTOCOL, SERVED } from '#protocol/version.ts'
import known from './wire.json' with { type: 'json' }

// Nothing that crosses the wire changes unnoticed. When this fails: give the protocol a new number and a line in its
// table (src/protocol/version.ts), decide which versions are served, and add the number with its new hash to wire.json.
// The lines of older numbers never alter.

const schemas = Object.entries({ ...sync, ...account, changeSchema })
  .flatMap(([name, exported]): [string, z.ZodType][] =>
    exported instanceof z.ZodType ? [[name, exported]] : [],
  )
  .toSorted(([a], [b]) => (a < b ? -1 : 1))

const wire = JSON.stringify([
  ...schemas.map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })]),
  ['limits', sync.PUSH_LIMITS, sync.PULL_PAGE],
])
const hash = createHash('sha256').update(wire).digest('hex')

test('the wire is what its number says', () => {
  expect({ [PROTOCOL]: hash }).toEqual({ [PROTOCOL]: new Map(Object.entries(known)).get(String(PROTOCOL)) })
})

test('every schema of the protocol takes part', () => {
  expect(schemas.map(([name]) => name)).toContain('pushRequestSchema')
  expect(schemas.length).toBeGreaterThan(15)
})

test('the version spoken is the last one served, and each one has its line', () => {
  expect(SERVED.to).toBe(PROTOCOL)
  expect(SERVED.from).toBeLessThanOrEqual(SERVED.to)
  expect(Object.keys(known)).toEqual(Array.from({ length: PROTOCOL }, (_, i) => String(i + 1)))
})
