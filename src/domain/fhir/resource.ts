import { isDate } from '../form/value.ts'
import { type Json, type JsonObject, jsonObjectSchema } from '../json.ts'

/** A resource of FHIR R4 (http://hl7.org/fhir/R4/), as plain JSON. */
export type Resource = JsonObject & { resourceType: string; id: string }

type Given = { [key: string]: Json | undefined | Given | (Json | undefined | Given)[] }

/** Without the parts that are not there: FHIR has no empty elements. */
export function resource(resourceType: string, id: string, parts: Given): Resource {
  return { ...jsonObjectSchema.parse(JSON.parse(JSON.stringify(filled(parts) ?? {}))), resourceType, id }
}

function filled(part: unknown): unknown {
  if (part === undefined || part === null || part === '') return undefined
  if (Array.isArray(part)) {
    const each = part.map(filled).filter((one) => one !== undefined)
    return each.length > 0 ? each : undefined
  }
  if (typeof part !== 'object') return part
  const entries = Object.entries(part)
    .map(([key, value]) => [key, filled(value)] as const)
    .filter(([, value]) => value !== undefined)
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

/** A reference to a record of ours by its id; undefined where there is none. */
export function to(type: string, id: string | undefined): { reference: string } | undefined {
  return id === undefined || !isFhirId(id) ? undefined : { reference: `${type}/${id}` }
}

/** Ids of ours are UUIDs; those of elements may be anything, and FHIR's may not. */
export function isFhirId(id: string): boolean {
  return /^[A-Za-z0-9.-]{1,64}$/.test(id)
}

/** The id of something that is part of a record. */
export function partId(record: string, part: string): string {
  return `${record}-${part.replaceAll(/[^A-Za-z0-9.-]/g, '-')}`.slice(0, 64)
}

export function snomed(code: string, display: string): { coding: JsonObject[]; text: string } {
  return { coding: [{ system: 'http://snomed.info/sct', code, display }], text: display }
}

/** A code of ours: `system` by what it is a code of. */
export function ours(of: string, code: string): { coding: JsonObject[]; text: string } {
  return { coding: [{ system: `urn:doorstep:${of}`, code }], text: code }
}

/** A day as it is; undefined where what was typed is none. */
export function dayOrNone(day: string | undefined): string | undefined {
  return day !== undefined && isDate(day) ? day : undefined
}

/**
 * A moment with its zone. Ours are instants, or local times at the place (`2026-03-02T10:30`): the service is in the
 * United Kingdom, and so is the clock on its walls.
 */
export function momentOrNone(moment: string | undefined): string | undefined {
  if (moment === undefined || Number.isNaN(Date.parse(moment))) return undefined
  if (isDate(moment)) return moment
  if (/(Z|[+-]\d{2}:\d{2})$/.test(moment)) return new Date(moment).toISOString()
  const local = `${moment.slice(0, 16)}:00`
  return `${local}${londonOffset(new Date(`${local}Z`))}`
}

/** Summer time begins and ends at one in the morning UTC, so an hour's doubt only moves what happens in that night. */
function londonOffset(near: Date): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeZoneName: 'longOffset' })
  const name = parts.formatToParts(near).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'
  return /[+-]\d{2}:\d{2}/.exec(name)?.[0] ?? '+00:00'
}
