import { type Kysely, PostgresAdapter } from 'kysely'

export type Store = 'sqlite' | 'postgres'

/** What PostgreSQL's address begins with; anything else is the path of SQLite's file. */
export const POSTGRES_URL = /^postgres(ql)?:\/\//

/** What keeps a database. */
export function storeOf<T>(database: Kysely<T>): Store {
  return database.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite'
}
