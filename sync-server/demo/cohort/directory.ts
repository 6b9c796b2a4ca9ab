import { z } from 'zod'
import { lifeAreas } from '#domain/assessment/assessment.ts'
import { accessFeatures, serviceBody } from '#domain/service/service.ts'
import { dramaLandline, lines } from './contact.ts'
import json from './directory.json' with { type: 'json' }
import { idFor } from './random.ts'

const scheduleSchema = serviceBody.shape.schedules.unwrap().element.omit({ id: true }).strict()
const entrySchema = z.strictObject({
  key: z.string(),
  organisation: z.string(),
  service: z.string(),
  printedAs: z.string().optional(),
  alternateName: z.string().optional(),
  route: z.string(),
  pilotReferrals: z.number().int().optional(),
  category: z.string(),
  area: z.string(),
  description: z.string().optional(),
  needs: z.array(z.enum(lifeAreas)),
  accepts: z.enum(['referral', 'signpost']).optional(),
  status: z.enum(['inactive', 'temporarily closed']).optional(),
  full: z.literal(true).optional(),
  alert: z.string().optional(),
  waitingTime: z.string().optional(),
  waitingWeeks: z.int().optional(),
  minimumAge: z.number().optional(),
  maximumAge: z.number().optional(),
  forWhom: z.string().optional(),
  joinBy: z.string().optional(),
  place: z.string().optional(),
  access: z.array(z.enum(accessFeatures)).optional(),
  cost: z
    .strictObject({ option: z.string().optional(), amount: z.number(), words: z.string().optional() })
    .optional(),
  languages: z.array(z.string()).optional(),
  checked: z.union([z.literal('never'), z.strictObject({ daysAgo: z.int(), by: z.string() })]).optional(),
  schedule: scheduleSchema.optional(),
})
const placeSchema = z.strictObject({
  key: z.string(),
  name: z.string(),
  type: z.literal('virtual').optional(),
  address: z.string().optional(),
  town: z.string().optional(),
  postcode: z.string().optional(),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
  access: z.array(z.enum(accessFeatures)).optional(),
})
const directorySchema = z.object({
  practices: z.array(z.object({ label: z.string(), name: z.string() })),
  places: z.array(placeSchema),
  organisations: z.array(z.object({ name: z.string(), description: z.string() })),
  entries: z.array(entrySchema),
})
/** One service as Bexley’s public documents name it; `pilotReferrals`: of the 81, to it or with its address. */
export type Entry = z.infer<typeof entrySchema>
/** Where services meet. Most are made up; of those that are real no address is given. */
export type Place = z.infer<typeof placeSchema>

const directory = directorySchema.parse(json)
export const entries: readonly Entry[] = directory.entries
export const practices = directory.practices
export const described: ReadonlyMap<string, string> = new Map(
  directory.organisations.map(({ name, description }) => [name, description]),
)

export const practiceId = (label: string): string => idFor(`practice/${label}`)
export const practicePhone = (label: string): string =>
  dramaLandline(lines.practices + practices.findIndex((practice) => practice.label === label))
export const organisationId = (name: string): string => idFor(`organisation/${name}`)

/** The entry of a service with the ids of its records; a key that isn't in the directory throws. */
export function serviceNamed(key: string): Entry & { id: string; organisationId: string } {
  const entry = entries.find((one) => one.key === key)
  if (!entry) throw new Error(`The directory has no ${key}`)
  return { ...entry, id: idFor(`service/${key}`), organisationId: organisationId(entry.organisation) }
}

/** Where an entry is, if it says; a key that isn't in the directory throws. */
export function placeOf({ place: key }: Entry): Place | undefined {
  const place = directory.places.find((one) => one.key === key)
  if (key !== undefined && !place) throw new Error(`The directory has no place ${key}`)
  return place
}
