import { err, ok, type Result } from '../result.ts'
import { valueSchema, type Value, type ValueType } from './value.ts'

type Prefix = 'value' | 'answer'
export type FhirValueProblem = 'none' | 'several' | 'unsupported' | 'malformed'

const suffixes = {
  Boolean: 'boolean',
  Integer: 'integer',
  Decimal: 'decimal',
  String: 'string',
  Date: 'date',
  DateTime: 'dateTime',
  Coding: 'coding',
  Quantity: 'quantity',
} as const satisfies Record<string, ValueType>

/**
 * Reads FHIR's `value[x]` (or `answer[x]`) from the object that carries it: `{ valueInteger: 3 }` is an integer 3.
 * A type outside the subset (`valueReference`, `valueUri` …) is `unsupported`, never skipped.
 */
export function readValue(holder: object, prefix: Prefix = 'value'): Result<Value, FhirValueProblem> {
  const entries: [string, unknown][] = Object.entries(holder)
  const found = entries.filter(([key, value]) => isChoiceKey(key, prefix) && value !== undefined)
  const [first, second] = found
  if (!first) return err('none')
  if (second) return err('several')
  const type = typeOf(first[0].slice(prefix.length))
  if (!type) return err('unsupported')
  const parsed = valueSchema.safeParse({ type, value: first[1] })
  return parsed.success ? ok(parsed.data) : err('malformed')
}

/** The reverse of `readValue`: `{ valueInteger: 3 }`. */
export function writeValue(value: Value): Record<string, unknown> {
  return { [`value${value.type.charAt(0).toUpperCase()}${value.type.slice(1)}`]: value.value }
}

/** `valueInteger`, but neither `value` itself nor a word such as `valued`. */
function isChoiceKey(key: string, prefix: Prefix): boolean {
  return key.startsWith(prefix) && /^[A-Z]/.test(key.slice(prefix.length))
}

function typeOf(suffix: string): ValueType | undefined {
  return Object.entries(suffixes).find(([name]) => name === suffix)?.[1]
}
