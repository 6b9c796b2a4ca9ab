import type { z } from 'zod'
import { err, type Result } from '#domain/result.ts'
import { returnsReplySchema } from '#protocol/returns.ts'
import { draftKeySchema, draftsReplySchema, putDraftsReplySchema } from '#protocol/drafts.ts'
import { SERVED_HEADER, SPOKEN, SPOKEN_HEADER, type Versions, versionsText } from '#protocol/version.ts'
import {
  type Checkpoint,
  fetchReplySchema,
  manifestSchema,
  pullReplySchema,
  pushReplySchema,
} from '#protocol/sync.ts'
import { type HttpFault, request } from './http.ts'
import { Speaking } from './speaking.ts'
import type { Transport, TransportFault } from './transport.ts'

type Ask = (version: number) => { path: string; method?: 'POST' | 'PUT'; body?: unknown }

/** The sync protocol over HTTP, with this device's name on every call, in the highest version that both ends know. */
export function httpTransport(
  device: string,
  fetch?: typeof globalThis.fetch,
  spoken: Versions = SPOKEN,
): Transport {
  const speaking = new Speaking(spoken)
  const askIn = <T>(schema: z.ZodType<T>, version: number, ask: Ask): Promise<Result<T, HttpFault>> => {
    const headers = {
      'doorstep-device': device,
      'doorstep-protocol': String(version),
      [SPOKEN_HEADER]: versionsText(spoken),
    }
    const onAnswer = (said: Headers) => speaking.hear(said.get(SERVED_HEADER))
    return request(schema, { ...ask(version), headers, seconds: 60, onAnswer }, fetch)
  }
  const call = async <T>(schema: z.ZodType<T>, ask: Ask): Promise<Result<T, TransportFault>> => {
    const tried = speaking.version
    const first = await askIn(schema, tried, ask)
    if (first.ok || !isAboutVersions(first.error)) return asAnswer(first)
    if (speaking.version !== tried) return asAnswer(await askIn(schema, speaking.version, ask))
    if (speaking.untold === null) return asAnswer(first)
    const again = await askIn(schema, speaking.untold, ask)
    if (again.ok) speaking.isOfTheFirst()
    return asAnswer(again.ok ? again : first)
  }
  const get =
    (path: string): Ask =>
    () => ({ path: `/api/sync/${path}` })
  const post =
    (path: string, body: object): Ask =>
    () => ({ path: `/api/sync/${path}`, method: 'POST', body })
  const said =
    (path: string, body: object): Ask =>
    (protocol) =>
      post(path, { protocol, ...body })(protocol)
  return {
    push: (from, changes, epoch) => call(pushReplySchema, said('changes', { device: from, epoch, changes })),
    pull: (from) => call(pullReplySchema, get(`records?${queryOf(from)}`)),
    manifest: () => call(manifestSchema, get('manifest')),
    fetch: (ids) => call(fetchReplySchema, post('records', { ids })),
    giveBack: (from, records, changes) =>
      call(returnsReplySchema, said('returns', { device, from, records, changes })),
    drafts: (held, known) =>
      call(draftsReplySchema, get(`drafts?held=${held.join(',')}&known=${known.join(',')}`)),
    putDrafts: (put) =>
      call(putDraftsReplySchema, () => ({ path: '/api/sync/drafts', method: 'PUT', body: put })),
    draftKey: () => call(draftKeySchema, () => ({ path: '/api/account/draft-key', method: 'PUT', body: {} })),
    ready: () => call(fetchReplySchema, get('ready')),
    pokes: listenForPokes,
  }
}

/** The first release answers 409 where it does not serve a version, and 503 to a push from a newer app. */
function isAboutVersions({ status }: HttpFault): boolean {
  return status === 409 || status === 501 || status === 503
}

function asAnswer<T>(answer: Result<T, HttpFault>): Result<T, TransportFault> {
  return answer.ok ? answer : err(answer.error.fault)
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
