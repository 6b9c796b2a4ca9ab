import type { ClientBody } from './client.ts'

type Named = Pick<ClientBody, 'firstName' | 'familyName' | 'preferredName' | 'title'>

/** What to call the person at the door: the preferred name, else the first name. */
export function calledName(client: Named): string {
  return client.preferredName?.trim() || client.firstName.trim() || client.familyName.trim()
}

/**
 * The name that heads a file: what the person likes to be called, with the family name. A preferred name that
 * already has it ("Mrs Ade") stands alone.
 */
export function clientName(client: Named): string {
  const called = calledName(client)
  const family = client.familyName.trim()
  if (family === '' || words(called).includes(family.toLowerCase())) return called
  return `${called} ${family}`
}

/** The name as it is on paper, where it differs from the one that heads the file. */
export function formalName(client: Named): string {
  return [client.title, client.firstName, client.familyName]
    .map((part) => part?.trim() ?? '')
    .filter((part) => part !== '')
    .join(' ')
}

/** For sorting: by family name, then by first name. */
export function sortName(client: Named): string {
  return `${client.familyName} ${client.firstName}`.trim().toLowerCase()
}

function words(text: string): string[] {
  return text.toLowerCase().split(/\s+/)
}
