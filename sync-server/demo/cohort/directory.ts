import { z } from 'zod'
import { lifeAreas } from '#domain/assessment/assessment.ts'
import { addDays } from '#domain/calendar/day.ts'
import type { ServiceBody } from '#domain/service/service.ts'
import { dramaLandline, lines } from './contact.ts'
import { created, type Create } from './created.ts'
import json from './directory.json' with { type: 'json' }
import { drawFor, idFor } from './random.ts'

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
  alert: z.string().optional(),
  waitingTime: z.string().optional(),
  minimumAge: z.number().optional(),
  location: z.string().optional(),
  schedule: z
    .strictObject({
      freq: z.enum(['WEEKLY', 'MONTHLY']),
      byday: z.string(),
      opens_at: z.string().optional(),
      closes_at: z.string().optional(),
      description: z.string(),
    })
    .optional(),
})
const directorySchema = z.object({
  practices: z.array(z.object({ label: z.string(), name: z.string() })),
  organisations: z.array(z.object({ name: z.string(), description: z.string() })),
  entries: z.array(entrySchema),
})
/** One service as Bexley's public documents name it; `pilotReferrals`: of the 81, to it or with its address. */
type Entry = z.infer<typeof entrySchema>

const directory = directorySchema.parse(json)
export const entries: readonly Entry[] = directory.entries
export const practices = directory.practices

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

/** Practices, organisations and services. Names and facts are real; every contact detail is invented and says so. */
export function directoryRecords(today: string): Create[] {
  const names = [...new Set(entries.map(({ organisation }) => organisation))]
  return [
    ...practices.map(practiceRecord),
    ...names.map(organisationRecord),
    ...entries.map((entry, i) =>
      created('service', serviceNamed(entry.key).id, null, serviceBody(entry, i, today)),
    ),
  ]
}

function practiceRecord({ label, name }: { label: string; name: string }): Create {
  return created('practice', practiceId(label), null, {
    name,
    shortName: label,
    phone: practicePhone(label),
    invented_contact: true,
  })
}

function organisationRecord(name: string): Create {
  const described = directory.organisations.find((one) => one.name === name)?.description
  const alternate = entries.find(({ organisation }) => organisation === name)?.alternateName
  return created('organisation', organisationId(name), null, {
    name,
    description: described ?? 'Named in Bexley’s public documents of 2015 to 2021.',
    ...(alternate === undefined ? {} : { alternate_name: alternate }),
    email: `${mailName(name)}@example.org`,
    invented_contact: true,
  })
}

function mailName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

function serviceBody(entry: Entry, i: number, today: string): ServiceBody {
  const checked = addDays(today, -drawFor(`assured/${entry.key}`).int(12, 260))
  return {
    organization_id: organisationId(entry.organisation),
    name: entry.service,
    status: 'active',
    ...(entry.printedAs === undefined ? {} : { alternate_name: entry.printedAs }),
    ...(entry.description === undefined ? {} : { description: entry.description }),
    ...(entry.minimumAge === undefined ? {} : { minimum_age: entry.minimumAge }),
    ...(entry.alert === undefined ? {} : { alert: entry.alert }),
    assured_date: checked,
    last_modified: checked,
    phones: [{ id: 'phone', number: dramaLandline(lines.services + i), type: 'voice' }],
    ...(entry.schedule ? { schedules: [{ id: 'schedule', ...present(entry.schedule) }] } : {}),
    ...(entry.location === undefined
      ? {}
      : { locations: [{ id: 'location', name: entry.location, location_type: 'physical' }] }),
    ...(entry.area === 'not stated' ? {} : { service_areas: [{ id: 'area', name: entry.area }] }),
    categories: [entry.category],
    needs: entry.needs,
    ...(entry.waitingTime === undefined ? {} : { waiting_time: entry.waitingTime }),
    ...(entry.accepts === undefined ? {} : { accepts: entry.accepts }),
    open_to_referrals: entry.accepts === 'referral',
    invented_contact: true,
  }
}

type Schedule = NonNullable<ServiceBody['schedules']>[number]

function present({
  freq,
  byday,
  opens_at,
  closes_at,
  description,
}: NonNullable<Entry['schedule']>): Omit<Schedule, 'id'> {
  return {
    freq,
    byday,
    description,
    ...(opens_at === undefined ? {} : { opens_at }),
    ...(closes_at === undefined ? {} : { closes_at }),
  }
}
