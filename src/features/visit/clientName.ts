import type { ClientBody } from '#domain/client/client.ts'

/** As the person wants to be called. */
export function clientName({ preferredName, firstName, familyName }: ClientBody): string {
  return preferredName?.trim() || `${firstName} ${familyName}`.trim()
}
