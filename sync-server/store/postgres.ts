import pg from 'pg'
import { CompiledQuery, type DatabaseConnection, type Dialect, PostgresDialect } from 'kysely'

/** The oldest PostgreSQL that is tested against. */
const OLDEST = 15
/** As long as SQLite waits for another writer, see `sqlite.ts`. Milliseconds. */
const LOCK_TIMEOUT = 10_000
const CONNECT_TIMEOUT = 10_000
/** A process that stands still in the middle of a push must not hold up the others for good. Milliseconds. */
const IDLE_TIMEOUT = 60_000
/** Several processes share what PostgreSQL allows, by default a hundred. */
const MOST_CONNECTIONS = 12

/** Told of a connection that was lost while nothing was asked over it. */
export type OnLost = (error: Error) => void

/**
 * PostgreSQL, over a pool of connections. A transaction is READ COMMITTED whatever the database's default: a writer
 * that has waited for the counter's lock must see in its next statement what was written before it. And a commit is on
 * the disk before it is answered: a receipt promises it.
 */
export function postgresDialect(url: string, onLost: OnLost): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    types: numbersAsNumbers(),
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    lock_timeout: LOCK_TIMEOUT,
    idle_in_transaction_session_timeout: IDLE_TIMEOUT,
    application_name: 'doorstep',
    keepAlive: true,
  })
  // The pool listens to a connection only while nobody uses it; one that breaks between two statements of a transaction
  // would end the process (https://github.com/brianc/node-postgres/issues/1324). The next statement fails by itself.
  pool.on('connect', (client) => client.on('error', onLost))
  pool.on('error', onLost)
  return new PostgresDialect({ pool, onCreateConnection: settle })
}

/** `bigint` and `count(*)` as numbers, for this pool alone; the order of a tenant stays far below 2 ** 53. */
function numbersAsNumbers(): pg.TypeOverrides {
  const types = new pg.TypeOverrides()
  types.setTypeParser(pg.types.builtins.INT8, (text) => {
    const number = Number(text)
    if (!Number.isSafeInteger(number)) throw new Error(`${text} is larger than can be counted`)
    return number
  })
  return types
}

const SETTLED = [
  'set session characteristics as transaction isolation level read committed',
  // A database that was set to promise more than its own disk (a replica's) goes on doing so.
  `select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'`,
]

async function settle(connection: DatabaseConnection): Promise<void> {
  for (const statement of SETTLED) await connection.executeQuery(CompiledQuery.raw(statement))
}

/** Null where this server can do with that database, else a sentence. `version`: what `select version()` answers. */
export function tooOld(version: string): string | null {
  const major = Number(/^PostgreSQL (\d+)/.exec(version)?.[1] ?? OLDEST)
  if (major >= OLDEST) return null
  return `Doorstep needs PostgreSQL ${OLDEST} or newer; DATABASE_URL leads to ${version.split(' on ')[0]}`
}
