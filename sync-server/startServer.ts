import { rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { openSignIns } from './accounts/betterAuth.ts'
import { type Ground, openTenant, serviceName, systemGround } from './accounts/ground.ts'
import { setUpLink } from './accounts/invitations.ts'
import type { SignIns } from './accounts/signIns.ts'
import { type Config, databaseOf } from './config.ts'
import type { BuildDemoService } from './demo/demoService.ts'
import { refuseMixture } from './demo/mixture.ts'
import { seedDemo } from './demo/seed.ts'
import { buildApp } from './http/app.ts'
import { serviceDay } from './http/days.ts'
import { noFaults } from './http/faultRoutes.ts'
import { openPokes } from './http/pokes.ts'
import type { App, SignInLimits } from './http/types.ts'
import { keptSecret } from './secret.ts'
import { openDatabase } from './store/database.ts'
import { ordersOf } from './scopes/standing.ts'
import type { Database } from './store/tables.ts'

const MINUTE = 60_000

const LIMITS: SignInLimits = {
  account: { most: 10, window: 15 * MINUTE },
  // A surgery or an office shares one address.
  address: { most: 60, window: 15 * MINUTE },
}

export interface RunningServer {
  /** Where it listens, e.g. `http://127.0.0.1:8080`. */
  url: string
  /** The link by which the first manager sets the service up; null once that is done. */
  setUp: string | null
  app: App
  database: Database
  tenant: string
  /** Takes no more requests, finishes those under way, ends the event streams, closes the database. */
  stop: () => Promise<void>
}

export interface Given {
  limits?: SignInLimits
  ground?: (database: Database) => Ground
  /** The demo's contents; without it those of `demo/cohort`. */
  demo?: BuildDemoService
}

/**
 * Opens the database, brings it up to date, and listens. With SQLite the database is this process's own until `stop`;
 * on PostgreSQL any number of processes serve the same tenant.
 */
export async function startServer(config: Config, given: Given = {}): Promise<RunningServer> {
  if (config.demo && !config.demo.keep) rmSync(config.dataFolder, { recursive: true, force: true })
  const secret = config.secret ?? keptSecret(config.dataFolder)
  const faultLog = { report: (message: string): void => void process.stderr.write(`${message}\n`) }
  const onFault = (message: string) => faultLog.report(message)
  const database = await openDatabase(databaseOf(config), ({ message }) => onFault(message))
  const faults = config.faults ? noFaults() : null
  const ground = skewed((given.ground ?? systemGround)(database), () => faults?.skew ?? 0)
  const tenant = await openTenant(ground)
  const publicUrl = config.publicUrl ?? `http://${urlHost(config.host)}:${config.port}`
  const signIns = openSignIns({ database, secret, publicUrl, onFault })
  if (config.databaseUrl !== null) await refuseMixture(database, tenant, config.demo !== null)
  if (config.demo) await seedOnce(ground, signIns, tenant, given.demo)
  const pokes = openPokes({ orders: (tenants) => ordersOf(database, tenants), onFault })
  const services = { ground, signIns, pokes, tenant, secret, publicUrl, limits: given.limits ?? LIMITS }
  const app = await buildApp(services, {
    appFolder: config.appFolder,
    logger: config.logLevel === 'silent' ? false : { level: config.logLevel, stream: process.stderr },
    trustedProxies: config.trustedProxies,
    ...(faults ? { faults } : {}),
  })
  faultLog.report = (message) => app.log.error(message)
  await app.listen({ host: config.host, port: config.port })
  const url = `http://${urlHost(config.host)}:${portOf(app)}`
  const link = await setUpLink(ground, tenant)
  const stop = async (): Promise<void> => {
    await app.close()
    await database.destroy()
  }
  const setUp = link && `${config.publicUrl ?? url}/join/${link.token}`
  return { url, setUp, app, database, tenant, stop }
}

async function seedOnce(
  ground: Ground,
  signIns: SignIns,
  tenant: string,
  build: BuildDemoService | undefined,
): Promise<void> {
  if ((await serviceName(ground.database, tenant)) !== null) return
  const buildDemo = build ?? (await import('./demo/cohort/buildDemoService.ts')).buildDemoService
  await seedDemo(ground, signIns, tenant, buildDemo(serviceDay(ground.now())))
}

function skewed(ground: Ground, skew: () => number): Ground {
  return { ...ground, now: () => new Date(ground.now().getTime() + skew()) }
}

function portOf(app: App): number {
  const address: AddressInfo | string | null = app.server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address.port
}

function urlHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
