import { z } from 'zod'
import { codes } from '../kind/fields.ts'
import { referralReasons } from '../referral/referral.ts'

/**
 * The closed language in which a service says whom it is for. Each criterion asks for one thing that a file holds:
 *
 * | `is`             | met where                                                                              |
 * |------------------|----------------------------------------------------------------------------------------|
 * | `age-from`       | the person is that old today                                                           |
 * | `registered`     | their practice is one of the borough's, as the directory knows them                    |
 * | `reason`         | the referral names that reason                                                         |
 * | `carer`          | they are a carer                                                                       |
 * | `long-term`      | they have a long-term condition                                                        |
 * | `suicidal-ideas` | thoughts of suicide are on the file, or were spoken of in the referral                 |
 * | `diagnosis`      | a condition of that kind is among those recorded                                       |
 * | `any-of`         | one of several is met                                                                  |
 *
 * A criterion of a newer version is kept as it is, and nobody can be said to meet it.
 */
export const diagnoses = ['psychosis', 'personality-disorder', 'organic-disorder'] as const

const single = z.discriminatedUnion('is', [
  z.looseObject({ is: z.literal('age-from'), years: z.number().int().positive() }),
  z.looseObject({ is: z.literal('registered') }),
  z.looseObject({ is: z.literal('reason'), reason: codes(referralReasons) }),
  z.looseObject({ is: z.literal('carer') }),
  z.looseObject({ is: z.literal('long-term') }),
  z.looseObject({ is: z.literal('suicidal-ideas') }),
  z.looseObject({ is: z.literal('diagnosis'), of: z.enum(diagnoses) }),
])
export type SingleCriterion = z.infer<typeof single>

const several = z.looseObject({ is: z.literal('any-of'), of: z.array(single) })

const knownCriterion = z.union([single, several])
export type KnownCriterion = z.infer<typeof knownCriterion>

/** `is` may be a word that this version does not know. */
export const criterionSchema = z.looseObject({ is: z.string() })
export type Criterion = z.infer<typeof criterionSchema>

/** A criterion as this version understands it; null where it does not. */
export function understood(criterion: Criterion): KnownCriterion | null {
  const parsed = knownCriterion.safeParse(criterion)
  return parsed.success ? parsed.data : null
}

/**
 * - `groups`: each has to be fulfilled, by so many of its criteria (`need`), or by all of them
 * - `unless`: whoever meets one of these is not suited
 */
export const rulesSchema = z.looseObject({
  groups: z.array(
    z.looseObject({
      need: z.union([z.literal('all'), z.number().int().positive()]),
      of: z.array(criterionSchema),
    }),
  ),
  unless: z.array(criterionSchema).optional(),
})
export type Rules = z.infer<typeof rulesSchema>
export type RuleGroup = Rules['groups'][number]

/** What keeps rules from being published: they would ask for nothing, or for more than there is. */
export type RulesProblem = 'no-criteria' | 'empty-group' | 'needs-too-many'

export function rulesProblem({ groups }: Rules): RulesProblem | null {
  if (groups.length === 0) return 'no-criteria'
  if (groups.some(({ of }) => of.length === 0)) return 'empty-group'
  return groups.some(({ need, of }) => need !== 'all' && need > of.length) ? 'needs-too-many' : null
}
