import { z } from 'zod'
import { codes, day, ref } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'
import { rulesSchema } from './criterion.ts'

/**
 * One version of a set of rules by which a service sees who it is for. Published once and never altered, but that it may
 * be withdrawn: a new version is a new record with the same `name`.
 */
const ruleSetBody = z.looseObject({
  name: z.string(),
  version: z.number().int().positive(),
  from: day,
  publishedBy: ref.optional(),
  note: z.string().optional(),
  rules: rulesSchema,
  status: codes(['published', 'withdrawn']).optional(),
})
export type RuleSetBody = z.infer<typeof ruleSetBody>

export const ruleSet = defineKind({
  kind: 'ruleSet',
  version: 1,
  body: ruleSetBody,
  place: 'directory',
  rules: {},
  upcasts: [],
})
