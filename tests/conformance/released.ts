import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { kinds } from '#domain/kind/kinds.ts'
import { jsonObjectSchema } from '#domain/json.ts'
import { PROTOCOL } from '#protocol/version.ts'

// What was recorded of each release. It never alters.

const FOLDER = fileURLToPath(new URL('./released/', import.meta.url))

/** One request of a recorded session, with its reply; `as` says whether somebody was signed in. */
const exchangeSchema = z.object({
  name: z.string(),
  turn: z.number(),
  as: z.string().nullable(),
  request: z.object({
    method: z.string(),
    path: z.string(),
    headers: z.record(z.string(), z.string()),
    body: z.unknown(),
  }),
  reply: z.object({ status: z.number(), body: z.unknown() }),
})
export type Exchange = z.infer<typeof exchangeSchema>

export const releasedProtocols = Array.from({ length: PROTOCOL }, (_, i) => i + 1)

export const releasedKinds = Object.values(kinds).flatMap((kind) =>
  Array.from({ length: kind.version }, (_, i) => ({ kind: kind.kind, version: i + 1 })),
)

const NOT_EXCHANGES = new Set(['schemas.json', 'kept.json'])

/** The recorded session of a version, in its order. Throws where there is none. */
export function sessionOf(protocol: number): Exchange[] {
  const files = readdirSync(`${FOLDER}protocol-${protocol}`).filter((file) => !NOT_EXCHANGES.has(file))
  return files
    .map((file) => exchangeSchema.parse(read(`protocol-${protocol}/${file}`)))
    .toSorted((a, b) => a.turn - b.turn)
}

/** A schema of the wire as it was in a version: what an app of that release can read. */
export function schemaOf(protocol: number, name: string): z.ZodType {
  const schemas = z.record(z.string(), z.json()).parse(read(`protocol-${protocol}/schemas.json`))
  const schema = z.record(z.string(), z.json()).parse(schemas[name])
  return z.fromJSONSchema(schema)
}

export function keptOf(protocol: number): unknown {
  return read(`protocol-${protocol}/kept.json`)
}

export function bodyOf(kind: string, version: number) {
  return jsonObjectSchema.parse(read(`kinds/${kind}-${version}.json`))
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(`${FOLDER}${file}`, 'utf8'))
}
