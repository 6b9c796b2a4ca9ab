import type { Role } from '#domain/staff/staff.ts'
import type { Database } from '../store/tables.ts'

/** Only referrers and providers are of an organisation. */
export function organisationFor(role: Role, organisation: string | null | undefined): string | null {
  return role === 'referrer' || role === 'provider' ? (organisation ?? null) : null
}

/** A provider is of an organisation of the directory; a referrer of a practice or of an organisation, or of none. */
export async function isKnownOrganisation(
  database: Database,
  tenant: string,
  role: Role,
  organisation: string | null,
): Promise<boolean> {
  if (organisation === null) return role !== 'provider'
  const row = await database
    .selectFrom('records')
    .select('kind')
    .where('tenant', '=', tenant)
    .where('id', '=', organisation)
    .executeTakeFirst()
  return row?.kind === 'organisation' || (role === 'referrer' && row?.kind === 'practice')
}
