import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { kinds } from '#domain/kind/kinds.ts'
import { upcastBody } from '#domain/kind/kind.ts'
import { SERVED } from '#protocol/version.ts'
import { systemGround } from '#server/accounts/ground.ts'
import { type Device, deviceOf, openService, type TestService } from '#server/testing/service.ts'
import { RECORDED_AT } from './recorded.ts'
import { bodyOf, type Exchange, releasedKinds, releasedProtocols, schemaOf, sessionOf } from './released.ts'
import { wireSchemas } from './wireSchemas.ts'

// What was released once is understood for as long as it is served. A version without a fixture fails here: record it
// when it is released (`recordWire.ts`, `recordKept.ts`, `recordKinds.ts`), and never alter what is recorded.

/** Which schema a recorded reply is of, by the beginning of its name. */
const replies = [
  ['push', 'pushReplySchema'],
  ['page', 'pullReplySchema'],
  ['compare', 'pullReplySchema'],
  ['manifest', 'manifestSchema'],
  ['fetch', 'fetchReplySchema'],
  ['ready', 'fetchReplySchema'],
  ['problem', 'problemSchema'],
  ['person', 'personSchema'],
  ['sign-in', 'personSchema'],
  ['recovery', 'recoverySchema'],
  ['poke', 'pokeSchema'],
  ['members', 'membersSchema'],
  ['teams', 'teamsSchema'],
  ['review', 'reviewListSchema'],
  ['returns', 'returnsReplySchema'],
  ['draft-key', 'draftKeySchema'],
  ['drafts-put', 'putDraftsReplySchema'],
  ['drafts', 'draftsReplySchema'],
] as const

const today = new Map(await wireSchemas())

function schemaNameOf({ name }: Exchange): string {
  const known = replies.find(([start]) => name.startsWith(start))
  if (!known) throw new Error(`${name} is not said to be of any schema`)
  return known[1]
}

/** An event of the stream holds the reply in its data. */
function readable({ name }: Exchange, body: unknown): unknown {
  return name === 'poke' ? JSON.parse(/^data: (.*)$/m.exec(String(body))?.[1] ?? '') : body
}

describe.each(releasedProtocols)('protocol %i', (protocol) => {
  const session = sessionOf(protocol)
  let service: TestService
  const devices = new Map<string, Device>()

  beforeAll(async () => {
    const ground = (database: TestService['database']) => ({
      ...systemGround(database),
      now: () => new Date(RECORDED_AT),
    })
    service = await openService({ ground })
    const device = session.find(({ request }) => request.headers['doorstep-device'])
    for (const name of ['grace', 'mo'] as const) {
      const { cookie } = await service.signIn(name)
      devices.set(name, deviceOf(service.url, cookie, device?.request.headers['doorstep-device']))
    }
  })
  afterAll(() => service.remove())

  test('is recorded: every call of it', () => {
    const names = session.map(({ name }) => name)
    for (const name of [
      'push',
      'page',
      'compare',
      'manifest',
      'fetch',
      'ready',
      'poke',
      'problem-outdated',
    ]) {
      expect(names).toContain(name)
    }
  })

  test.runIf(protocol >= SERVED.from)(
    'is answered today as then, in words that an app of then can read',
    async () => {
      for (const exchange of session.filter((each) => !isServedSince(each, protocol))) {
        const { name, reply } = exchange
        const answer = await play(exchange, devices.get(exchange.as ?? ''), service.url)
        expect([name, answer.status]).toEqual([name, reply.status])
        const body = readable(exchange, answer.body)
        expect({ name, ...schemaOf(protocol, schemaNameOf(exchange)).safeParse(body) }).toMatchObject({
          name,
          success: true,
        })
        expect([name, ...saidIn(body)]).toEqual([name, ...saidIn(reply.body)])
      }
    },
  )

  test('an app of today reads what a server of then answered', () => {
    for (const exchange of session) {
      const schema = today.get(schemaNameOf(exchange))
      const read = schema?.safeParse(readable(exchange, exchange.reply.body))
      expect({ name: exchange.name, ...read }).toMatchObject({ name: exchange.name, success: true })
    }
  })
})

describe.each(releasedKinds)('$kind, version $version', ({ kind, version }) => {
  test('is recorded, and what was kept in it is read today', () => {
    const body = upcastBody(kinds[kind], bodyOf(kind, version), version)
    expect(kinds[kind].body.safeParse(body)).toMatchObject({ success: true })
    expect(upcastBody(kinds[kind], body, version)).toEqual(body)
    expect(kinds[kind].body.parse(body)).toEqual(body)
  })
})

/** What was asked in a version of the future then, which is served today. */
function isServedSince({ request }: Exchange, protocol: number): boolean {
  const asked = Number(request.headers['doorstep-protocol'])
  return asked > protocol && asked <= SERVED.to
}

async function play(
  { request }: Exchange,
  device: Device | undefined,
  url: string,
): Promise<Exchange['reply']> {
  const { method, path, headers, body } = request
  const init = { method, ...(body === null ? {} : { body: JSON.stringify(body) }) }
  const stop = new AbortController()
  const answer = device
    ? await device.call(path, { ...init, headers, signal: stop.signal })
    : await fetch(`${url}${path}`, { ...init, headers: { ...headers, 'content-type': 'application/json' } })
  if (!path.endsWith('/pokes')) return { status: answer.status, body: await answer.json() }
  const first = await answer.body?.getReader().read()
  stop.abort()
  return { status: answer.status, body: new TextDecoder().decode(first?.value) }
}

const saidSchema = z.object({
  receipts: z
    .array(z.object({ change: z.string(), outcome: z.string(), reason: z.string().optional() }))
    .default([]),
  records: z
    .array(z.looseObject({ id: z.string(), kind: z.string(), seq: z.number(), body: z.unknown() }))
    .default([]),
})

/** The outcomes and the records of a reply, but for what is another in each database: places in the order, and the staff. */
function saidIn(reply: unknown): unknown[] {
  const { receipts, records } = saidSchema.safeParse(reply).data ?? { receipts: [], records: [] }
  const shown = records
    .filter(({ kind }) => kind !== 'staff')
    .map((record) => ({ ...record, seq: 0 }))
    .toSorted((a, b) => a.id.localeCompare(b.id))
  return [receipts, shown]
}
