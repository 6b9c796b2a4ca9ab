import type { Edition } from '#domain/form/editions.ts'
import { canonicalOf } from '#domain/form/questionnaire.ts'

/** The address of an edition's own screen. */
export function pathOfEdition(edition: Edition): string {
  return `/service/forms/edition?form=${encodeURIComponent(canonicalOf(edition.form) ?? '')}`
}

export const standing: Readonly<Record<string, string>> = {
  active: 'In use',
  draft: 'Not published yet',
  retired: 'Retired',
}
