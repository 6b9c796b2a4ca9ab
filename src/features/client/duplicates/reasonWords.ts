import type { DuplicateReason } from '#domain/duplicates/reasons.ts'
import { duplicateReason } from '#words/codes.ts'

/** 'Same birth date, similar name' */
export function reasonWords(reasons: readonly DuplicateReason[]): string {
  const words = reasons.map((reason) => duplicateReason[reason]).join(', ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
