import { formatPostcode, isPostcode } from '../client/postcode.ts'
import { type Json, type JsonObject, sameJson } from '../json.ts'
import { each, inside, noteAt, noteMissing, type Reading } from './reading.ts'
import { day, email, line, number, text, time, url } from './values.ts'

// The lists of a service, each element with an id of its own by which it is known at the next import.

type Fields = Record<string, Json | undefined>

/** The elements that say something, with their ids. The same one twice counts once. */
export function elementsFrom(
  readings: readonly Reading[],
  read: (reading: Reading) => Fields | null,
): JsonObject[] {
  const elements = new Map<string, JsonObject>()
  for (const reading of readings) {
    const said = saidIn(read(reading))
    if (said === null) continue
    const id = idOf(reading, said, elements)
    if (id !== null) elements.set(id, { id, ...said })
  }
  return [...elements.values()]
}

function saidIn(fields: Fields | null): JsonObject | null {
  const entries = Object.entries(fields ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  return entries.length === 0 ? null : Object.fromEntries(entries)
}

/** Null where the same element is there already. */
function idOf(reading: Reading, said: JsonObject, before: ReadonlyMap<string, JsonObject>): string | null {
  const own = line(reading, 'id')
  const derived = () => reading.given.elementId(JSON.stringify(said))
  const id = own ?? derived()
  const twin = before.get(id)
  if (!twin) return id
  if (sameJson(twin, { id, ...said })) return null
  noteAt(reading, 'id', id, 'is another’s id too; kept under one of its own')
  return before.has(derived()) ? null : derived()
}

export function phone(reading: Reading): Fields | null {
  const typed = line(reading, 'number')
  const extension = line(reading, 'extension')
  if (typed === undefined) return missing(reading, 'number')
  if (typed.replaceAll(/\D/g, '').length < 3) {
    noteAt(reading, 'number', typed, 'is no telephone number; left out')
    return null
  }
  const number = extension === undefined ? typed : `${typed} ext. ${extension}`
  return { number, type: line(reading, 'type') ?? line(reading, 'description') }
}

export function schedule(reading: Reading): Fields {
  return {
    freq: frequency(reading),
    byday: days(reading),
    opens_at: time(reading, 'opens_at'),
    closes_at: time(reading, 'closes_at'),
    description: text(reading, 'description') ?? text(reading, 'notes'),
    valid_from: day(reading, 'valid_from'),
    valid_to: day(reading, 'valid_to'),
    interval: number(reading, 'interval', 1, 60),
    dtstart: day(reading, 'dtstart'),
    bymonthday: monthDays(reading),
    attending_type: line(reading, 'attending_type'),
  }
}

function frequency(reading: Reading): string | undefined {
  const typed = line(reading, 'freq')
  if (typed === undefined) return undefined
  const known = ['WEEKLY', 'MONTHLY'].find((code) => code === typed.toUpperCase())
  if (known === undefined) noteAt(reading, 'freq', typed, 'is neither WEEKLY nor MONTHLY; left out')
  else if (known !== typed) noteAt(reading, 'freq', typed, `read as ${known}`)
  return known
}

/** RFC 5545: `MO,TH`, `1TU`, `-1FR`; a weekday in full is understood. */
function days(reading: Reading): string | undefined {
  const typed = line(reading, 'byday')
  if (typed === undefined) return undefined
  const parts = typed
    .toUpperCase()
    .split(/[\s,;/]+/)
    .filter((part) => part !== '')
  const read = parts.flatMap((part) => {
    const [, nth = '', weekday] =
      /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)(?:N|ES?|UES?|D|DNES|R|URS?|I|T|UR|N)?(?:DAYS?)?$/.exec(part) ?? []
    return weekday === undefined ? [] : [`${nth}${weekday}`]
  })
  if (read.length < parts.length)
    noteAt(reading, 'byday', typed, read.length === 0 ? 'are no days; left out' : `read as ${read.join(',')}`)
  else if (read.join(',') !== typed) noteAt(reading, 'byday', typed, `read as ${read.join(',')}`)
  return read.length === 0 ? undefined : read.join(',')
}

function monthDays(reading: Reading): string | undefined {
  const typed = line(reading, 'bymonthday')
  if (typed === undefined || /^-?\d{1,2}(\s*,\s*-?\d{1,2})*$/.test(typed)) return typed
  noteAt(reading, 'bymonthday', typed, 'are no days of a month; left out')
  return undefined
}

const LOCATION_TYPES = ['physical', 'postal', 'virtual']

export function location(reading: Reading): Fields | null {
  const [address, ...more] = each(reading, 'addresses')
  if (more.length > 0) noteAt(reading, 'addresses', more.length + 1, 'are several; the first was read')
  const said = {
    name: line(reading, 'name') ?? line(reading, 'alternate_name'),
    ...(address ? addressOf(address) : { address: line(reading, 'description') }),
    ...coordinates(reading),
  }
  const type = locationType(reading)
  const isSaid = Object.values(said).some((value) => value !== undefined)
  return isSaid || type === 'virtual'
    ? { ...said, location_type: type }
    : missing(reading, 'name and address')
}

function locationType(reading: Reading): string {
  const typed = line(reading, 'location_type')
  const known = LOCATION_TYPES.find((code) => code === typed?.toLowerCase())
  if (typed === undefined) noteMissing(reading, 'location_type', 'taken for physical')
  else if (known !== typed) noteAt(reading, 'location_type', typed, `taken for ${known ?? 'physical'}`)
  return known ?? 'physical'
}

function addressOf(reading: Reading): Fields {
  const lines = ['attention', 'address_1', 'address_2'].flatMap((key) => line(reading, key) ?? [])
  return {
    address: lines.length > 0 ? lines.join(', ') : undefined,
    city: line(reading, 'city'),
    state_province: line(reading, 'state_province') ?? line(reading, 'region'),
    country: line(reading, 'country'),
    postal_code: postcode(reading),
  }
}

function postcode(reading: Reading): string | undefined {
  const typed = line(reading, 'postal_code')
  if (typed === undefined || isPostcode(typed)) return typed === undefined ? undefined : formatPostcode(typed)
  noteAt(reading, 'postal_code', typed, 'does not look like a postcode; kept as it is')
  return typed
}

/** Degrees of WGS 84. 0, 0 lies in the sea, and is what is written where nobody knew. */
function coordinates(reading: Reading): Fields {
  const latitude = number(reading, 'latitude', -90, 90)
  const longitude = number(reading, 'longitude', -180, 180)
  if (latitude === undefined && longitude === undefined) return {}
  if (latitude === undefined || longitude === undefined || (latitude === 0 && longitude === 0)) {
    noteAt(reading, 'latitude and longitude', [latitude ?? null, longitude ?? null], 'are no place; left out')
    return {}
  }
  if (!isInBritain(latitude, longitude) && isInBritain(longitude, latitude)) {
    noteAt(reading, 'latitude and longitude', [latitude, longitude], 'are the wrong way round; exchanged')
    return { latitude: longitude, longitude: latitude }
  }
  return { latitude, longitude }
}

/** The United Kingdom with its islands, roughly. */
function isInBritain(latitude: number, longitude: number): boolean {
  return latitude > 49 && latitude < 61.5 && longitude > -9 && longitude < 2.5
}

export function accessibility(reading: Reading): Fields | null {
  const details = [text(reading, 'details'), url(reading, 'url')].filter((part) => part !== undefined)
  const said = {
    description: text(reading, 'description'),
    details: details.length > 0 ? details.join(' ') : undefined,
  }
  return said.description === undefined && said.details === undefined ? missing(reading, 'description') : said
}

export function contact(reading: Reading): Fields | null {
  const [telephone] = elementsFrom(each(reading, 'phones'), phone)
  const number = telephone?.['number']
  const said = {
    name: line(reading, 'name'),
    title: line(reading, 'title') ?? line(reading, 'department'),
    email: email(reading, 'email'),
    phone: number,
  }
  return Object.values(said).some((value) => value !== undefined)
    ? said
    : missing(reading, 'name, email and phone')
}

export function costOption(reading: Reading): Fields | null {
  const said = {
    option: line(reading, 'option'),
    amount: number(reading, 'amount', 0, 1_000_000),
    amount_description: line(reading, 'amount_description'),
    currency: line(reading, 'currency'),
  }
  const isSaid = [said.option, said.amount, said.amount_description].some((value) => value !== undefined)
  return isSaid ? said : missing(reading, 'option and amount')
}

export function serviceArea(reading: Reading): Fields | null {
  const name = line(reading, 'name') ?? line(reading, 'service_area') ?? line(reading, 'description')
  return name === undefined ? missing(reading, 'name') : { name }
}

/** The name of a language, in English; `cy` is Welsh. */
export function language(reading: Reading): string | null {
  const name = line(reading, 'name')
  if (name !== undefined) return name
  const code = line(reading, 'code')
  if (code === undefined) return missing(reading, 'name and code')
  try {
    return languageNames.of(code) ?? code
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault
    noteAt(reading, 'code', code, 'is no code of a language; kept as it is')
    return code
  }
}

const languageNames = new Intl.DisplayNames('en-GB', { type: 'language' })

/** What a service is filed under: a word of some list, with its code there. */
export interface FiledUnder {
  name: string
  code: string | undefined
  taxonomy: string | undefined
}

export function term(reading: Reading): FiledUnder | null {
  const found = inside(reading, 'taxonomy_term')
  const name = (found && (line(found, 'name') ?? line(found, 'term'))) ?? line(reading, 'label')
  if (name === undefined) return missing(reading, 'taxonomy_term')
  const [code, taxonomy] = found ? [line(found, 'code'), line(found, 'taxonomy')] : []
  return { name, code, taxonomy }
}

function missing(reading: Reading, what: string): null {
  noteMissing(reading, what, 'left out')
  return null
}
