import { z } from 'zod'
import { codes, day, listOf, ref, setOf } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'
import { asKeyedList, asSet } from '../merge/rules.ts'

/**
 * What was agreed: need > goal > action, each pointing at the one above it. PRSB 1.1 "Care and support plan".
 * Three flat lists, so that two people can work on one plan and each step merges by itself.
 */
export const planBody = z.looseObject({
  whatMatters: z.string().optional(),
  strengths: setOf(z.string()).optional(),
  needs: listOf({ area: z.string(), need: z.string(), met: z.boolean().optional() }),
  goals: listOf({ need: ref, goal: z.string(), outcome: z.string().optional() }),
  actions: listOf({
    goal: ref,
    what: z.string(),
    who: z.string(),
    by: day.optional(),
    status: codes(['to-do', 'doing', 'done', 'dropped']),
    outcome: z.string().optional(),
    onwardReferral: ref.optional(),
  }),
  agreedOn: day.optional(),
  reviewOn: day.optional(),
})
export type PlanBody = z.infer<typeof planBody>

export const plan = defineKind({
  kind: 'plan',
  version: 1,
  body: planBody,
  place: 'file',
  rules: { strengths: asSet, needs: asKeyedList, goals: asKeyedList, actions: asKeyedList },
  upcasts: [],
})
