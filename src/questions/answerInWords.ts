import { labelOf } from '#domain/form/options.ts'
import { isDate, isDateTime, type Value } from '#domain/form/value.ts'
import { formatDay, formatMoment } from '#ui/dates.ts'

/** An answer as a person reads it. What is not a whole day or moment is said as it was written. */
export function answerInWords(value: Value): string {
  switch (value.type) {
    case 'boolean':
      return value.value ? 'Yes' : 'No'
    case 'date':
    case 'dateTime':
      return momentInWords(value.value)
    default:
      return labelOf(value)
  }
}

function momentInWords(text: string): string {
  if (text.length === 10 && isDate(text)) return formatDay(text)
  return text.includes('T') && isDateTime(text) ? formatMoment(text) : text
}
