import { formatPostcode, isPostcode } from '../client/postcode.ts'
import type { Json, JsonObject } from '../json.ts'
import type { accessFeatures, ServiceBody } from '../service/service.ts'
import type { IdFor } from './publicTerms.ts'

// The lists of an entry as HSDS-UK 3.0 has them: the other way round than `elements.ts` reads them.

type ListName =
  | 'phones'
  | 'schedules'
  | 'locations'
  | 'cost_options'
  | 'service_areas'
  | 'contacts'
  | 'accessibility'
type Element<Name extends ListName> = NonNullable<ServiceBody[Name]>[number]

/** Which service an element is of: where its id is no uuid, the one that goes out follows from both. */
export interface Owner {
  service: string
  idFor: IdFor
}

const UUID = /^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/i

export function uuidOf(id: string, text: string, idFor: IdFor): string {
  return UUID.test(id) ? id.toLowerCase() : idFor(text)
}

function elementId({ service, idFor }: Owner, list: string, id: string): string {
  return uuidOf(id, `${service}/${list}/${id}`, idFor)
}

/** Nothing said is not there. */
export function said(fields: Record<string, Json | undefined>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      value === undefined || value === null || value === '' ? [] : [[name, value] as const],
    ),
  )
}

export function phoneOut(phone: Element<'phones'>, owner: Owner): JsonObject[] {
  const { id, number, type } = phone
  return number.trim() === '' ? [] : [said({ id: elementId(owner, 'phones', id), number, type })]
}

export function scheduleOut({ id, freq, ...rest }: Element<'schedules'>, owner: Owner): JsonObject {
  const { byday, bymonthday, interval, opens_at, closes_at, description } = rest
  const { dtstart, valid_from, valid_to, attending_type } = rest
  return said({
    id: elementId(owner, 'schedules', id),
    freq: freq === 'WEEKLY' || freq === 'MONTHLY' ? freq : undefined,
    interval,
    byday,
    bymonthday,
    opens_at,
    closes_at,
    description,
    dtstart,
    valid_from,
    valid_to,
    attending_type,
  })
}

export function costOut({ id, option, amount, ...rest }: Element<'cost_options'>, owner: Owner): JsonObject {
  const { amount_description, currency } = rest
  return said({ id: elementId(owner, 'cost_options', id), option, amount, amount_description, currency })
}

export function areaOut({ id, name }: Element<'service_areas'>, owner: Owner): JsonObject {
  return said({ id: elementId(owner, 'service_areas', id), name })
}

export function languageOut(name: string, { service, idFor }: Owner): JsonObject {
  return { id: idFor(`${service}/languages/${name}`), name }
}

/** A place, which several services may share, with its address and what access it has. */
export function locationOut(
  place: Element<'locations'>,
  access: readonly JsonObject[],
  owner: Owner,
): JsonObject {
  const id = elementId(owner, 'locations', place.id)
  const address = addressOut(place, owner)
  return {
    ...said({
      id,
      location_type: locationType(place.location_type),
      name: place.name,
      description: address ? undefined : knownOfAddress(place),
      ...coordinates(place),
    }),
    ...(address ? { addresses: [address] } : {}),
    ...(access.length > 0 ? { accessibility: [...access] } : {}),
  }
}

function locationType(type: string): string {
  return type === 'postal' || type === 'virtual' ? type : 'physical'
}

function coordinates({ latitude, longitude }: Element<'locations'>): {
  latitude?: number
  longitude?: number
} {
  return latitude === undefined || longitude === undefined ? {} : { latitude, longitude }
}

/**
 * The standard's address has street, town, county, postcode and country, or is none at all. Nothing is invented: one that
 * lacks any of them goes out as the place's description. Only the country follows from a British postcode.
 */
function addressOut(place: Element<'locations'>, owner: Owner): JsonObject | null {
  const { address, city, state_province, postal_code = '' } = place
  const country = place.country ?? (isPostcode(postal_code) ? 'GB' : undefined)
  const parts = {
    address_1: address,
    city,
    state_province,
    postal_code: formatPostcode(postal_code),
    country,
  }
  if (Object.values(parts).some((part) => part === undefined || part.trim() === '')) return null
  const id = owner.idFor(`address/${elementId(owner, 'locations', place.id)}`)
  return said({ id, ...parts, address_type: locationType(place.location_type) })
}

function knownOfAddress({ address, city, postal_code }: Element<'locations'>): string | undefined {
  const known = [address, city, postal_code].filter((part) => part !== undefined && part.trim() !== '')
  return known.length === 0 ? undefined : known.join(', ')
}

/** What of access holds of a place; that somebody comes to the home, or is there online, is no place's. */
const accessOfPlaces: ReadonlyMap<string, string> = new Map<(typeof accessFeatures)[number], string>([
  ['step-free', 'Step-free access'],
  ['accessible-toilet', 'Accessible toilet'],
  ['hearing-loop', 'Hearing loop'],
  ['sign-language', 'Sign language'],
  ['parking', 'Parking close by'],
])

export function accessOut({ access = [], accessibility = [] }: ServiceBody, owner: Owner): JsonObject[] {
  const described = accessibility.map(({ id, description, details }) =>
    said({ id: elementId(owner, 'accessibility', id), description, details }),
  )
  const known = access.flatMap((code) => {
    const description = accessOfPlaces.get(code)
    return description === undefined
      ? []
      : [{ id: owner.idFor(`${owner.service}/access/${code}`), description }]
  })
  return [...described, ...known]
}

/**
 * Whom to ask, without anybody's own details: a contact that has a person's name stays here. Of one that is a post
 * (“Reception”) no mobile number goes out, and no address of mail but the service's or the organisation's own.
 */
export function contactOut(
  { id, name, title, email, phone }: Element<'contacts'>,
  ownMail: readonly (string | undefined)[],
  owner: Owner,
): JsonObject[] {
  if (name !== undefined && name.trim() !== '') return []
  const mail = email !== undefined && ownMail.includes(email) ? email : undefined
  const number = phone !== undefined && !isMobile(phone) && phone.trim() !== '' ? phone : undefined
  if (!title && mail === undefined && number === undefined) return []
  const own = elementId(owner, 'contacts', id)
  const phones = number === undefined ? [] : [{ id: owner.idFor(`${own}/phone`), number }]
  return [{ ...said({ id: own, title, email: mail }), ...(phones.length > 0 ? { phones } : {}) }]
}

function isMobile(number: string): boolean {
  return /^(\+?44|0044)?0?7/.test(number.replaceAll(/[^\d+]/g, ''))
}
