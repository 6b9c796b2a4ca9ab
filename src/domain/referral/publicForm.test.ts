import { expect, test } from 'vitest'
import { cameByPublicForm } from './publicForm.ts'
import type { ReferralBody } from './referral.ts'

test.each([
  ['with its reference', { externalReference: '7K2M-90QX' }, true],
  ['of a referrer who signed in', { externalReference: '7K2M-90QX', referredBy: 'ros' }, false],
  ['of a surgery, on its own form', {}, false],
  ['of another system', { externalReference: 'EMIS-0000123' }, false],
  ['by letter', { externalReference: '7K2M-90QX', method: 'letter' }, false],
] as const)('%s: %j %s', (_what, rest, expected) => {
  const body: ReferralBody = {
    source: 'self',
    method: 'form',
    date: '2026-11-20',
    reasons: [],
    status: 'received',
    ...rest,
  }
  expect(cameByPublicForm(body)).toBe(expected)
})
