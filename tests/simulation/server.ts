import Sqlite, { type Database as SqliteFile } from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { App } from '#server/http/types.ts'
import { beginEpoch } from '#server/store/epochs.ts'
import type { Tables } from '#server/store/tables.ts'
import { TENANT } from './cast.ts'
import type { Clockwork } from './clockwork.ts'
import { idFrom } from './random.ts'
import { type Life, startProcess } from './serverProcess.ts'

export interface ServerRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH'
  url: string
  headers: Record<string, string>
  body: string | undefined
}

export interface ServerReply {
  status: number
  body: string
}

/** The one server of a history: a file that lasts, and a process over it that may die and is started again. */
export class Server {
  file: SqliteFile
  readonly #clockwork: Clockwork
  readonly #seed: number
  #process: { app: App; life: Life } | null = null
  #backup: Buffer
  #made = 0
  #down = 0

  private constructor(template: Buffer, clockwork: Clockwork, seed: number) {
    this.file = new Sqlite(template)
    this.#backup = template
    this.#clockwork = clockwork
    this.#seed = seed
  }

  static async start(template: Buffer, clockwork: Clockwork, seed: number): Promise<Server> {
    const server = new Server(template, clockwork, seed)
    await server.#begin()
    return server
  }

  /** Null where no answer comes: the server is down, or died over it. */
  async handle({ method, url, headers, body }: ServerRequest): Promise<ServerReply | null> {
    const process = this.#process
    if (!process) return null
    const answer = this.#clockwork.busyWith(
      process.app.inject({ method, url, headers, ...(body === undefined ? {} : { payload: body }) }),
    )
    const { statusCode, payload } = await answer
    return process.life.alive ? { status: statusCode, body: payload } : null
  }

  /** Dies at the so-manieth statement from now, and comes back after `down` milliseconds. */
  killAt(statements: number, down: number): void {
    if (!this.#process) return
    this.#process.life.left = statements
    this.#down = down
  }

  backUp(): void {
    if (!this.file.inTransaction) this.#backup = this.file.serialize()
  }

  /**
   * The file as it was at the last backup, or at the beginning, under a new epoch. Answers the one that it replaced; null
   * where that was not possible.
   */
  async restore(): Promise<SqliteFile | null> {
    if (!this.#process) return null
    this.#process.life.alive = false
    this.#process = null
    const replaced = this.file
    if (replaced.inTransaction) replaced.exec('rollback')
    this.file = new Sqlite(this.#backup)
    rememberEpochs(replaced, this.file)
    await this.#beginEpoch(idFrom('epoch', this.#seed, (this.#made += 1)))
    await this.#begin()
    return replaced
  }

  async #beginEpoch(epoch: string): Promise<void> {
    const database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: this.file }) })
    await database.transaction().execute((tx) => beginEpoch(tx, TENANT, epoch))
  }

  /** Where in the order a record was altered last, as it lies in the file. */
  seqOfRecord(id: string): unknown {
    return this.file.prepare('select seq from records where id = ?').pluck().get(id)
  }

  /** Nothing happens to it any more. */
  async calmDown(): Promise<void> {
    if (this.#process) this.#process.life.left = null
    else await this.#begin()
  }

  async #begin(): Promise<void> {
    if (this.#process) return
    const life: Life = { alive: true, left: null, onDeath: () => this.#died() }
    const app = await this.#clockwork.busyWith(
      startProcess(this.file, life, {
        now: () => new Date(this.#clockwork.now),
        newId: () => idFrom('server', this.#seed, (this.#made += 1)),
      }),
    )
    this.#process = { app, life }
  }

  /** What was not committed is undone, as the next process finds it. */
  #died(): void {
    this.#process = null
    if (this.file.inTransaction) this.file.exec('rollback')
    this.#clockwork.after(this.#down, () => void this.#begin())
  }
}

/** What is replaced knew of restores that the backup is too old to know of: as `restore` in `sync-server/ops` does. */
function rememberEpochs(replaced: SqliteFile, file: SqliteFile): void {
  const put = file.prepare('insert or ignore into epochs (tenant, epoch, parent, began) values (?, ?, ?, ?)')
  const rows = replaced.prepare('select tenant, epoch, parent, began from epochs').raw().all()
  for (const row of rows) put.run(row)
}
