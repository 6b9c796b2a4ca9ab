import { z } from 'zod'
import { isDay } from '#domain/calendar/day.ts'
import { taxonomyId, termId, termsOf } from '#domain/feed/publicTerms.ts'
import { type PublicEntry, publicId } from '#domain/feed/writeService.ts'
import { idFor } from './shownDirectory.ts'

export const paging = {
  page: z.coerce.number('must be a whole number from 1').int().min(1).max(1_000_000).default(1),
  per_page: z.coerce.number('must be a whole number from 1 to 500').int().min(1).max(500).default(50),
}

const id = z.guid('must be a UUID')
const yesNo = z
  .enum(['true', 'false'], 'must be true or false')
  .default('false')
  .transform((word) => word === 'true')
const age = z.coerce.number('must be a number of years').min(0).max(150)
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'must be a time as 09:30')
const moment = z
  .string()
  .refine(
    (text) => isDay(text) || (isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text))),
    'must be a day as 2026-03-02 or a moment as 2026-03-02T09:41:00Z',
  )

/** The filters of the standard's API; a parameter that is not among them is refused rather than passed over. */
export const filters = {
  search: z.string().max(200).optional(),
  /** What earlier versions of the API call `search`. */
  text: z.string().max(200).optional(),
  taxonomy_term_id: id.optional(),
  taxonomy_id: id.optional(),
  organization_id: id.optional(),
  modified_after: moment.optional(),
  minimum_age: age.optional(),
  maximum_age: age.optional(),
  start_time: clock.optional(),
  end_time: clock.optional(),
  day: z
    .enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], 'must be one of MO, TU, WE, TH, FR, SA, SU')
    .optional(),
}
const filterSchema = z.object(filters)
type Filters = z.infer<typeof filterSchema>

export const fullness = { full: yesNo }
export const extent = { minimal: yesNo, full_service: yesNo }

export function isChosen(entry: PublicEntry, filter: Filters): boolean {
  return (
    hasWords(entry, `${filter.search ?? ''} ${filter.text ?? ''}`) &&
    hasTerms(entry, filter) &&
    (filter.organization_id === undefined ||
      (entry.organisation !== null &&
        publicId(entry.organisation.id, idFor) === filter.organization_id.toLowerCase())) &&
    isSince(entry, filter.modified_after) &&
    hasAges(entry, filter) &&
    hasTimes(entry, filter)
  )
}

const texts = new WeakMap<PublicEntry, string>()

/** Every word, in any order, anywhere in what is said of the service. */
function hasWords(entry: PublicEntry, typed: string): boolean {
  const words = folded(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return true
  const text = texts.get(entry) ?? textOf(entry)
  texts.set(entry, text)
  return words.every((word) => text.includes(word))
}

function textOf({ body, organisation }: PublicEntry): string {
  const { name, alternate_name, description, service_areas = [], locations = [] } = body
  const said = [name, alternate_name, description, organisation?.body.name]
  const where = [
    ...service_areas.map((area) => area.name),
    ...locations.flatMap((place) => [place.name, place.city]),
  ]
  return folded([...said, ...where, ...termsOf(body).map((term) => term.name)].filter(Boolean).join(' \n '))
}

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

function hasTerms({ body }: PublicEntry, { taxonomy_term_id, taxonomy_id }: Filters): boolean {
  if (taxonomy_term_id === undefined && taxonomy_id === undefined) return true
  const terms = termsOf(body)
  return (
    (taxonomy_term_id === undefined ||
      terms.some((term) => termId(term, idFor) === taxonomy_term_id.toLowerCase())) &&
    (taxonomy_id === undefined ||
      terms.some(({ taxonomy }) => taxonomyId(taxonomy, idFor) === taxonomy_id.toLowerCase()))
  )
}

function isSince({ modified, body }: PublicEntry, after: string | undefined): boolean {
  if (after === undefined) return true
  const at = Date.parse(modified ?? body.last_modified ?? '')
  return Number.isNaN(at) || at >= Date.parse(after)
}

/** As the standard words them: a minimum age of at least this, a maximum age of at most that. */
function hasAges({ body }: PublicEntry, { minimum_age, maximum_age }: Filters): boolean {
  return (
    (minimum_age === undefined || (body.minimum_age ?? -1) >= minimum_age) &&
    (maximum_age === undefined || (body.maximum_age ?? Infinity) <= maximum_age)
  )
}

/** One of its schedules fits all that was asked of times. */
function hasTimes({ body }: PublicEntry, { day, start_time, end_time }: Filters): boolean {
  if (day === undefined && start_time === undefined && end_time === undefined) return true
  return (body.schedules ?? []).some(
    ({ byday = '', opens_at = '', closes_at = '' }) =>
      (day === undefined || new RegExp(`(^|[^A-Z])${day}(?![A-Z])`).test(byday.toUpperCase())) &&
      (start_time === undefined || (opens_at !== '' && opens_at >= start_time)) &&
      (end_time === undefined || (closes_at !== '' && closes_at.slice(0, 5) <= end_time.slice(0, 5))),
  )
}
