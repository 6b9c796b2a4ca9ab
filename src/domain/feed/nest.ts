import type { Json, JsonObject } from '../json.ts'

/** A line of a table: its number, and its cells by their headings; empty ones are not there. */
export interface TableRow {
  line: number
  cells: Readonly<Record<string, string>>
}

/** The tables of a package by what they hold, `service_at_location`; `file` is what each is called in a sentence. */
export type Tables = ReadonlyMap<string, { file: string; rows: readonly TableRow[] }>

export interface Nested {
  services: { raw: JsonObject; place: string }[]
  /** Lines that belong to nothing. */
  strays: { place: string; field: string; found: string }[]
}

/** What a table's lines may belong to: the column, and the table it leads to. */
const belongs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  service_at_location: { service_id: 'service' },
  address: { location_id: 'location' },
  phone: {
    service_id: 'service',
    service_at_location_id: 'service_at_location',
    location_id: 'location',
    contact_id: 'contact',
    organization_id: 'organization',
  },
  contact: {
    service_id: 'service',
    service_at_location_id: 'service_at_location',
    location_id: 'location',
    organization_id: 'organization',
  },
  schedule: { service_id: 'service', service_at_location_id: 'service_at_location', location_id: 'location' },
  cost_option: { service_id: 'service' },
  service_area: { service_id: 'service', service_at_location_id: 'service_at_location' },
  language: { service_id: 'service', location_id: 'location', phone_id: 'phone' },
  accessibility: { location_id: 'location' },
  attribute: { link_id: 'service' },
}

/** How a table is called in the object that it belongs to. */
const lists: Readonly<Record<string, string>> = {
  service_at_location: 'service_at_locations',
  address: 'addresses',
  phone: 'phones',
  contact: 'contacts',
  schedule: 'schedules',
  cost_option: 'cost_options',
  service_area: 'service_areas',
  language: 'languages',
  accessibility: 'accessibility',
  attribute: 'attributes',
}

/** What one line names in another table, and how it is called inside. */
const names: Readonly<Record<string, readonly { column: string; table: string; as: string }[]>> = {
  service: [{ column: 'organization_id', table: 'organization', as: 'organization' }],
  service_at_location: [{ column: 'location_id', table: 'location', as: 'location' }],
  attribute: [{ column: 'taxonomy_term_id', table: 'taxonomy_term', as: 'taxonomy_term' }],
}

const NUMBERS = new Set(['minimum_age', 'maximum_age', 'latitude', 'longitude', 'amount', 'interval'])

/** The tables of a package as the services that a feed would give, one object each with all that belongs to it. */
export function nest(tables: Tables): Nested {
  const within = index(tables)
  const services = tables.get('service')
  return {
    services: (services?.rows ?? []).map((row) => ({
      raw: objectFrom(row, 'service', within),
      place: `${services?.file} line ${row.line}`,
    })),
    strays: straysIn(tables, within),
  }
}

interface Within {
  /** `service_at_location`, then the id there: the line. */
  byId: ReadonlyMap<string, ReadonlyMap<string, TableRow>>
  /** `phone service_id`, then the id there: the lines that name it. */
  byOwner: ReadonlyMap<string, ReadonlyMap<string, readonly TableRow[]>>
}

function index(tables: Tables): Within {
  const byId = new Map(
    [...tables].map(([table, { rows }]) => [table, new Map(rows.map((row) => [row.cells['id'] ?? '', row]))]),
  )
  const byOwner = new Map(
    Object.entries(belongs).flatMap(([table, columns]) =>
      Object.keys(columns).map((column) => {
        const named = (tables.get(table)?.rows ?? []).filter(({ cells }) => cells[column] !== undefined)
        return [`${table} ${column}`, Map.groupBy(named, ({ cells }) => cells[column] ?? '')] as const
      }),
    ),
  )
  return { byId, byOwner }
}

function objectFrom(row: TableRow, table: string, within: Within): JsonObject {
  return { ...cellsOf(row), ...namedBy(row, table, within), ...listsOf(row, table, within) }
}

/** A cell holds text, whatever it means. */
function cellsOf({ cells }: TableRow): JsonObject {
  return Object.fromEntries(
    Object.entries(cells).map(([key, cell]): [string, Json] => [
      key,
      NUMBERS.has(key) && /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell,
    ]),
  )
}

function namedBy({ cells }: TableRow, table: string, within: Within): JsonObject {
  return Object.fromEntries(
    (names[table] ?? []).flatMap(({ column, table: other, as }) => {
      const row = within.byId.get(other)?.get(cells[column] ?? '')
      return row ? [[as, objectFrom(row, other, within)] as const] : []
    }),
  )
}

function listsOf({ cells: { id } }: TableRow, owner: string, within: Within): JsonObject {
  if (id === undefined) return {}
  return Object.fromEntries(
    Object.entries(belongs).flatMap(([table, columns]) => {
      const column = Object.keys(columns).find((each) => columns[each] === owner)
      const list = lists[table]
      if (column === undefined || list === undefined) return []
      const rows = within.byOwner.get(`${table} ${column}`)?.get(id) ?? []
      return [[list, rows.map((row) => objectFrom(row, table, within))] as const]
    }),
  )
}

/** A line that names an owner who is not there, or a term or place that is not, is said. */
function straysIn(tables: Tables, { byId }: Within): Nested['strays'] {
  const isThere = (table: string, id: string) => byId.get(table)?.has(id) === true
  return [...tables].flatMap(([table, { file, rows }]) =>
    rows.flatMap(({ line, cells }) => {
      const links = [
        ...Object.entries(belongs[table] ?? {}).filter(([column]) => !isOfAnother(table, column, cells)),
        ...(names[table] ?? []).map(({ column, table: other }) => [column, other] as const),
      ]
      return links.flatMap(([column, other]) => {
        const id = cells[column]
        const strays = id !== undefined && !isThere(other, id)
        return strays ? [{ place: `${file} line ${line}`, field: column, found: id }] : []
      })
    }),
  )
}

/** An attribute may be one of anything; those of services are read. */
function isOfAnother(table: string, column: string, cells: Readonly<Record<string, string>>): boolean {
  const entity = cells['link_entity']
  return table === 'attribute' && column === 'link_id' && entity !== undefined && entity !== 'service'
}
