import type { z } from 'zod'
import { err, type Result } from '#domain/result.ts'
import { returnsReplySchema } from '#protocol/returns.ts'
import { PROTOCOL } from '#protocol/version.ts'
import {
  type Checkpoint,
  fetchReplySchema,
  manifestSchema,
  pullReplySchema,
  pushReplySchema,
} from '#protocol/sync.ts'
import { request } from './http.ts'
import type { Transport, TransportFault } from './transport.ts'

/** The sync protocol over HTTP, with this device's name on every call. */
export function httpTransport(device: string, fetch?: typeof globalThis.fetch): Transport {
  const headers = { 'doorstep-device': device, 'doorstep-protocol': String(PROTOCOL) }
  const call = async <T>(
    schema: z.ZodType<T>,
    path: string,
    body?: unknown,
  ): Promise<Result<T, TransportFault>> => {
    const init = body === undefined ? {} : { method: 'POST' as const, body }
    const answer = await request(schema, { path: `/api/sync/${path}`, headers, seconds: 60, ...init }, fetch)
    return answer.ok ? answer : err(answer.error.fault)
  }
  return {
    push: (from, changes, epoch) =>
      call(pushReplySchema, 'changes', { protocol: PROTOCOL, device: from, epoch, changes }),
    pull: (from) => call(pullReplySchema, `records?${queryOf(from)}`),
    manifest: () => call(manifestSchema, 'manifest'),
    fetch: (ids) => call(fetchReplySchema, 'records', { ids }),
    giveBack: (from, records, changes) =>
      call(returnsReplySchema, 'returns', { protocol: PROTOCOL, device, from, records, changes }),
    ready: () => call(fetchReplySchema, 'ready'),
    pokes: listenForPokes,
  }
}

function queryOf(from: Checkpoint | null): string {
  if (!from) return ''
  const { epoch, scopeVersion, seq } = from
  return new URLSearchParams({ epoch, scopeVersion: String(scopeVersion), after: String(seq) }).toString()
}

const LISTEN_AGAIN_MS = 30_000

/**
 * The browser reconnects a broken stream by itself, but gives up for good on an answer like 401: then it is
 * opened anew. Each opening may hide missed pokes, so it counts as one.
 */
function listenForPokes(onPoke: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let stream = open()
  function open(): EventSource {
    const opened = new EventSource('/api/sync/pokes')
    opened.addEventListener('open', onPoke)
    opened.addEventListener('message', onPoke)
    opened.addEventListener('error', () => {
      if (opened.readyState === EventSource.CLOSED)
        timer = setTimeout(() => (stream = open()), LISTEN_AGAIN_MS)
    })
    return opened
  }
  return () => {
    clearTimeout(timer)
    stream.close()
  }
}
