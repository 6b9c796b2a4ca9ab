import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import type { Migration } from '../migrate.ts'

/**
 * Files that were destroyed, with the ids of what lay in them; and for each place in the order whose file was touched or
 * looked at, so that the audit is found without reading the history.
 */
export const rights: Migration = {
  id: '0005-rights',
  statements: [
    `create table destructions (
      tenant text not null,
      file text not null,
      seq bigint not null,
      at text not null,
      "by" text not null,
      why text not null,
      last_seen text,
      primary key (tenant, file)
    )`,
    `create table destroyed (
      tenant text not null,
      record text not null,
      file text not null,
      primary key (tenant, record)
    )`,
    `create table audit_lines (
      tenant text not null,
      seq bigint not null,
      line integer not null,
      said text not null,
      "by" text not null,
      act text not null,
      file text,
      record text,
      kinds text not null,
      primary key (tenant, seq, line)
    )`,
    `create index audit_lines_in_order on audit_lines (tenant, said, seq, line)`,
    `create index audit_lines_of_file on audit_lines (tenant, file, said, seq, line)`,
    `create index audit_lines_by on audit_lines (tenant, "by", said, seq, line)`,
    `create index audit_lines_of_act on audit_lines (tenant, act, said, seq, line)`,
  ],
  data: fillLines,
}

const PORTION = 500

interface Row {
  tenant: string
  seq: number
  by: string
  at: string
  received: string
  content: string
}

async function fillLines<T>(tx: Kysely<T>): Promise<void> {
  const files = await filesOfRecords(tx)
  for (let [tenant, seq] = ['', 0]; ;) {
    const { rows } = await sql<Row>`
      select tenant, seq, "by", at, received, content from history
      where (tenant, seq) > (${tenant}, ${seq}) order by tenant, seq limit ${PORTION}`.execute(tx)
    for (const row of rows) await fillRow(tx, row, files)
    const last = rows.at(-1)
    if (!last) return
    tenant = last.tenant
    seq = last.seq
  }
}

async function filesOfRecords<T>(tx: Kysely<T>): Promise<Map<string, string | null>> {
  const { rows } = await sql<{ id: string; file: string | null }>`select id, file from records`.execute(tx)
  return new Map(rows.map(({ id, file }) => [id, file]))
}

const editSchema = z.object({
  op: z.string(),
  kind: z.string(),
  id: z.string(),
  file: z.string().nullable().optional(),
  body: z.looseObject({}).optional(),
})
const changeSchema = z.object({ edits: z.array(editSchema) })
const contentSchema = z.union([
  changeSchema,
  z.object({ shown: changeSchema }).transform(({ shown }) => shown),
  z
    .object({
      returned: z.object({
        record: z.object({ kind: z.string(), id: z.string(), file: z.string().nullable() }),
      }),
    })
    .transform(({ returned: { record } }) => ({ returned: record })),
])
const logSchema = z.object({
  act: z.string(),
  about: z
    .object({ record: z.string().optional(), kind: z.string().optional(), client: z.string().optional() })
    .optional(),
})

async function fillRow<T>(tx: Kysely<T>, row: Row, files: ReadonlyMap<string, string | null>): Promise<void> {
  const content = contentSchema.safeParse(JSON.parse(row.content)).data
  if (!content) return
  const said = momentOf(row)
  const lines = 'returned' in content ? [returnedLine(content.returned)] : linesOf(content.edits, files)
  for (const [line, { act, file, record, kinds }] of lines.entries()) {
    await sql`insert into audit_lines (tenant, seq, line, said, "by", act, file, record, kinds) values
      (${row.tenant}, ${row.seq}, ${line}, ${said}, ${row.by}, ${act}, ${file}, ${record}, ${kinds})`.execute(
      tx,
    )
  }
}

const LONGEST_AWAY_MS = 92 * 86_400_000

/** The device's moment where it can be believed, or else that of its arrival. */
function momentOf({ at, received }: Row): string {
  const away = Date.parse(received) - Date.parse(at)
  return away >= 0 && away <= LONGEST_AWAY_MS ? new Date(at).toISOString() : received
}

interface Line {
  act: string
  file: string | null
  record: string | null
  kinds: string
}

function returnedLine({ kind, id, file }: { kind: string; id: string; file: string | null }): Line {
  return { act: 'returned', file, record: id, kinds: kind }
}

function linesOf(edits: z.infer<typeof editSchema>[], files: ReadonlyMap<string, string | null>): Line[] {
  const logged = edits.filter(({ kind }) => kind === 'audit').flatMap(({ body }) => logLine(body))
  const byFile = Map.groupBy(
    edits.filter(({ kind }) => kind !== 'audit'),
    ({ file, id }) => file ?? files.get(id) ?? null,
  )
  const changed = [...byFile].map(([file, own]) => ({
    act: 'changed',
    file,
    record: own.length === 1 ? (own[0]?.id ?? null) : null,
    kinds: [...new Set(own.map(({ kind }) => kind))].toSorted().join(','),
  }))
  return [...changed, ...logged]
}

function logLine(body: unknown): Line[] {
  const line = logSchema.safeParse(body).data
  if (!line) return []
  const { act, about } = line
  return [{ act, file: about?.client ?? null, record: about?.record ?? null, kinds: about?.kind ?? '' }]
}
