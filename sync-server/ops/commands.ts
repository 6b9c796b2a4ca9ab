import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Config, databaseOf } from '../config.ts'
import { clear } from '../rights/destroy.ts'
import { connect, openDatabase, readTogether } from '../store/database.ts'
import { migrations } from '../store/migrations/migrations.ts'
import type { Database } from '../store/tables.ts'
import { backUp } from './backup.ts'
import { checkBackup, type Head } from './backupFile.ts'
import { type DirectoryAsked, directoryCommand } from './directory/directoryCommand.ts'
import { exportFhir, type FhirAsked } from './fhir/exportFhir.ts'
import { type ImportKind, importCommand, onBehalf } from './import/importCommand.ts'
import { count, type Outcome } from './outcome.ts'
import type { ReportAsked } from './reportArgs.ts'
import { reportCommand } from './reportCommand.ts'
import { checkMigrations, isOlder, type Present, presentIn, restore } from './restore.ts'
import { type Verified, verifyAll } from './verify.ts'

type Told = Pick<Config, 'databaseUrl' | 'dataFolder' | 'secret'>

/** `backup FILE` */
export async function backupCommand(config: Told, file: string): Promise<Outcome> {
  const missing = missingDatabase(config)
  if (missing) return missing
  const path = resolve(file)
  const secret = fingerprintOf(config)
  const { head, rows } = await withDatabase(connect(databaseOf(config)), (database) =>
    backUp(database, path, { at: new Date().toISOString(), secret }),
  )
  const bytes = statSync(path).size
  const [records, changes] = [rows.get('records') ?? 0, rows.get('history') ?? 0]
  return {
    ok: true,
    said: [
      `Backed up ${namesOf(head)}: ${count(records, 'record')}, ${count(changes, 'change')}.`,
      `Written to ${path}, ${sizeOf(bytes)}.`,
      'It holds people’s lives in the clear: keep it where only you can read it.',
      secretAdvice(config),
    ],
    json: { file: path, bytes, at: head.at, records, changes, rows: Object.fromEntries(rows) },
  }
}

/** `restore FILE` */
export async function restoreCommand(config: Told, file: string, replace: boolean): Promise<Outcome> {
  const { head, rows } = await checkBackup(resolve(file))
  checkMigrations(head, migrations)
  return withDatabase(connect(databaseOf(config)), async (database) => {
    const present = await presentIn(database)
    if (present && !replace && !isOlder(present, head)) return wouldReplace(present, head)
    await restore(database, { file: resolve(file), migrations, newEpoch: randomUUID })
    await clear(database)
    const records = rows.get('records') ?? 0
    return {
      ok: true,
      said: [
        ...(present ? [`Replaced what was there: ${ordersText(present)}.`] : []),
        `Restored ${namesOf(head)} to ${head.at}: ${count(records, 'record')}.`,
        'Devices give back what they hold and the backup does not, each at its next contact.',
        'Whoever joined, or was given a new role or password, after the backup needs that again.',
        ...secretWarning(config, head),
        'A server that was running meanwhile should be started again.',
      ],
      json: { file: resolve(file), at: head.at, records, replaced: present?.orders ?? [] },
    }
  })
}

/** `verify`, or `verify FILE`: a backup is looked through in memory, and nothing of it is left anywhere. */
export async function verifyCommand(config: Told, file: string | null): Promise<Outcome> {
  if (file !== null) {
    checkMigrations((await checkBackup(resolve(file))).head, migrations)
    return withDatabase(await openDatabase(':memory:'), async (database) => {
      await restore(database, { file: resolve(file), migrations, newEpoch: randomUUID })
      return verified(await readTogether(database, verifyAll))
    })
  }
  const missing = missingDatabase(config)
  if (missing) return missing
  return withDatabase(await openDatabase(databaseOf(config)), async (database) =>
    verified(await readTogether(database, verifyAll)),
  )
}

/** `import KIND FILE` */
export async function importInto(
  config: Told,
  asked: { kind: ImportKind; file: string; dryRun: boolean },
): Promise<Outcome> {
  const missing = missingDatabase(config)
  if (missing) return missing
  return withDatabase(await openDatabase(databaseOf(config)), (database) => importCommand(database, asked))
}

/** `export fhir FOLDER` */
export async function exportInto(config: Told, asked: FhirAsked): Promise<Outcome> {
  const missing = missingDatabase(config)
  if (missing) return missing
  return withDatabase(await openDatabase(databaseOf(config)), (database) => exportFhir(database, asked))
}

/** `report NAME` */
export async function reportFrom(config: Told, asked: ReportAsked): Promise<Outcome> {
  const missing = missingDatabase(config)
  if (missing) return missing
  return withDatabase(await openDatabase(databaseOf(config)), (database) => reportCommand(database, asked))
}

/** `import directory SOURCE`: `progress` is told what it is at, every so often. */
export async function importDirectoryInto(
  config: Told,
  asked: DirectoryAsked,
  progress: (sentence: string) => void,
): Promise<Outcome> {
  const missing = missingDatabase(config)
  if (missing) return missing
  return withDatabase(await openDatabase(databaseOf(config)), (database) =>
    onBehalf(database, (ground, who) => directoryCommand(ground, who, asked, progress)),
  )
}

function verified(services: Verified[]): Outcome {
  const findings = services.flatMap((service) => service.findings)
  const lines = services.flatMap((service) => [
    `${service.service ?? 'A service without a name'}: ${count(service.records, 'record')}, ${count(service.changes, 'change')}, ${
      service.findings.length === 0 ? 'all well' : count(service.findings.length, 'fault')
    }.`,
    ...service.findings.map(({ place, what }) => `  ${place} ${what}`),
  ])
  return {
    ok: findings.length === 0,
    said: lines.length > 0 ? lines : ['There is nothing in it.'],
    json: { services },
  }
}

async function withDatabase<T>(database: Database, work: (database: Database) => Promise<T>): Promise<T> {
  try {
    return await work(database)
  } finally {
    await database.destroy()
  }
}

/** Opening a file of SQLite that is not there would make one. */
function missingDatabase(config: Told): Outcome | null {
  const at = databaseOf(config)
  if (config.databaseUrl !== null || existsSync(at)) return null
  return {
    ok: false,
    said: [`There is no database at ${at}. Is DOORSTEP_DATA set as it is for the server?`],
    json: { missing: at },
  }
}

function wouldReplace(present: Present, head: Head): Outcome {
  return {
    ok: false,
    said: [
      `Nothing was done. The database holds what the backup of ${head.at} does not: ${ordersText(present)}, the backup ${ordersText(head)}.`,
      'Back it up first, then restore with --replace.',
    ],
    json: { refused: 'newer', present: present.orders, backup: head.orders },
  }
}

function ordersText({ orders }: Pick<Present, 'orders'>): string {
  return orders.map(({ seq }) => count(seq, 'change')).join(', ') || 'nothing'
}

function namesOf({ services }: Pick<Head, 'services'>): string {
  return services.map(({ name }) => name ?? 'a service without a name').join(', ') || 'an empty database'
}

/** Tells whether two secrets are the same and nothing else of them; null where there is none yet. */
function fingerprintOf(config: Told): string | null {
  const file = secretFile(config)
  const secret = config.secret ?? (existsSync(file) ? readFileSync(file, 'utf8').trim() : null)
  return secret === null
    ? null
    : createHash('sha256').update(`fingerprint ${secret}`).digest('hex').slice(0, 16)
}

function secretFile({ dataFolder }: Told): string {
  return join(dataFolder, 'secret')
}

function secretAdvice(config: Told): string {
  const where = config.secret === null ? secretFile(config) : 'DOORSTEP_SECRET'
  return `The server’s secret is not in it. Keep that too (${where}): without it forgotten PINs cannot be replaced, nor begun visits opened.`
}

function secretWarning(config: Told, head: Head): string[] {
  const here = fingerprintOf(config)
  if (head.secret === null || here === head.secret) return []
  return [
    here === null
      ? 'The secret that belongs to this backup is not here. Put it in its place before the server starts.'
      : 'The secret here is another than the backup’s: everybody signs in anew, and neither forgotten PINs can be replaced nor begun visits opened.',
  ]
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
