/**
 * How a field merges when two people have changed it:
 * a plain value is contested; a set merges element by element; a keyed list by its elements' key.
 */
export type FieldRule = { merge: 'value' } | { merge: 'set' } | { merge: 'keyed'; key: string }

export type FieldRules = Readonly<Record<string, FieldRule>>

export const asSet: FieldRule = { merge: 'set' }
export const asKeyedList: FieldRule = { merge: 'keyed', key: 'id' }
const asValue: FieldRule = { merge: 'value' }

/** A field without a rule, or of a version yet to come, is a plain value. */
export function ruleOf(rules: FieldRules, field: string): FieldRule {
  return (Object.hasOwn(rules, field) ? rules[field] : undefined) ?? asValue
}

/** The key of a list's elements; `id` where no rule says otherwise, as of a version yet to come. */
export function keyOf(rules: FieldRules, field: string): string {
  const rule = ruleOf(rules, field)
  return rule.merge === 'keyed' ? rule.key : 'id'
}
