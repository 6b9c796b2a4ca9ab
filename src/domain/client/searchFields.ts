import type { ClientBody } from './client.ts'
import { nhsNumberDigits } from './nhsNumber.ts'
import { squeezed } from './postcode.ts'

/** What a file is found by: words by name, and numbers however they are spaced. */
export interface SearchFields {
  names: string
  nhsNumber: string
  phones: string
  postcode: string
}

export function searchFields(client: ClientBody): SearchFields {
  return {
    names: [client.preferredName, client.firstName, client.familyName].filter(Boolean).join(' '),
    nhsNumber: nhsNumberDigits(client.nhsNumber ?? ''),
    phones: [client.phone, client.mobile].map((number) => telephoneDigits(number ?? '')).join(' '),
    postcode: squeezed(client.address?.postcode ?? ''),
  }
}

/**
 * What somebody types into the one box:
 *
 * - `digits`: a part of an NHS number or a telephone number, three digits or more
 * - `postcode`: the beginning of a postcode, at least its area and district (`DA16`, `da161a`)
 * - `words`: a name, perhaps half typed, perhaps mistyped
 */
export type Query = { by: 'nothing' } | { by: 'digits' | 'postcode' | 'words'; text: string }

export function readQuery(typed: string): Query {
  const text = typed.trim()
  if (text === '') return { by: 'nothing' }
  if (/^[\d\s()+-]+$/.test(text)) {
    const digits = telephoneDigits(text)
    return digits.length < 3 ? { by: 'nothing' } : { by: 'digits', text: digits }
  }
  const packed = squeezed(text)
  if (/^[A-Z]{1,2}\d[A-Z\d]?(\d[A-Z]{0,2})?$/.test(packed)) return { by: 'postcode', text: packed }
  return { by: 'words', text }
}

/** Whether a file is meant by digits or by a postcode. Words are the matter of an index that forgives slips. */
export function matchesNumber(fields: SearchFields, query: Query): boolean {
  switch (query.by) {
    case 'digits':
      return fields.nhsNumber.includes(query.text) || fields.phones.includes(query.text)
    case 'postcode':
      return fields.postcode.startsWith(query.text)
    case 'words':
    case 'nothing':
      return false
  }
}

/** Digits alone, with the country code of the UK as the 0 that people dial. */
function telephoneDigits(typed: string): string {
  return typed.replaceAll(/[^\d+]/g, '').replace(/^(\+44|0044)0?/, '0')
}
