import { NativeSelect } from '@mantine/core'
import type { Role } from '#domain/staff/staff.ts'
import { organisationsFor, type Organisations } from './useOrganisations.ts'

export interface OrganisationFieldProps {
  id?: string
  role: Role
  organisations: Organisations
  value: string | null
  onChange: (organisation: string | null) => void
}

/** Of which organisation a provider is, of which practice or organisation a referrer; nothing for anybody else. */
export function OrganisationField({ id, role, organisations, value, onChange }: OrganisationFieldProps) {
  const offered = organisationsFor(role, organisations)
  if (!offered) return null
  return (
    <NativeSelect
      id={id}
      label={role === 'provider' ? 'Organisation' : 'Practice or organisation'}
      description={
        role === 'provider'
          ? 'They see the referrals that are made to it, with what was agreed to share.'
          : 'They see what became of the referrals that they make.'
      }
      data={[{ value: '', label: role === 'provider' ? 'Choose one' : 'None of these' }, ...offered]}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  )
}
