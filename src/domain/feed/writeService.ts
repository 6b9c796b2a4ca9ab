import type { JsonObject } from '../json.ts'
import type { BodyOf } from '../kind/kinds.ts'
import type { ServiceBody } from '../service/service.ts'
import { type IdFor, termOut, termsOf } from './publicTerms.ts'
import {
  accessOut,
  areaOut,
  contactOut,
  costOut,
  type Owner,
  languageOut,
  locationOut,
  phoneOut,
  said,
  scheduleOut,
  uuidOf,
} from './writeElements.ts'

type OrganisationBody = BodyOf<'organisation'>

/**
 * An entry of the directory that may be shown to anybody.
 *
 * - `modified`: the moment at which it was last altered here; null where only the entry itself says
 * - `organisation`: null where it is not there any more
 */
export interface PublicEntry {
  id: string
  body: ServiceBody
  modified: string | null
  organisation: { id: string; body: OrganisationBody } | null
}

export const publicId = (id: string, idFor: IdFor): string => uuidOf(id, `record/${id}`, idFor)

/** The service alone, with what there is one of: HSDS-UK 3.0's entry in a list of services. */
export function summaryOut(entry: PublicEntry, idFor: IdFor): JsonObject {
  const { body, organisation } = entry
  return {
    ...said({
      id: publicId(entry.id, idFor),
      organization_id: organisation ? publicId(organisation.id, idFor) : undefined,
      ...wordsOf(body),
      assurer_email: assurer(entry),
      last_modified: lastModified(entry),
    }),
    ...(organisation ? { organization: organisationOut(organisation, idFor) } : {}),
  }
}

/** The same with all that belongs to it. Nobody's personal details, and nothing of how this service works with it. */
export function serviceOut(entry: PublicEntry, idFor: IdFor): JsonObject {
  const { body, organisation } = entry
  const owner: Owner = { service: entry.id, idFor }
  const ownMail = [mail(body.email), mail(organisation?.body.email)]
  const access = accessOut(body, owner)
  const stays = (body.locations ?? []).map((place) => ({
    id: stayId(entry.id, place.id, idFor),
    location: locationOut(place, access, owner),
  }))
  return {
    ...summaryOut(entry, idFor),
    ...lists({
      phones: (body.phones ?? []).flatMap((phone) => phoneOut(phone, owner)),
      schedules: (body.schedules ?? []).map((schedule) => scheduleOut(schedule, owner)),
      service_at_locations: stays,
      languages: [...new Set(body.languages ?? [])].map((name) => languageOut(name, owner)),
      cost_options: (body.cost_options ?? []).map((cost) => costOut(cost, owner)),
      service_areas: (body.service_areas ?? []).map((area) => areaOut(area, owner)),
      contacts: (body.contacts ?? []).flatMap((contact) => contactOut(contact, ownMail, owner)),
      attributes: termsOf(body).map((term) => ({
        id: idFor(`${entry.id}/attributes/${term.taxonomy}/${term.code}`),
        link_entity: 'service',
        taxonomy_term: termOut(term, idFor),
      })),
    }),
  }
}

/** The id of a service at one of its places. */
export function stayId(service: string, place: string, idFor: IdFor): string {
  return idFor(`${service}/service_at_locations/${place}`)
}

export function organisationOut(
  { id, body }: NonNullable<PublicEntry['organisation']>,
  idFor: IdFor,
): JsonObject {
  const { name, description, alternate_name, email, website } = body
  return said({
    id: publicId(id, idFor),
    name,
    // Required, and some feeds say nothing: then there is no more to say than what it is called.
    description: description.trim() === '' ? name : description,
    alternate_name,
    email: mail(email),
    website: address(website),
  })
}

function wordsOf(body: ServiceBody) {
  const { name, alternate_name, description, application_process, fees_description } = body
  const { eligibility_description, minimum_age, maximum_age, assured_date, alert } = body
  return {
    name,
    alternate_name,
    description,
    url: address(body.url),
    email: mail(body.email),
    status: statusOf(body),
    application_process,
    fees_description,
    wait_time: body.waiting_time,
    eligibility_description,
    minimum_age,
    maximum_age,
    assured_date,
    alert,
  }
}

/** A status that this version does not know counts as running, as everywhere here. */
function statusOf({ status }: ServiceBody): string {
  return ['inactive', 'defunct', 'temporarily closed'].includes(status) ? status : 'active'
}

/** Only where it is the service's or the organisation's own: who checked an entry is somebody's name. */
function assurer({ body, organisation }: PublicEntry): string | undefined {
  return [body.email, organisation?.body.email].includes(body.assured_by) ? mail(body.assured_by) : undefined
}

/** A whole moment, as the standard asks; a day alone is its beginning. */
function lastModified({ modified, body }: PublicEntry): string | undefined {
  const time = Date.parse(modified ?? body.last_modified ?? '')
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}

function address(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : undefined
}

function mail(email: string | undefined): string | undefined {
  return email !== undefined && /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[a-z]{2,}$/i.test(email) ? email : undefined
}

function lists(all: Record<string, JsonObject[]>): JsonObject {
  return Object.fromEntries(Object.entries(all).filter(([, list]) => list.length > 0))
}
