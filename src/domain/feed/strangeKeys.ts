import { isObject, type JsonObject, own } from '../json.ts'
import { standardKeys } from './standardKeys.ts'

/** What lies in what, as far as it is read. */
const parts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  service: {
    organization: 'organization',
    phones: 'phone',
    schedules: 'schedule',
    service_at_locations: 'service_at_location',
    locations: 'location',
    languages: 'language',
    cost_options: 'cost_option',
    service_areas: 'service_area',
    contacts: 'contact',
    attributes: 'attribute',
  },
  service_at_location: { location: 'location', phones: 'phone', schedules: 'schedule', contacts: 'contact' },
  location: {
    addresses: 'address',
    accessibility: 'accessibility',
    phones: 'phone',
    schedules: 'schedule',
    languages: 'language',
    contacts: 'contact',
  },
  contact: { phones: 'phone' },
  attribute: { taxonomy_term: 'taxonomy_term' },
}

/** The keys that the standard has not, as `phone.nummer`, each once: in another language, or misspelt. */
export function strangeKeys(raw: JsonObject, of = 'service'): Set<string> {
  const strange = Object.keys(raw)
    .filter((key) => standardKeys[of]?.has(key) === false)
    .map((key) => `${of}.${key.slice(0, 60)}`)
  const within = Object.entries(parts[of] ?? {}).flatMap(([key, part]) =>
    [own(raw, key) ?? null].flat().flatMap((item) => (isObject(item) ? [...strangeKeys(item, part)] : [])),
  )
  return new Set([...strange, ...within])
}
