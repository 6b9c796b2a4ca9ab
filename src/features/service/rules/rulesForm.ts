import { z } from 'zod'
import { isDay } from '#domain/calendar/day.ts'
import {
  type Criterion,
  criterionSchema,
  type Rules,
  rulesProblem,
  type RulesProblem,
} from '#domain/eligibility/criterion.ts'
import { nextVersion, type RuleSet } from '#domain/eligibility/inForce.ts'
import type { RuleSetBody } from '#domain/eligibility/ruleSet.ts'
import type { FieldProblem } from '#ui/ErrorSummary.tsx'

const need = z.union([z.literal('all'), z.number().int().positive()])

/** A version as a manager puts it together. `id` of a group tells them apart while they are moved about. */
export const rulesFormSchema = z.object({
  name: z.string(),
  from: z.string(),
  note: z.string(),
  groups: z.array(z.object({ id: z.string(), need, of: z.array(criterionSchema) })),
  unless: z.array(criterionSchema),
})
export type RulesForm = z.infer<typeof rulesFormSchema>
export type GroupForm = RulesForm['groups'][number]

/** A new version begins as the one before it. */
export function rulesFormOf(before: RuleSet | undefined, today: string, newId: () => string): RulesForm {
  const { name = '', rules } = before?.body ?? {}
  return {
    name,
    from: today,
    note: '',
    groups: (rules?.groups ?? []).map((group) => ({ id: newId(), need: group.need, of: [...group.of] })),
    unless: [...(rules?.unless ?? [])],
  }
}

export function rulesIn({ groups, unless }: RulesForm): Rules {
  return {
    groups: groups.map((group) => ({ need: group.need, of: group.of })),
    ...(unless.length > 0 ? { unless } : {}),
  }
}

/** What has to be put right before it can be published, each saying how. */
export function rulesFormProblems(form: RulesForm, today: string): FieldProblem[] {
  const problem = rulesProblem(rulesIn(form))
  return [
    ...(form.name.trim() === '' ? [{ field: 'rules-name', text: 'Give the rules a name.' }] : []),
    ...(isDay(form.from) && form.from >= today
      ? []
      : [
          {
            field: 'rules-from',
            text: 'Choose a day from today on: nothing holds for days that have passed.',
          },
        ]),
    ...(problem ? [{ field: 'rules-groups', text: problemWords[problem] }] : []),
  ]
}

const problemWords: Record<RulesProblem, string> = {
  'no-criteria': 'Add what has to be met. Rules that ask for nothing would let nobody see why.',
  'empty-group': 'A group asks for nothing. Add a criterion to it, or take the group out.',
  'needs-too-many': 'A group needs more than it has. Add a criterion, or need fewer of them.',
}

export function ruleSetOf(form: RulesForm, all: readonly RuleSet[], by: string): RuleSetBody {
  const name = form.name.trim()
  return {
    name,
    version: nextVersion(all, name),
    from: form.from,
    publishedBy: by,
    ...(form.note.trim() === '' ? {} : { note: form.note.trim() }),
    rules: rulesIn(form),
    status: 'published',
  }
}

export function isSameCriterion(a: Criterion, b: Criterion): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
