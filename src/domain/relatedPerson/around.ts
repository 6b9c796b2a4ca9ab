import type { ClientBody } from '../client/client.ts'
import { clientName } from '../client/name.ts'
import type { Held } from '../record/held.ts'
import type { RelatedPersonBody } from './relatedPerson.ts'

/**
 * Somebody around a client, as their file shows it.
 *
 * - `said`: `here` in this file; `there` only in the other person's file; `details` among the details of the client,
 *   where the emergency contact was written before people around had records of their own
 * - `roles`: what they are to the person of this file
 * - `file`: their own, where they have one
 */
export interface PersonAround {
  id: string
  said: 'here' | 'there' | 'details'
  name: string
  relation: string | undefined
  roles: string[]
  phone: string | undefined
  note: string | undefined
  file: string | undefined
}

/** What a role is from the other side: whoever is cared for by somebody is looked at as their carer. */
const mirrors: Readonly<Record<string, string>> = {
  carer: 'cared-for',
  'cared-for': 'carer',
  household: 'household',
  'emergency-contact': 'emergency-contact-of',
  'emergency-contact-of': 'emergency-contact',
  'next-of-kin': 'next-of-kin-of',
  'next-of-kin-of': 'next-of-kin',
  professional: 'professional-of',
  'professional-of': 'professional',
}

/** A role that this version does not know is the same from both sides. */
export function mirrored(role: string): string {
  return mirrors[role] ?? role
}

type Files = ReadonlyMap<string, { body: ClientBody }>

/**
 * Everybody around a client: whom their own file names, and in whose file they are named. Where both files name each
 * other it is one person, with the roles that either says. Whom to ring first comes first.
 */
export function peopleAround(
  client: Held<ClientBody>,
  related: readonly Held<RelatedPersonBody>[],
  files: Files,
): PersonAround[] {
  const here = related.filter(({ file }) => file === client.id).map(asSaidHere)
  const there = related
    .filter(({ file, body }) => body.client === client.id && file !== client.id)
    .flatMap((record) => asSaidThere(record, files))
  const alone = there.filter(({ file }) => !here.some((person) => person.file === file))
  const known = here.map((person) => withRoles(person, there))
  return withDetails(client, [...known, ...onePerFile(alone)]).toSorted(byUrgency)
}

/** Whom to ring in an emergency, those with a number first. */
export function emergencyContacts(people: readonly PersonAround[]): PersonAround[] {
  return people
    .filter(({ roles }) => roles.includes('emergency-contact'))
    .toSorted((a, b) => Number(a.phone === undefined) - Number(b.phone === undefined))
}

function asSaidHere({ id, body }: Held<RelatedPersonBody>): PersonAround {
  const { name, relation, roles, phone, note, client } = body
  return { id, said: 'here', name, relation, roles, phone, note, file: client }
}

/** Only of a file that is on the device: of any other the name is not known either. */
function asSaidThere({ id, file, body }: Held<RelatedPersonBody>, files: Files): PersonAround[] {
  const other = file === null ? undefined : files.get(file)?.body
  if (file === null || !other) return []
  const phone = other.mobile ?? other.phone
  const roles = body.roles.map(mirrored)
  return [
    { id, said: 'there', name: clientName(other), relation: undefined, roles, phone, note: undefined, file },
  ]
}

function withRoles(person: PersonAround, others: readonly PersonAround[]): PersonAround {
  const more = others.filter(({ file }) => file !== undefined && file === person.file)
  const roles = [...new Set([...person.roles, ...more.flatMap((other) => other.roles)])]
  return { ...person, roles, phone: person.phone ?? more[0]?.phone }
}

function onePerFile(people: readonly PersonAround[]): PersonAround[] {
  const firsts = people.filter((person, i) => people.findIndex(({ file }) => file === person.file) === i)
  return firsts.map((person) => withRoles(person, people))
}

/** The contact among the details is somebody of their own, unless one of this name stands there already. */
function withDetails({ id, body }: Held<ClientBody>, people: readonly PersonAround[]): PersonAround[] {
  const contact = body.emergencyContact
  if (!contact) return [...people]
  const { name, relation, phone } = contact
  const roles = ['emergency-contact']
  const same = people.find((person) => isSame(person.name, name))
  const details = { id: `${id}.details`, said: 'details', name, relation, roles, phone } as const
  if (!same) return [...people, { ...details, roles, note: undefined, file: undefined }]
  return people.map((person) => (person === same ? alsoContact(person, { relation, phone }) : person))
}

/** Whom this file describes, it describes alone; of somebody whom only another file names, the details say more. */
function alsoContact(
  person: PersonAround,
  { relation, phone }: { relation: string | undefined; phone: string | undefined },
): PersonAround {
  if (person.said === 'here') return person
  const roles = [...new Set([...person.roles, 'emergency-contact'])]
  return { ...person, relation: person.relation ?? relation, phone: phone ?? person.phone, roles }
}

function isSame(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}

function byUrgency(a: PersonAround, b: PersonAround): number {
  return rank(a) - rank(b) || a.name.localeCompare(b.name)
}

const urgency = ['emergency-contact', 'next-of-kin', 'carer', 'household', 'cared-for']

function rank({ roles }: PersonAround): number {
  const first = urgency.findIndex((role) => roles.includes(role))
  return first < 0 ? urgency.length : first
}
