import { appendFile, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { nhsNumberDigits } from '#domain/client/nhsNumber.ts'
import { exportedKinds, fhirOf } from '#domain/fhir/fhirOf.ts'
import type { Resource } from '#domain/fhir/resource.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import { openTenant, systemGround } from '../../accounts/ground.ts'
import { wholeFiles } from '../../scopes/wholeFiles.ts'
import { fromRow } from '../../reconcile/wire.ts'
import { readTogether } from '../../store/database.ts'
import type { Database } from '../../store/tables.ts'
import { count, type Outcome } from '../outcome.ts'

export interface FhirAsked {
  folder: string
  /** A client's id, NHS number or reference elsewhere; null for the whole service. */
  client: string | null
}

/** Records in one go, so that a service of any size passes through little memory. */
const PAGE = 1_000

/**
 * `export fhir FOLDER`: FHIR R4, a file of lines for each type of resource, as the Bulk Data specification has it
 * (https://hl7.org/fhir/uv/bulkdata/). The folder comes to be when all of it is written.
 */
export async function exportFhir(database: Database, { folder, client }: FhirAsked): Promise<Outcome> {
  const whole = resolve(folder)
  if (await isTaken(whole)) return fails(`${whole} is there already and not empty: name another folder.`)
  const tenant = await openTenant(systemGround(database))
  const part = `${whole}.part`
  await rm(part, { recursive: true, force: true })
  await mkdir(part, { recursive: true })
  const written = await readTogether(database, (tx) => writeAll(tx, tenant, client, part))
  if (written === null) {
    await rm(part, { recursive: true })
    return fails(`Nobody here has the id, NHS number or reference “${client}”.`)
  }
  await rm(whole, { recursive: true, force: true })
  await rename(part, whole)
  return done(whole, written)
}

interface Written {
  types: Map<string, number>
  /** Ids of records whose bodies do not read as their kind. */
  unreadable: string[]
}

async function writeAll(
  tx: Database,
  tenant: string,
  client: string | null,
  folder: string,
): Promise<Written | null> {
  const file = client === null ? null : await fileOf(tx, tenant, client)
  if (client !== null && file === null) return null
  // With what was merged into it, which lies where it always lay.
  const files = file === null ? null : await wholeFiles(tx, tenant, [file])
  const written: Written = { types: new Map(), unreadable: [] }
  for (const kind of exportedKinds) {
    for await (const records of pagesOf(tx, tenant, kind, files)) await writePage(records, written, folder)
  }
  return written
}

async function writePage(records: StoredRecord[], written: Written, folder: string): Promise<void> {
  const lines = new Map<string, string[]>()
  for (const record of records) {
    const resources = fhirOf(record)
    if (resources === null) written.unreadable.push(record.id)
    for (const each of resources ?? []) linesOf(lines, each).push(JSON.stringify(each))
  }
  for (const [type, some] of lines) {
    await appendFile(join(folder, `${type}.ndjson`), `${some.join('\n')}\n`)
    written.types.set(type, (written.types.get(type) ?? 0) + some.length)
  }
}

function linesOf(lines: Map<string, string[]>, { resourceType }: Resource): string[] {
  const before = lines.get(resourceType) ?? []
  lines.set(resourceType, before)
  return before
}

/** Of one client: their file, and the directory that it points into. */
async function* pagesOf(
  tx: Database,
  tenant: string,
  kind: string,
  files: string[] | null,
): AsyncGenerator<StoredRecord[]> {
  for (let after = ''; ;) {
    const rows = await tx
      .selectFrom('records')
      .select(['id', 'wire', 'kept'])
      .where('tenant', '=', tenant)
      .where('kind', '=', kind)
      .where('deleted', '=', 0)
      .where('id', '>', after)
      .$if(files !== null, (query) =>
        query.where((where) => where.or([where('file', 'in', files ?? []), where('file', 'is', null)])),
      )
      .orderBy('id')
      .limit(PAGE)
      .execute()
    yield rows.map(fromRow)
    const last = rows.at(-1)
    if (last === undefined || rows.length < PAGE) return
    after = last.id
  }
}

async function fileOf(tx: Database, tenant: string, client: string): Promise<string | null> {
  const digits = nhsNumberDigits(client)
  for await (const records of pagesOf(tx, tenant, 'client', null)) {
    const found = records.find(({ id, body }) => {
      const number = body['nhsNumber']
      return (
        id === client ||
        body['externalReference'] === client ||
        (digits.length === 10 && typeof number === 'string' && nhsNumberDigits(number) === digits)
      )
    })
    if (found) return found.id
  }
  return null
}

async function isTaken(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length > 0
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}

function fails(sentence: string): Outcome {
  return { ok: false, said: [sentence], json: { written: 0 } }
}

function done(folder: string, { types, unreadable }: Written): Outcome {
  const sorted = [...types].toSorted(([a], [b]) => a.localeCompare(b))
  const all = sorted.reduce((sum, [, many]) => sum + many, 0)
  return {
    ok: unreadable.length === 0,
    said: [
      `Written to ${folder}: ${count(all, 'resource')}.`,
      ...sorted.map(([type, many]) => `  ${type}.ndjson  ${many.toLocaleString('en-GB')}`),
      ...(unreadable.length > 0
        ? [`Left out, since they do not read as what they are: ${unreadable.join(', ')}`]
        : []),
      'It holds people’s lives in the clear: keep it where only you can read it.',
    ],
    json: { folder, written: all, types: Object.fromEntries(sorted), unreadable },
  }
}
