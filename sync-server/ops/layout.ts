import { sql } from 'kysely'
import type { Json } from '#domain/json.ts'
import { migrations } from '../store/migrations/migrations.ts'
import { type Store, storeOf } from '../store/store.ts'
import type { Database } from '../store/tables.ts'

/** A table as it is in a database. `key`: the columns of its primary key, in order. */
export interface Table {
  name: string
  columns: Column[]
  key: string[]
}

export interface Column {
  name: string
  holds: 'plain' | 'boolean' | 'moment'
}

interface ColumnRow {
  table: string
  name: string
  type: string
  /** Its place in the primary key, from 1; 0 where it is not part of it. */
  key: number
}

/** Doorstep's own tables in a database, with their columns. What others refer to comes first. */
export async function tablesOf(database: Database): Promise<Table[]> {
  const rows = await columnsBy[storeOf(database)](database)
  const referred = await referredBy[storeOf(database)](database)
  const ours = Map.groupBy(
    rows.filter(({ table }) => OURS.has(table)),
    ({ table }) => table,
  )
  return [...ours]
    .map(([name, columns]) => ({
      name,
      columns: columns.map((column) => ({ name: column.name, holds: holdsOf(column.type) })),
      key: columns
        .filter(({ key }) => key > 0)
        .toSorted((a, b) => a.key - b.key)
        .map((column) => column.name),
    }))
    .toSorted((a, b) => Number(referred.has(b.name)) - Number(referred.has(a.name)))
}

/** In a PostgreSQL database there may be others' tables beside. */
const OURS = new Set([
  'migrations',
  ...migrations.flatMap(({ statements }) =>
    statements.flatMap((statement) => /^create table (\w+)/.exec(statement)?.[1] ?? []),
  ),
])

const referredBy: Record<Store, (database: Database) => Promise<Set<string>>> = {
  sqlite: async (database) =>
    namesIn(
      await sql<{ name: string }>`
        select f."table" as name from sqlite_master t join pragma_foreign_key_list(t.name) f
        where t.type = 'table'`.execute(database),
    ),
  postgres: async (database) =>
    namesIn(
      await sql<{ name: string }>`
        select u.table_name as name from information_schema.table_constraints c
        join information_schema.constraint_column_usage u
          on u.constraint_schema = c.constraint_schema and u.constraint_name = c.constraint_name
        where c.constraint_type = 'FOREIGN KEY' and c.table_schema = current_schema()`.execute(database),
    ),
}

function namesIn({ rows }: { rows: { name: string }[] }): Set<string> {
  return new Set(rows.map(({ name }) => name))
}

const columnsBy: Record<Store, (database: Database) => Promise<ColumnRow[]>> = {
  sqlite: async (database) =>
    (
      await sql<ColumnRow>`
        select t.name as "table", c.name, lower(c.type) as type, c.pk as "key"
        from sqlite_master t join pragma_table_info(t.name) c
        where t.type = 'table' and t.name not like 'sqlite_%'
        order by t.name, c.cid`.execute(database)
    ).rows,
  postgres: async (database) =>
    (
      await sql<ColumnRow>`
        select c.table_name as "table", c.column_name as name, c.data_type as type,
          coalesce(k.ordinal_position, 0)::integer as "key"
        from information_schema.columns c
        join information_schema.tables t
          on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
        left join (
          select u.table_schema, u.table_name, u.column_name, u.ordinal_position
          from information_schema.table_constraints p
          join information_schema.key_column_usage u
            on u.constraint_schema = p.constraint_schema and u.constraint_name = p.constraint_name
              and u.table_name = p.table_name
          where p.constraint_type = 'PRIMARY KEY'
        ) k on k.table_schema = c.table_schema and k.table_name = c.table_name and k.column_name = c.column_name
        where c.table_schema = current_schema()
        order by c.table_name, c.ordinal_position`.execute(database)
    ).rows,
}

function holdsOf(type: string): Column['holds'] {
  if (type === 'boolean') return 'boolean'
  return type === 'date' || type.startsWith('timestamp') ? 'moment' : 'plain'
}

/** A value as either store gives it, in the one form that it has in a backup. */
export function toBackup(value: unknown, { holds, name }: Column): Json {
  if (value === null || value === undefined) return null
  if (holds === 'boolean') return value === true || value === 1
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  throw new Error(`The column ${name} holds what no backup can: ${typeof value}`)
}

/** The other way round: a value of a backup as a store takes it. */
export function fromBackup(value: Json, { holds }: Column, store: Store): Json {
  return holds === 'boolean' && typeof value === 'boolean' && store === 'sqlite' ? Number(value) : value
}
