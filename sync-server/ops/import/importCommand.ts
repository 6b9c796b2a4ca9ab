import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Instrument } from '#domain/measure/instrument.ts'
import type { Result } from '#domain/result.ts'
import { type Ground, openTenant, serviceName, systemGround } from '../../accounts/ground.ts'
import type { Database } from '../../store/tables.ts'
import { count, type Outcome } from '../outcome.ts'
import { clients } from './clients.ts'
import { type Imported, importFile, type Told } from './importFile.ts'
import { referrals } from './referrals.ts'
import { responsesTo } from './responses.ts'
import { usage } from './usage.ts'
import type { Known } from './known.ts'
import type { Fault } from './table.ts'

export const importKinds = ['clients', 'referrals', 'usage', 'responses'] as const

/** What is imported; of answers, to which measure. */
export type ImportKind = 'clients' | 'referrals' | 'usage' | { responses: Instrument }

const nothing: Known = {
  practices: new Map(),
  teams: new Map(),
  firstTeam: null,
  coordinators: new Map(),
  clients: new Map(),
  references: { client: new Set(), referral: new Set(), response: new Set(), careUse: new Set() },
}

/** `import KIND --template`: the headings, ready to be opened as a table, and what goes into them. */
export function templateOf(kind: ImportKind): { headings: string; about: string[] } {
  const { schemaOf, about } = importingOf(kind)
  const headings = Object.keys(schemaOf(nothing).shape)
  return {
    headings: headings.join(','),
    about: headings.flatMap((heading) => (about[heading] ? [`${heading}: ${about[heading]}`] : [])),
  }
}

/** `import KIND FILE`, `--dry-run` */
export async function importCommand(
  database: Database,
  { kind, file, dryRun }: { kind: ImportKind; file: string; dryRun: boolean },
): Promise<Outcome> {
  return onBehalf(database, async (ground, who) => {
    const began = performance.now()
    const told = { ...who, bytes: readFileSync(resolve(file)), dryRun }
    const imported = await importOf(ground, kind, told)
    if (!imported.ok) return rejected(imported.error)
    return done(kind, imported.value, dryRun, (performance.now() - began) / 1000)
  })
}

/** What an import does for a service that is set up, on behalf of its first manager. */
export async function onBehalf(
  database: Database,
  work: (ground: Ground, who: { tenant: string; by: string }) => Promise<Outcome>,
): Promise<Outcome> {
  const ground = systemGround(database)
  const tenant = await openTenant(ground)
  const by = await firstManager(database, tenant)
  if (by === null || (await serviceName(database, tenant)) === null) return notSetUp
  return work(ground, { tenant, by })
}

function importingOf(kind: ImportKind) {
  switch (kind) {
    case 'clients':
      return clients
    case 'referrals':
      return referrals
    case 'usage':
      return usage
    default:
      return responsesTo(kind.responses)
  }
}

export function importOf(ground: Ground, kind: ImportKind, told: Told): Promise<Result<Imported, Fault[]>> {
  switch (kind) {
    case 'clients':
      return importFile(ground, clients, told)
    case 'referrals':
      return importFile(ground, referrals, told)
    case 'usage':
      return importFile(ground, usage, told)
    default:
      return importFile(ground, responsesTo(kind.responses), told)
  }
}

function nameOf(kind: ImportKind): string {
  if (kind === 'usage') return 'line'
  return typeof kind === 'string' ? kind.slice(0, -1) : 'response'
}

/** On whose behalf: the history names somebody of the service. */
async function firstManager(database: Database, tenant: string): Promise<string | null> {
  const row = await database
    .selectFrom('members')
    .select('staff')
    .where('tenant', '=', tenant)
    .where('role', '=', 'manager')
    .where('active', '=', 1)
    .orderBy('since_seq')
    .orderBy('staff')
    .executeTakeFirst()
  return row?.staff ?? null
}

const notSetUp: Outcome = {
  ok: false,
  said: ['The service is not set up yet: start the server and open the link that it prints.'],
  json: { missing: 'service' },
}

function rejected(faults: Fault[]): Outcome {
  const lines = new Set(faults.map(({ line }) => line)).size
  return {
    ok: false,
    said: [
      ...faults.map(faultText),
      `Nothing was imported. ${count(lines, 'line')} to mend; then import the whole file again.`,
    ],
    json: { written: 0, rejected: lines, faults },
  }
}

function done(kind: ImportKind, imported: Imported, dryRun: boolean, seconds: number): Outcome {
  const { written, repeated, doubts } = imported
  const what = count(written, nameOf(kind))
  return {
    ok: true,
    said: [
      ...doubts.map(faultText),
      dryRun
        ? `Nothing was written. ${what} would be imported.`
        : `Imported ${what} in ${seconds.toFixed(1)} s.`,
      ...(repeated > 0 ? [`${count(repeated, 'line')} had been imported before and were passed over.`] : []),
    ],
    json: { written: dryRun ? 0 : written, valid: written, repeated, doubts },
  }
}

function faultText({ line, what }: Fault): string {
  return `line ${line}: ${what}`
}
