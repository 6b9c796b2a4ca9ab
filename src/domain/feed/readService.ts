import { type Json, type JsonObject, own } from '../json.ts'
import {
  accessibility,
  contact,
  costOption,
  elementsFrom,
  type FiledUnder,
  language,
  location,
  phone,
  schedule,
  serviceArea,
  term,
} from './elements.ts'
import { lifeAreas } from '../assessment/assessment.ts'
import { needsOf } from './needs.ts'
import { TAXONOMIES } from './publicTerms.ts'
import { each, inside, noteAt, noteMissing, type Reading } from './reading.ts'
import { day, email, line, moment, number, text, url } from './values.ts'

/** The fields of a service or organisation as a feed says them, by their names in the entry. */
export type FeedValues = JsonObject

export interface ReadService {
  name: string
  values: FeedValues
  organisation: { id: string; values: FeedValues }
}

/** Null where it has no name of any kind: nobody could find it. */
export function readService(reading: Reading, id: string): ReadService | null {
  const name = line(reading, 'name') ?? line(reading, 'alternate_name')
  if (name === undefined) {
    noteMissing(reading, 'name', 'the service was left out')
    return null
  }
  const organisation = organisationOf(reading, id, name)
  const values = {
    organization_id: reading.given.recordId('organisation', organisation.id),
    name,
    ...fieldsOf(reading),
    ...listsOf(reading),
  }
  return { name, values: present(values), organisation }
}

function fieldsOf(reading: Reading): Record<string, Json | undefined> {
  return {
    alternate_name: line(reading, 'alternate_name'),
    status: status(reading),
    description: description(reading),
    url: url(reading, 'url'),
    email: email(reading, 'email'),
    application_process: text(reading, 'application_process'),
    fees_description: text(reading, 'fees_description') ?? text(reading, 'fees'),
    eligibility_description: text(reading, 'eligibility_description'),
    ...ages(reading),
    assured_date: day(reading, 'assured_date'),
    assured_by: email(reading, 'assurer_email'),
    waiting_time: line(reading, 'wait_time'),
    alert: text(reading, 'alert'),
    last_modified: moment(reading, 'last_modified'),
  }
}

function listsOf(reading: Reading): Record<string, Json | undefined> {
  const stays = each(reading, 'service_at_locations')
  const places = [...stays.flatMap((stay) => inside(stay, 'location') ?? []), ...each(reading, 'locations')]
  const everywhere = (key: string) => [reading, ...stays, ...places].flatMap((at) => each(at, key))
  const terms = each(reading, 'attributes').flatMap((attribute) => term(attribute) ?? [])
  const areas = terms.filter(isArea)
  const categories = [...new Set(terms.filter((filed) => !isArea(filed)).map(({ name }) => name))]
  return {
    phones: elementsFrom(everywhere('phones'), phone),
    schedules: elementsFrom(everywhere('schedules'), schedule),
    locations: elementsFrom(places, location),
    accessibility: elementsFrom(everywhere('accessibility'), accessibility),
    contacts: elementsFrom(everywhere('contacts'), contact),
    languages: wordsOf(everywhere('languages'), language),
    cost_options: elementsFrom(each(reading, 'cost_options'), costOption),
    service_areas: elementsFrom(everywhere('service_areas'), serviceArea),
    categories,
    needs: areas.length > 0 ? areasOf(areas) : needsOf(categories),
  }
}

/** Another Doorstep says the areas of life outright, see `publicTerms.ts`. */
function isArea({ taxonomy, code }: FiledUnder): boolean {
  return taxonomy === TAXONOMIES.needs.name && lifeAreas.some((area) => area === code)
}

function areasOf(terms: readonly FiledUnder[]): string[] {
  return lifeAreas.filter((area) => terms.some(({ code }) => code === area))
}

function wordsOf(readings: readonly Reading[], read: (reading: Reading) => string | null): string[] {
  return [...new Set(readings.flatMap((reading) => read(reading) ?? []))]
}

function description(reading: Reading): string | undefined {
  const said = text(reading, 'description')
  if (said === undefined) noteMissing(reading, 'description', 'left empty')
  return said
}

const STATUS: Readonly<Record<string, string>> = {
  active: 'active',
  open: 'active',
  live: 'active',
  published: 'active',
  available: 'active',
  inactive: 'inactive',
  closed: 'inactive',
  ended: 'inactive',
  archived: 'inactive',
  withdrawn: 'inactive',
  cancelled: 'inactive',
  deleted: 'inactive',
  defunct: 'defunct',
  'temporarily closed': 'temporarily closed',
  suspended: 'temporarily closed',
  paused: 'temporarily closed',
}

function status(reading: Reading): string {
  const typed = line(reading, 'status')
  const word = typed?.toLowerCase().replaceAll(/[\s_-]+/g, ' ') ?? ''
  const known = Object.hasOwn(STATUS, word) ? STATUS[word] : undefined
  if (known !== undefined && known === typed) return known
  if (typed === undefined) noteMissing(reading, 'status', 'taken for active')
  else noteAt(reading, 'status', typed, `taken for ${known ?? 'active'}`)
  return known ?? 'active'
}

function ages(reading: Reading): Record<string, number | undefined> {
  const [minimum_age, maximum_age] = [
    number(reading, 'minimum_age', 0, 150),
    number(reading, 'maximum_age', 0, 150),
  ]
  if (minimum_age === undefined || maximum_age === undefined || minimum_age <= maximum_age) {
    return { minimum_age, maximum_age }
  }
  noteAt(reading, 'minimum_age and maximum_age', [minimum_age, maximum_age], 'leave nobody; left out')
  return {}
}

/** A service of nobody stands under its own name, so that it can be found and put right. */
function organisationOf(reading: Reading, service: string, name: string): ReadService['organisation'] {
  const found = inside(reading, 'organization')
  const id = (found && line(found, 'id')) ?? line(reading, 'organization_id')
  const called = found && (line(found, 'name') ?? line(found, 'alternate_name'))
  if (id === undefined || !found) {
    noteMissing(reading, 'organization', 'entered under the name of the service')
    return { id: id ?? `of service ${service}`, values: { name, description: '' } }
  }
  if (called === undefined || called === null) {
    noteMissing(found, 'name', 'entered under the name of the service')
  }
  return { id, values: organisationValues(found, called ?? name) }
}

function organisationValues(reading: Reading, name: string): FeedValues {
  const said = text(reading, 'description')
  if (said === undefined) noteMissing(reading, 'description', 'left empty')
  return present({
    name,
    description: said ?? '',
    alternate_name: line(reading, 'alternate_name'),
    email: email(reading, 'email'),
    website: url(reading, 'website') ?? url(reading, 'url'),
  })
}

/** Nothing said is not there, and neither is an empty list. */
function present(fields: Record<string, Json | undefined>): FeedValues {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [[name, value] as const],
    ),
  )
}

const LISTS = [
  'phones',
  'schedules',
  'service_areas',
  'service_at_locations',
  'locations',
  'languages',
  'cost_options',
  'contacts',
  'attributes',
]

/** Whether it is what a list of services has of one, without all that there may be several of. */
export function isSummary(raw: JsonObject): boolean {
  return LISTS.every((key) => own(raw, key) === undefined)
}
