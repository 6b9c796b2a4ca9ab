import { z } from 'zod'
import { lifeAreas } from '#domain/assessment/assessment.ts'
import { ethnicCategories } from '#domain/client/client.ts'
import { referralReasons } from '#domain/referral/referral.ts'
import peopleJson from './people.json' with { type: 'json' }
import threadsJson from './threads.json' with { type: 'json' }

/**
 * Somebody invented. `services` and `signposts` are keys of the directory; `age` is that on the day of the referral,
 * and still today; `issue` is the referrer's voice, `urgent` what was said of danger, `about` and `matters` the person's
 * own. Who is `unallocated` is with nobody yet: `coordinator` will be asked.
 */
const personSchema = z.strictObject({
  title: z.string(),
  firstName: z.string(),
  familyName: z.string(),
  preferredName: z.string().optional(),
  sex: z.enum(['F', 'M']),
  age: z.number().int(),
  ethnicity: z.enum(ethnicCategories),
  lives: z.enum(['alone', 'partner', 'family', 'supported']),
  practice: z.string(),
  coordinator: z.enum(['grace', 'sam']),
  unallocated: z.literal(true).optional(),
  reasons: z.array(z.enum(referralReasons)),
  conditions: z.array(z.string()),
  communication: z.array(z.string()).optional(),
  access: z.array(z.string()).optional(),
  risk: z.enum(['animals', 'falls', 'access', 'home-hazards', 'wandering', 'fire']).optional(),
  about: z.string(),
  matters: z.string(),
  issue: z.string(),
  urgent: z.string().optional(),
  services: z.array(z.string()),
  signposts: z.array(z.string()).optional(),
  closest: z.strictObject({ name: z.string(), relation: z.string() }).optional(),
  sharesAddressWith: z.number().int().optional(),
})

/** `n` counts from 1, the longest known first. */
export type Person = z.infer<typeof personSchema> & { n: number; id: string; called: string }

const invented = z.object({ people: z.array(personSchema) }).parse(peopleJson).people

export function peopleOf(idFor: (name: string) => string): Person[] {
  return invented.map((person, i) => ({
    ...person,
    n: i + 1,
    id: idFor(`client/${i + 1}`),
    called: person.preferredName ?? person.firstName,
  }))
}

/** What leads from a need to a step. `code` is one of the needs of the assessment in that area. */
const threadSchema = z.strictObject({
  area: z.enum(lifeAreas),
  code: z.string(),
  need: z.string(),
  goal: z.string(),
  action: z.string(),
})
const serviceThreadSchema = threadSchema.extend({ service: z.string(), reason: z.string(), news: z.string() })
const reasonThreadSchema = threadSchema.extend({ reason: z.enum(referralReasons) })
export type Thread = z.infer<typeof threadSchema>
export type ServiceThread = z.infer<typeof serviceThreadSchema>

const threads = z
  .object({ services: z.array(serviceThreadSchema), reasons: z.array(reasonThreadSchema) })
  .parse(threadsJson)
export const serviceThreads: readonly ServiceThread[] = threads.services
export const reasonThreads = threads.reasons

/** The texts speak of people as they are: by the name they like, as she or he. */
export function spokenOf({ called, sex }: Person, text: string): string {
  const [their, them] = sex === 'F' ? ['her', 'her'] : ['his', 'him']
  return text.replaceAll('{name}', called).replaceAll('{their}', their).replaceAll('{them}', them)
}
