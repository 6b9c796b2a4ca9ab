import { extensionValues, understood } from './extensions.ts'
import type { Item } from './questionnaire.ts'
import { isBlank, type Value } from './value.ts'

/** What a quantity may be measured in: `{ unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' }`. */
export interface Unit {
  readonly unit: string
  readonly system?: string
  readonly code?: string
}

/** FHIR's `questionnaire-unit` (the one) and `questionnaire-unitOption` (several), each a coding. */
export function unitsOf({ type, extension }: Pick<Item, 'type' | 'extension'>): Unit[] {
  if (type !== 'quantity') return []
  return [understood.unit, understood.unitOption]
    .flatMap((url) => extensionValues(extension, url))
    .flatMap((value) => (value.type === 'coding' && !isBlank(value) ? [unitOf(value.value)] : []))
}

/** Whether a quantity is measured in one of these; any will do where the form names none. */
export function isMeasuredIn(units: readonly Unit[], value: Extract<Value, { type: 'quantity' }>): boolean {
  const { unit, system, code } = value.value
  return (
    units.length === 0 ||
    units.some(
      (one) => one.system === system && one.code === code && (code !== undefined || one.unit === unit),
    )
  )
}

function unitOf({ system, code, display }: Extract<Value, { type: 'coding' }>['value']): Unit {
  return {
    unit: display ?? code ?? '',
    ...(system === undefined ? {} : { system }),
    ...(code === undefined ? {} : { code }),
  }
}
