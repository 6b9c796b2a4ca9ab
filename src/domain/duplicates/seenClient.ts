import type { Seen } from '../change/write.ts'
import { type ClientBody, client, clientBody } from '../client/client.ts'
import { type Json, type JsonObject, own, sameJson } from '../json.ts'
import { jsonObjectSchema } from '../json.ts'
import { nhsNumberDigits } from '../client/nhsNumber.ts'
import type { Written } from '../record/record.ts'
import { ruleOf } from '../merge/rules.ts'

/** A client's record as its author sees it. */
export type SeenClient = Omit<Seen, 'body'> & { body: ClientBody; written?: Written | undefined }

/** What is of the file and not of the person: it is neither compared nor taken over. */
const OF_THE_FILE: readonly string[] = [
  'team',
  'merged',
  'notSameAs',
  'restriction',
  'retention',
  'externalReference',
]

/** What is known of a person, in the order in which it is read. */
export const personFields: readonly string[] = Object.keys(clientBody.shape).filter(
  (field) => !OF_THE_FILE.includes(field),
)

export function valueOf(body: ClientBody, field: string): Json {
  return own(plain(body), field) ?? null
}

/** A body as JSON: what is absent is left out. */
export function plain(body: ClientBody): JsonObject {
  return jsonObjectSchema.parse(JSON.parse(JSON.stringify(body)))
}

/** Whether two values of a field say the same: a number however it is spaced, and nothing however nothing is said. */
export function saysSame(field: string, a: Json, b: Json): boolean {
  if (saysNothing(a) && saysNothing(b)) return true
  if (field === 'nhsNumber' && typeof a === 'string' && typeof b === 'string') {
    return nhsNumberDigits(a) === nhsNumberDigits(b)
  }
  return sameJson(a, b)
}

export function saysNothing(value: Json): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Sets and lists can hold what both say; of a plain value one is chosen. */
export function canHoldBoth(field: string): boolean {
  return ruleOf(client.rules, field).merge !== 'value'
}
