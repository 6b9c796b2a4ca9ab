import { useMemo } from 'react'
import type { Role } from '#domain/staff/staff.ts'
import { useRecords } from '#store/react.ts'

interface Choice {
  value: string
  label: string
}

/** The practices and organisations of the directory, by name. */
export interface Organisations {
  practices: readonly Choice[]
  organisations: readonly Choice[]
}

export function useOrganisations(): Organisations {
  const practices = useRecords('practice')
  const organisations = useRecords('organisation')
  return useMemo(
    () => ({ practices: choicesOf(practices ?? []), organisations: choicesOf(organisations ?? []) }),
    [practices, organisations],
  )
}

function choicesOf(records: readonly { id: string; body: { name: string } }[]): Choice[] {
  return records
    .map(({ id, body }) => ({ value: id, label: body.name }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB'))
}

/** What somebody of this role can be of; null where the role is of none. */
export function organisationsFor(
  role: Role,
  { practices, organisations }: Organisations,
): readonly Choice[] | null {
  switch (role) {
    case 'provider':
      return organisations
    case 'referrer':
      return [...practices, ...organisations]
    case 'manager':
    case 'coordinator':
    case 'volunteer':
      return null
  }
}

export function nameOfOrganisation(
  { practices, organisations }: Organisations,
  id: string | null | undefined,
): string | null {
  return [...practices, ...organisations].find(({ value }) => value === id)?.label ?? null
}
