import { isKindName } from '#domain/kind/kinds.ts'
import type { Role } from '#domain/staff/staff.ts'
import { kindWords, unknownKind } from '#words/records/kinds.ts'
import { possessive } from './names.ts'
import type { NameOf } from '#words/records/value.ts'

interface Named {
  id: string
  kind: string
  file: string | null
}

/** Whose or what record this is: 'Amara Ade’s plan', 'Amara Ade', 'the service “Men’s Shed”'. */
export function subjectOf({ id, kind, file }: Named, nameOf: NameOf): string {
  const { noun } = isKindName(kind) ? kindWords[kind] : unknownKind
  if (kind === 'client') return nameOf('client', id) ?? 'A client'
  const client = file === null ? null : nameOf('client', file)
  if (client !== null) return `${possessive(client)} ${noun}`
  const own = isKindName(kind) ? nameOf(kind, id) : null
  return own === null ? `The ${noun}` : `The ${noun} “${own}”`
}

/** The same with a field of it: 'Amara Ade’s phone number', 'Amara Ade’s plan, review date'. */
export function fieldOfSubject(named: Named, field: string, nameOf: NameOf): string {
  const subject = subjectOf(named, nameOf)
  return named.kind === 'client' ? `${possessive(subject)} ${field}` : `${subject}: ${field}`
}

/** Where the record is shown to somebody of this role; null where there is no screen for it alone. */
export function placeOf({ id, kind, file }: Named, role: Role): string | null {
  if (role === 'provider') return kind === 'onwardReferral' ? `/requests/${id}` : '/requests'
  if (kind === 'client') return `/clients/${id}`
  if (kind === 'service') return `/directory/${id}`
  if (kind === 'dropIn') return `/drop-in/${id}`
  if (kind === 'gap') return '/gaps'
  return file === null ? null : `/clients/${file}`
}
