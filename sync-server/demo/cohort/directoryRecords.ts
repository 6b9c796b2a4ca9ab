import { addDays, weekdayOf } from '#domain/calendar/day.ts'
import type { ServiceBody } from '#domain/service/service.ts'
import { dramaLandline, lines } from './contact.ts'
import { created, type Create } from './created.ts'
import {
  described,
  entries,
  organisationId,
  type Entry,
  placeOf,
  practiceId,
  practicePhone,
  practices,
  type Place,
  serviceNamed,
} from './directory.ts'
import { drawFor, idFor } from './random.ts'
import { staffId } from './staff.ts'

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

/** Somewhere in the borough, to a street: where a surgery really is, is for the service to say. */
function practiceRecord({ label, name }: { label: string; name: string }): Create {
  const spot = drawFor(`practice-spot/${label}`)
  return created('practice', practiceId(label), null, {
    name,
    shortName: label,
    phone: practicePhone(label),
    latitude: spot.int(51_430, 51_490) / 1_000,
    longitude: spot.int(80, 170) / 1_000,
    invented_contact: true,
  })
}

function organisationRecord(name: string): Create {
  const alternate = entries.find(({ organisation }) => organisation === name)?.alternateName
  return created('organisation', organisationId(name), null, {
    name,
    description: described.get(name) ?? 'Named in Bexley’s public documents of 2015 to 2021.',
    ...present({ alternate_name: alternate }),
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
  return {
    organization_id: organisationId(entry.organisation),
    name: entry.service,
    status: entry.status ?? 'active',
    ...inWords(entry),
    ...checkedOn(entry, today),
    phones: [{ id: 'phone', number: dramaLandline(lines.services + i), type: 'voice' }],
    ...whereAndWhen(entry, today),
    ...(entry.cost ? { cost_options: [costOf(entry.cost)] } : {}),
    ...present({ languages: entry.languages }),
    categories: [entry.category],
    needs: entry.needs,
    ...waitOf(entry, today),
    ...present({ accepts: entry.accepts }),
    open_to_referrals: entry.accepts === 'referral' && !entry.full && entry.status === undefined,
    invented_contact: true,
  }
}

function inWords(entry: Entry): Partial<ServiceBody> {
  return present({
    alternate_name: entry.printedAs,
    description: entry.description,
    application_process: entry.joinBy,
    eligibility_description: entry.forWhom,
    minimum_age: entry.minimumAge,
    maximum_age: entry.maximumAge,
    alert: entry.alert,
  })
}

/** When it was checked and by whom; a few never were, and only say when they were written. */
function checkedOn({ key, checked }: Entry, today: string): Partial<ServiceBody> {
  if (checked === 'never') return { last_modified: addDays(today, -400) }
  const day = addDays(today, -(checked?.daysAgo ?? drawFor(`assured/${key}`).int(12, 260)))
  return { assured_date: day, ...(checked ? { assured_by: staffId(checked.by) } : {}), last_modified: day }
}

function whereAndWhen(entry: Entry, today: string): Partial<ServiceBody> {
  const place = placeOf(entry)
  const access = [...new Set([...(place?.access ?? []), ...(entry.access ?? [])])]
  return {
    ...(entry.schedule
      ? { schedules: [{ id: 'schedule', ...entry.schedule, ...countedFrom(entry.schedule, today) }] }
      : {}),
    ...(place ? { locations: [locationOf(place)] } : {}),
    ...(access.length > 0 ? { access } : {}),
    ...(entry.area === 'not stated' ? {} : { service_areas: [{ id: 'area', name: entry.area }] }),
  }
}

/** Every so many weeks only says when with the day of a first one (HSDS-UK 3.0, `dtstart`): one in the last week. */
function countedFrom(
  { byday, interval }: NonNullable<Entry['schedule']>,
  today: string,
): { dtstart?: string } {
  if (interval === undefined) return {}
  const weekday = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'].indexOf(byday ?? '')
  return { dtstart: addDays(today, -((weekdayOf(today) - weekday + 7) % 7)) }
}

/** One id for a place, whoever meets there. */
function locationOf(place: Place): NonNullable<ServiceBody['locations']>[number] {
  return {
    id: idFor(`place/${place.key}`),
    name: place.name,
    location_type: place.type ?? 'physical',
    ...present({
      address: place.address,
      city: place.town,
      postal_code: place.postcode,
      latitude: place.latitude,
      longitude: place.longitude,
    }),
    ...(place.type ? {} : { state_province: 'Greater London', country: 'GB' }),
  }
}

function costOf({ option, amount, words }: NonNullable<Entry['cost']>) {
  return { id: 'cost', amount, ...present({ option, amount_description: words }), currency: 'GBP' }
}

function waitOf({ waitingTime, waitingWeeks, checked }: Entry, today: string): Partial<ServiceBody> {
  const said = checked === 'never' || waitingWeeks === undefined ? undefined : checked?.daysAgo
  return present({
    waiting_time: waitingTime,
    waiting_weeks: waitingWeeks,
    waiting_reported_on: said === undefined ? undefined : addDays(today, -said),
  })
}

/** Without the fields that are undefined. */
function present<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what was undefined has just been left out
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: NonNullable<Fields[Name]>
  }
}
