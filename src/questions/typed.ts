import type { ItemView } from '#domain/form/openForm.ts'
import { labelOf } from '#domain/form/options.ts'
import type { Unit } from '#domain/form/units.ts'
import type { Value } from '#domain/form/value.ts'

/** What stands in the box for an answer. */
export function typedIn(value: Value): string {
  return value.type === 'quantity' ? String(value.value.value ?? '') : labelOf(value)
}

/** What was typed as an answer; a text where it is not yet what the question asks for. Undefined: an empty box. */
export function answerOf(item: ItemView, typed: string, before: Value | undefined): Value | undefined {
  if (typed === '') return undefined
  const number = numberIn(typed)
  const asTyped: Value = { type: 'string', value: typed }
  switch (item.type) {
    case 'integer':
    case 'decimal':
      return number === null ? asTyped : { type: item.type, value: number }
    case 'quantity':
      return number === null
        ? asTyped
        : { type: 'quantity', value: { value: number, ...unitOfAnswer(item, before) } }
    default:
      return asTyped
  }
}

/** The unit that an answer has, else the first that the form offers. */
export function unitOfAnswer(item: ItemView, value: Value | undefined): Unit | undefined {
  const chosen =
    value?.type === 'quantity' ? item.units.find(({ unit }) => unit === value.value.unit) : undefined
  return chosen ?? item.units[0]
}

/** The same number in another unit, as the person says it: nothing is converted. */
export function inUnit(item: ItemView, value: Value | undefined, name: string): Value | undefined {
  const unit = item.units.find((each) => each.unit === name)
  if (value?.type !== 'quantity') return value ?? (unit && { type: 'quantity', value: { ...unit } })
  return {
    type: 'quantity',
    value: { ...(value.value.value === undefined ? {} : { value: value.value.value }), ...unit },
  }
}

function numberIn(typed: string): number | null {
  return /^-?\d+([.,]\d+)?$/.test(typed.trim()) ? Number(typed.trim().replace(',', '.')) : null
}
