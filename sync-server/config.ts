import { parseArgs } from 'node:util'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { err, ok, type Result } from '#domain/result.ts'
import { POSTGRES_URL } from './store/store.ts'

/** All that a server can be told, by its environment and its command line; see the README of this folder. */
export interface Config {
  host: string
  port: number
  /** PostgreSQL's address; null means SQLite, in the data folder. */
  databaseUrl: string | null
  /** Where the secret lies, and SQLite's file. */
  dataFolder: string
  appFolder: string
  /** Signs sessions and seals recovery keys; null means one of its own, made once and kept in the data folder. */
  secret: string | null
  /** Where people reach the server; null means its own address. */
  publicUrl: string | null
  trustedProxies: string | null
  /** Invented data and known passwords, on this machine only. `keep`: go on with what was there. */
  demo: { keep: boolean } | null
  /** Routes that make trouble on demand. */
  faults: boolean
  logLevel: 'silent' | 'error' | 'warn' | 'info'
}

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(POSTGRES_URL, 'begins with postgres:// or postgresql://; without it SQLite is used')
    .optional(),
  DOORSTEP_DATA: z.string().min(1).default('./data'),
  DOORSTEP_APP_DIR: z.string().min(1).default('./dist/app'),
  DOORSTEP_SECRET: z.string().min(32).optional(),
  DOORSTEP_FAULTS: z.enum(['0', '1']).default('0'),
  DOORSTEP_LOG: z.enum(['silent', 'error', 'warn', 'info']).default('warn'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: z.string().min(1).optional(),
})

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']

/** Reads what the server was told; the error is a sentence for whoever started it. */
export function readConfig(env: NodeJS.ProcessEnv, args: string[]): Result<Config, string> {
  const options = readOptions(args)
  if (!options.ok) return options
  const { port, demo = false, keep = false } = options.value
  const parsed = environment.safeParse({ ...env, ...(port === undefined ? {} : { PORT: port }) })
  if (!parsed.success) return err(faultsOf(parsed.error))
  const told = parsed.data
  if (demo && !LOOPBACK.includes(told.HOST))
    return err('--demo has known passwords: it listens on this machine only')
  if (demo && !keep && told.DATABASE_URL !== undefined)
    return err(
      '--demo begins anew, which a database at DATABASE_URL is too good for: add --keep, or unset it',
    )
  if (keep && !demo) return err('--keep goes with --demo')
  if (told.DOORSTEP_FAULTS === '1' && !demo) return err('DOORSTEP_FAULTS is accepted with --demo only')
  return ok({
    host: told.HOST,
    port: told.PORT,
    databaseUrl: told.DATABASE_URL ?? null,
    dataFolder: resolve(told.DOORSTEP_DATA, demo ? 'demo' : ''),
    appFolder: resolve(told.DOORSTEP_APP_DIR),
    secret: told.DOORSTEP_SECRET ?? null,
    publicUrl: told.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    trustedProxies: told.TRUST_PROXY ?? null,
    demo: demo ? { keep } : null,
    faults: told.DOORSTEP_FAULTS === '1',
    logLevel: told.DOORSTEP_LOG,
  })
}

/** Where the database is, as `openDatabase` takes it. */
export function databaseOf({ databaseUrl, dataFolder }: Pick<Config, 'databaseUrl' | 'dataFolder'>): string {
  return databaseUrl ?? join(dataFolder, 'doorstep.sqlite')
}

interface Options {
  port?: string | undefined
  demo?: boolean | undefined
  keep?: boolean | undefined
}

function readOptions(args: string[]): Result<Options, string> {
  try {
    const { values } = parseArgs({
      args,
      options: { port: { type: 'string' }, demo: { type: 'boolean' }, keep: { type: 'boolean' } },
    })
    return ok(values)
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error))
  }
}

function faultsOf(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n')
}
