import { isRunning } from '../directory/choose.ts'
import type { BodyOf } from '../kind/kinds.ts'
import { phone } from './people.ts'
import { partId, resource, type Resource, to } from './resource.ts'

const days: Readonly<Record<string, string>> = {
  MO: 'mon',
  TU: 'tue',
  WE: 'wed',
  TH: 'thu',
  FR: 'fri',
  SA: 'sat',
  SU: 'sun',
}

/** An entry of the directory, and the places where it is. */
export function serviceOf(id: string, body: BodyOf<'service'>): Resource[] {
  const locations = (body.locations ?? []).map((place) => ({ place, locationId: partId(id, place.id) }))
  const service = resource('HealthcareService', id, {
    active: isRunning(body),
    providedBy: to('Organization', body.organization_id),
    category: (body.categories ?? []).map((text) => ({ text })),
    location: locations.map(({ locationId }) => to('Location', locationId)),
    name: body.name,
    comment: body.description,
    extraDetails: [body.application_process, body.fees_description].filter(Boolean).join('\n'),
    telecom: [
      ...(body.phones ?? []).map(({ number }) => phone(number, 'work')),
      body.email ? { system: 'email', value: body.email } : undefined,
      body.url ? { system: 'url', value: body.url } : undefined,
    ],
    communication: (body.languages ?? []).map((text) => ({ text })),
    availableTime: (body.schedules ?? []).flatMap((schedule) => availableTimeOf(schedule) ?? []),
    availabilityExceptions: (body.schedules ?? []).flatMap(({ description }) => description ?? []).join('; '),
  })
  const places = locations.map(({ place, locationId }) =>
    resource('Location', locationId, {
      name: place.name ?? place.address ?? place.postal_code ?? 'Place',
      mode: 'instance',
      address: {
        line: [place.address],
        city: place.city,
        postalCode: place.postal_code,
        country: place.country,
      },
      position:
        place.latitude === undefined || place.longitude === undefined
          ? undefined
          : { longitude: place.longitude, latitude: place.latitude },
    }),
  )
  return [service, ...places]
}

/** Weekly times only: FHIR has no “first Tuesday of the month” here. */
function availableTimeOf({
  freq,
  byday = '',
  opens_at,
  closes_at,
}: NonNullable<BodyOf<'service'>['schedules']>[number]) {
  const daysOfWeek = byday.split(',').flatMap((day) => days[day.trim().toUpperCase()] ?? [])
  if (freq === 'MONTHLY' || daysOfWeek.length === 0) return null
  return { daysOfWeek, availableStartTime: time(opens_at), availableEndTime: time(closes_at) }
}

function time(text: string | undefined): string | undefined {
  const found = /^([01]\d|2[0-3]):[0-5]\d/.exec(text ?? '')?.[0]
  return found === undefined ? undefined : `${found}:00`
}
