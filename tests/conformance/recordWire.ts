import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { wireSchemas } from './wireSchemas.ts'
import { RECORDED_AT } from './recorded.ts'
import { PROTOCOL } from '#protocol/version.ts'
import { systemGround } from '#server/accounts/ground.ts'
import type { Database } from '#server/store/tables.ts'
import {
  change,
  createClient,
  createNote,
  createOrganisation,
  createVisit,
  editField,
} from '#server/testing/changes.ts'
import { people, teamA } from '#server/testing/demo.ts'
import { deviceOf, openService } from '#server/testing/service.ts'

// Records how the server of this build speaks: one session, each request with its reply, and the schemas of all of it.
// Run once for a protocol version, when it is released: `node tests/conformance/recordWire.ts`. What is recorded never
// alters afterwards; `released.test.ts` plays it to every later server.

const folder = fileURLToPath(new URL(`./released/protocol-${PROTOCOL}/`, import.meta.url))
const id = (digits: string) => `00000000-0000-7000-8000-0000000000${digits}`
const [client, note, visit, organisation, unknown] = [
  id('01'),
  id('02'),
  id('03'),
  id('04'),
  id('05'),
] as const
const device = id('aa')

interface Exchange {
  name: string
  /** Its place in the session. */
  turn: number
  as: keyof typeof people | null
  request: { method: string; path: string; headers: Record<string, string>; body: unknown }
  reply: { status: number; body: unknown }
}

const exchanges: Exchange[] = []
// The visit that is recorded is today's on every later day too.
const ground = (database: Database) => ({ ...systemGround(database), now: () => new Date(RECORDED_AT) })
const service = await openService({ ground })
const grace = deviceOf(service.url, (await service.signIn('grace')).cookie, device)
const mo = deviceOf(service.url, (await service.signIn('mo')).cookie, device)

async function ask(
  name: string,
  method: string,
  path: string,
  body?: unknown,
  { as = 'grace', ...more }: { as?: 'grace' | 'mo'; [header: string]: string } = {},
) {
  const headers = {
    'doorstep-device': device,
    'doorstep-app': 'recorded',
    'doorstep-protocol': String(PROTOCOL),
    ...more,
  }
  const init = body === undefined ? {} : { body: JSON.stringify(body) }
  const answer = await (as === 'mo' ? mo : grace).call(path, { method, headers, ...init })
  const said: unknown = await answer.json()
  const reply = { status: answer.status, body: said }
  exchanges.push({
    name,
    turn: exchanges.length,
    as,
    request: { method, path, headers, body: body ?? null },
    reply,
  })
}

function push(...changes: object[]) {
  return { protocol: PROTOCOL, device, changes }
}

const at = { device }
const named = (number: string, ...edits: Parameters<typeof change>) => ({
  ...change(...edits),
  ...at,
  id: id(number),
})

await ask(
  'push',
  'POST',
  '/api/sync/changes',
  push(
    named('10', createClient(client, teamA, { phone: '020 7946 0001' })),
    named('11', createNote(note, client)),
    named('12', createVisit(visit, client, people.grace.id, '2026-03-02T11:00')),
    named('13', editField('client', client, 'phone', '020 7946 0001', '020 7946 0002')),
    named('14', editField('client', client, 'phone', '020 7946 0001', '020 7946 0003')),
    named('15', createOrganisation(organisation)),
    named('16', editField('client', unknown, 'phone', null, '1')),
    named('17', {
      op: 'remove',
      kind: 'visit',
      id: visit,
      version: 1,
      reason: 'Entered twice',
      seen: { place: 'home' },
    }),
    named('18', { op: 'restore', kind: 'visit', id: visit, version: 1 }),
    { id: id('19'), nonsense: true },
  ),
)
const phone = { from: '020 7946 0002', to: '020 7946 0003', settles: [id('14')] }
await ask(
  'push-settling',
  'POST',
  '/api/sync/changes',
  push(named('20', { op: 'edit', kind: 'client', id: client, version: 1, fields: { phone } })),
)
await ask(
  'push-again',
  'POST',
  '/api/sync/changes',
  push(named('10', createClient(client, teamA, { phone: '020 7946 0001' }))),
)
await ask('page', 'GET', '/api/sync/records?limit=3')
await ask('page-last', 'GET', '/api/sync/records')
await ask('compare', 'GET', '/api/sync/records?epoch=another&scopeVersion=1&after=2')
await ask('manifest', 'GET', '/api/sync/manifest')
await ask('fetch', 'POST', '/api/sync/records', { ids: [client, note, unknown] })
await ask('ready', 'GET', '/api/sync/ready')
await ask('problem-outdated', 'GET', '/api/sync/records', undefined, { 'doorstep-protocol': '0' })
await ask('problem-invalid', 'POST', '/api/sync/records', { ids: ['not an id'] })
await ask('person', 'GET', '/api/account/me')
await ask('recovery', 'PUT', `/api/account/recovery/${device}`, {})

const line = id('30')
await ask('draft-key', 'PUT', '/api/account/draft-key', {})
await ask('drafts-put', 'PUT', '/api/sync/drafts', {
  device,
  drafts: [{ line, sealed: 'c2VhbGVk' }],
  ended: [{ line: id('31'), sealed: 'c2VhbGVk' }],
  dropped: [],
})
await ask('drafts', 'GET', `/api/sync/drafts?held=${id('31')}&known=`)
await ask('problem-server-older', 'GET', '/api/sync/records', undefined, {
  'doorstep-protocol': String(PROTOCOL + 1),
})
await ask('members', 'GET', '/api/account/members', undefined, { as: 'mo' })
await ask('teams', 'GET', '/api/account/teams', undefined, { as: 'mo' })
await ask('review', 'GET', '/api/account/refused', undefined, { as: 'mo' })
await ask('problem-forbidden', 'GET', '/api/account/members')
const from = { epoch: 'before a restore', scopeVersion: 1, seq: 1 }
const given = { protocol: PROTOCOL, device, from, records: [], changes: [] }
await ask('returns', 'POST', '/api/sync/returns', given)

const stranger = await fetch(`${service.url}/api/sync/manifest`)
exchanges.push({
  name: 'problem-unauthenticated',
  turn: exchanges.length,
  as: null,
  request: { method: 'GET', path: '/api/sync/manifest', headers: {}, body: null },
  reply: { status: stranger.status, body: await stranger.json() },
})
const credentials = { email: people.grace.email, password: 'doorstep-demo-2026' }
const signedIn = await fetch(`${service.url}/api/account/sign-in`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(credentials),
})
exchanges.push({
  name: 'sign-in',
  turn: exchanges.length,
  as: null,
  request: { method: 'POST', path: '/api/account/sign-in', headers: {}, body: credentials },
  reply: { status: signedIn.status, body: await signedIn.json() },
})
const stop = new AbortController()
const pokes = await grace.call('/api/sync/pokes', { signal: stop.signal })
const first = await pokes.body?.getReader().read()
exchanges.push({
  name: 'poke',
  turn: exchanges.length,
  as: 'grace',
  request: { method: 'GET', path: '/api/sync/pokes', headers: {}, body: null },
  reply: { status: pokes.status, body: new TextDecoder().decode(first?.value) },
})
stop.abort()
await service.remove()

const schemas = Object.fromEntries(
  (await wireSchemas()).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  ]),
)
mkdirSync(folder, { recursive: true })
for (const exchange of exchanges) {
  writeFileSync(`${folder}${exchange.name}.json`, `${JSON.stringify(exchange, null, 2)}\n`)
}
writeFileSync(`${folder}schemas.json`, `${JSON.stringify(schemas, null, 2)}\n`)
