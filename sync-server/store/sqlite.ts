import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { type DatabaseConnection, type Dialect, SqliteDialect, SqliteDriver } from 'kysely'

/** How long a writer waits for another process (a backup, the command line) before it gives up, in milliseconds. */
const BUSY_TIMEOUT = 10_000

/**
 * SQLite in one file. `synchronous=FULL` because a receipt promises that the change is kept, also through a power
 * cut (https://sqlite.org/pragma.html#pragma_synchronous). The one connection serialises all transactions.
 */
export function sqliteDialect(file: string): Dialect {
  mkdirSync(dirname(file), { recursive: true })
  const database = new Sqlite(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  // What is deleted is overwritten at once (https://sqlite.org/pragma.html#pragma_secure_delete).
  database.pragma('secure_delete = ON')
  database.pragma(`busy_timeout = ${BUSY_TIMEOUT}`)
  return new ForgivingDialect(database)
}

/**
 * A full disk makes SQLite take a transaction back by itself (https://sqlite.org/lang_transaction.html, section 3.2).
 * Taking it back once more would fail, and hide what was wrong.
 */
class ForgivingDialect extends SqliteDialect {
  readonly #database: Sqlite.Database

  constructor(database: Sqlite.Database) {
    super({ database })
    this.#database = database
  }

  override createDriver(): SqliteDriver {
    return new ForgivingDriver(this.#database)
  }
}

class ForgivingDriver extends SqliteDriver {
  readonly #database: Sqlite.Database

  constructor(database: Sqlite.Database) {
    super({ database })
    this.#database = database
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection)
  }
}
