import { readdir } from 'node:fs/promises'
import { z } from 'zod'
import { changeSchema } from '#domain/change/change.ts'

const PROTOCOL_ROOM = new URL('../../src/protocol/', import.meta.url)

/** Everything that crosses the wire, by name: each schema of each module of the protocol, and the change. */
export async function wireSchemas(): Promise<[string, z.ZodType][]> {
  const files = (await readdir(PROTOCOL_ROOM)).filter((file) => /^\w+\.ts$/.test(file)).toSorted()
  const modules = await Promise.all(files.map((file) => import(new URL(file, PROTOCOL_ROOM).href)))
  const schemas = modules.flatMap((module: object) =>
    Object.entries(module).flatMap(([name, exported]): [string, z.ZodType][] =>
      exported instanceof z.ZodType ? [[name, exported]] : [],
    ),
  )
  return [...schemas, ['changeSchema', changeSchema] satisfies [string, z.ZodType]].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  )
}
