import type { Database as SqliteFile, Statement } from 'better-sqlite3'
import { Kysely, type KyselyPlugin, type SqliteDatabase, SqliteDialect } from 'kysely'
import type { SignIns } from '#server/accounts/signIns.ts'
import { buildApp } from '#server/http/app.ts'
import type { Pokes } from '#server/http/pokes.ts'
import type { App } from '#server/http/types.ts'
import type { Tables } from '#server/store/tables.ts'
import { TENANT } from './cast.ts'

/** How long a process of the server lives: `left` statements to go, null for as long as it likes. */
export interface Life {
  alive: boolean
  left: number | null
  onDeath: () => void
}

/** The real server over a database file, without a socket. It dies with its life, between any two statements. */
export async function startProcess(
  file: SqliteFile,
  life: Life,
  ground: { now: () => Date; newId: () => string },
): Promise<App> {
  const dialect = new SqliteDialect({ database: mortal(file, life) })
  const database = new Kysely<Tables>({ dialect, plugins: [takingTurns] })
  const limit = { most: 1000, window: 1 }
  const app = await buildApp(
    {
      ground: { database, ...ground },
      signIns: whoeverTheySay,
      pokes: noPokes,
      tenant: TENANT,
      secret: 'a secret for a simulated server only',
      publicUrl: 'http://simulated.test',
      limits: { account: limit, address: limit },
    },
    { appFolder: '/nowhere', logger: false, trustedProxies: null },
  )
  await app.ready()
  return app
}

/**
 * Lets others have a turn after each statement, as a database over a wire does: requests that arrive together really
 * run into one another.
 */
const takingTurns: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => {
    await new Promise((resolve) => setImmediate(resolve))
    return result
  },
}

/** What a statement meets in a process that is no more. Nothing catches it for long. */
class ServerDied extends Error {
  override readonly name = 'ServerDied'
}

function mortal(file: SqliteFile, life: Life): SqliteDatabase {
  const prepared = new Map<string, Statement>()
  return {
    close: () => undefined,
    prepare: (sql) => {
      if (life.left !== null && life.alive) {
        life.left -= 1
        if (life.left < 0) die(life)
      }
      if (!life.alive) throw new ServerDied('The server is no more')
      const known = prepared.get(sql) ?? file.prepare(sql)
      prepared.set(sql, known)
      return known
    },
  }
}

function die(life: Life): void {
  life.alive = false
  life.onDeath()
}

/** A cookie that says whose it is: passwords are tested elsewhere. */
const whoeverTheySay: SignIns = {
  signIn: async () => null,
  signOut: async () => [],
  whoIs: async (cookie) => {
    const user = cookie.replace('session=', '')
    return { id: user, user, email: `${user}@simulated.test`, setCookies: [] }
  },
  saveUser: async () => '',
  findUser: async () => null,
}

/** Devices of a history ask by themselves. */
const noPokes: Pokes = {
  open: () => undefined,
  poke: () => undefined,
  closeSession: () => undefined,
  closeAll: async () => undefined,
}
