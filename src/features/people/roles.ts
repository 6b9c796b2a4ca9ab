import { roles } from '#domain/staff/staff.ts'
import { role as words, wordFor } from '#words/codes.ts'

export const roleChoices = roles.map((role) => ({ value: role, label: roleName(role) }))

/** A role from a newer version is shown as it is. */
export function roleName(role: string): string {
  return wordFor(words, role) ?? role
}
