import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { z } from 'zod'
import type { Receipt } from '#domain/change/receipt.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import {
  type Checkpoint,
  fetchReplySchema,
  type Manifest,
  manifestSchema,
  type PullReply,
  pullReplySchema,
  pushReplySchema,
} from '#protocol/sync.ts'
import { PROTOCOL } from '#protocol/version.ts'
import type { Config } from '../config.ts'
import { DEMO_PASSWORD } from '../demo/seed.ts'
import { type Given, type RunningServer, startServer } from '../startServer.ts'
import { newId } from './changes.ts'
import { buildSmallService, people, type PersonName } from './demo.ts'
import { freshPlace } from './place.ts'

export interface TestService extends RunningServer {
  config: Config
  signIn: (name: PersonName) => Promise<Device>
  /** Stops, and starts again on the same data. */
  restart: () => Promise<void>
  remove: () => Promise<void>
}

/** A server on a database of its own, over real http; with the small demo service unless told otherwise. */
export async function openService(given: Given = {}, told: Partial<Config> = {}): Promise<TestService> {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-server-'))
  const place = await freshPlace()
  const config: Config = { ...baseConfig(folder), databaseUrl: place.databaseUrl, ...told }
  const running = await startServer(config, { demo: buildSmallService, ...given })
  const service: TestService = {
    ...running,
    config,
    signIn: (name) => signIn(service.url, people[name].email),
    restart: async () => {
      await service.stop()
      const demo = config.demo && { keep: true }
      Object.assign(service, await startServer({ ...config, demo }, { demo: buildSmallService, ...given }))
    },
    remove: async () => {
      await service.stop()
      rmSync(folder, { recursive: true, force: true })
      await place.remove()
    },
  }
  return service
}

function baseConfig(folder: string): Omit<Config, 'databaseUrl'> {
  return {
    host: '127.0.0.1',
    port: 0,
    dataFolder: join(folder, 'data'),
    appFolder: join(folder, 'app'),
    secret: null,
    publicUrl: null,
    trustedProxies: null,
    demo: { keep: false },
    faults: false,
    logLevel: 'silent',
  }
}

type Call = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> }

/** What a device does, each reply checked by the protocol's schema. */
export interface Device {
  id: string
  cookie: string
  push: (...changes: unknown[]) => Promise<Receipt[]>
  pull: (checkpoint?: Checkpoint, limit?: number) => Promise<PullReply>
  /** Pulls from the beginning until nothing waits any more. */
  pullAll: (limit?: number) => Promise<Map<string, StoredRecord>>
  manifest: () => Promise<Manifest>
  fetch: (ids: string[]) => Promise<StoredRecord[]>
  ready: () => Promise<StoredRecord[]>
  call: (path: string, init?: Call) => Promise<Response>
}

export async function signIn(url: string, email: string, password = DEMO_PASSWORD): Promise<Device> {
  const response = await postJson(`${url}/api/account/sign-in`, { email, password })
  if (response.status !== 200) throw new Error(`Signing in answered ${response.status}`)
  return deviceOf(url, cookieOf(response))
}

export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

export function postJson(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

export function deviceOf(url: string, cookie: string, id = newId()): Device {
  const call: Device['call'] = (path, { headers, ...init } = {}) =>
    fetch(`${url}${path}`, {
      ...init,
      headers: { cookie, 'doorstep-device': id, 'content-type': 'application/json', ...headers },
    })
  const ask = async <Schema extends z.ZodType>(schema: Schema, path: string, body?: unknown) => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    const response = await call(path, init)
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
    return schema.parse(await response.json())
  }
  const pull = (checkpoint?: Checkpoint, limit?: number) =>
    ask(pullReplySchema, `/api/sync/records?${pullQuery(checkpoint, limit)}`)
  return {
    id,
    cookie,
    call,
    pull,
    push: async (...changes) =>
      (await ask(pushReplySchema, '/api/sync/changes', { protocol: PROTOCOL, device: id, changes })).receipts,
    pullAll: (limit) => pullAll(pull, limit),
    manifest: () => ask(manifestSchema, '/api/sync/manifest'),
    fetch: async (ids) => (await ask(fetchReplySchema, '/api/sync/records', { ids })).records,
    ready: async () => (await ask(fetchReplySchema, '/api/sync/ready')).records,
  }
}

function pullQuery(checkpoint: Checkpoint | undefined, limit: number | undefined): URLSearchParams {
  return new URLSearchParams({
    ...(checkpoint && {
      epoch: checkpoint.epoch,
      scopeVersion: String(checkpoint.scopeVersion),
      after: String(checkpoint.seq),
    }),
    ...(limit !== undefined && { limit: String(limit) }),
  })
}

async function pullAll(pull: Device['pull'], limit?: number): Promise<Map<string, StoredRecord>> {
  const held = new Map<string, StoredRecord>()
  for (let checkpoint: Checkpoint | undefined; ;) {
    const page = await pull(checkpoint, limit)
    if (page.kind !== 'page') throw new Error('A device that begins was told to compare')
    for (const record of page.records) held.set(record.id, record)
    for (const id of page.gone) held.delete(id)
    if (!page.more) return held
    checkpoint = page.checkpoint
  }
}
