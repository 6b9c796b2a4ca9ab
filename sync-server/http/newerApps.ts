import type { FastifyRequest } from 'fastify'
import { changeSchema } from '#domain/change/change.ts'
import { jsonSchema, sameJson } from '#domain/json.ts'
import { kindNamed } from '#domain/kind/kinds.ts'
import { PROTOCOL, readVersions, SPOKEN_HEADER } from '#protocol/version.ts'

export interface Sorted {
  understood: unknown[]
  /** Ids of those that wait for a newer server. */
  waiting: string[]
}

/**
 * Sorts a push of an app that can speak more than this server. A refusal is for good, so none is given to what only a
 * newer server could read: such a change waits on its device, and so does every later one that builds on it.
 */
export function sortNewer(request: FastifyRequest, changes: readonly unknown[]): Sorted {
  if (!isFromNewerApp(request)) return { understood: [...changes], waiting: [] }
  const sorted: Sorted = { understood: [], waiting: [] }
  const touched = new Set<string>()
  for (const change of changes) {
    const ids = idsIn(change)
    if (isUnderstood(change) && !ids.some((id) => touched.has(id))) sorted.understood.push(change)
    else {
      for (const id of ids) touched.add(id)
      sorted.waiting.push(idOf(change))
    }
  }
  return sorted
}

function isFromNewerApp({ headers }: FastifyRequest): boolean {
  const said = headers[SPOKEN_HEADER]
  return ((typeof said === 'string' && readVersions(said)?.to) || 0) > PROTOCOL
}

/** Read in full: of a known kind, and with nothing in it that reading would leave out. */
function isUnderstood(raw: unknown): boolean {
  const parsed = changeSchema.safeParse(raw)
  const json = jsonSchema.safeParse(raw)
  if (!parsed.success || !json.success) return false
  const read = jsonSchema.safeParse(JSON.parse(JSON.stringify(parsed.data)))
  return (
    read.success && sameJson(read.data, json.data) && parsed.data.edits.every(({ kind }) => kindNamed(kind))
  )
}

/** The records that a change touches, and the files that they are in, as far as it can be read at all. */
function idsIn(change: unknown): string[] {
  const edits = isObject(change) && Array.isArray(change['edits']) ? change['edits'] : []
  return edits
    .filter(isObject)
    .flatMap((edit) => [edit['id'], edit['file']])
    .filter((id) => typeof id === 'string')
}

function idOf(change: unknown): string {
  return isObject(change) && typeof change['id'] === 'string' ? change['id'] : ''
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
