import { serviceName } from '../accounts/ground.ts'
import { UnusableDatabase } from '../store/database.ts'
import type { Database } from '../store/tables.ts'

/**
 * Throws where a demo would be served out of a real service's database, or a demo, whose passwords are known, as a real
 * service. SQLite keeps them in two files; on PostgreSQL an address does not tell.
 */
export async function refuseMixture(database: Database, tenant: string, asDemo: boolean): Promise<void> {
  if ((await serviceName(database, tenant)) === null) return
  const isDemo = await holdsDemo(database)
  if (isDemo === asDemo) return
  throw new UnusableDatabase(
    isDemo
      ? 'DATABASE_URL leads to a demo service, with known passwords: start it with --demo --keep'
      : 'DATABASE_URL leads to a service in real use: --demo is not for it',
  )
}

/** Nobody real has an address under `.test` (RFC 6761). */
async function holdsDemo(database: Database): Promise<boolean> {
  const found = await database
    .selectFrom('auth_user')
    .select('id')
    .where('email', 'like', '%@demo.test')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
