import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PROTOCOL, SERVED, SERVED_HEADER } from '#protocol/version.ts'
import { phaseOf } from '#sync/status.ts'
import { TestDevice } from '#tests/fixtures/device.ts'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'

// Devices that are older or newer than the server.

let server: ServerProcess

beforeAll(async () => {
  server = await demoServer()
  await server.start()
}, 60_000)

afterAll(() => server.end())

async function newClient(device: TestDevice): Promise<string> {
  const id = v7()
  const { team } = device.person
  if (!team) throw new Error('no team')
  await device.create('client', id, id, { firstName: 'Ife', familyName: 'Ade', team, status: 'open' })
  return id
}

function statesOf(device: TestDevice): string[] {
  return device.keeper.outbox().map(({ state }) => state)
}

/** Which versions were spoken, in turn. */
function listen(device: TestDevice): string[] {
  const spoken: string[] = []
  device.line = (url, init) => {
    spoken.push(new Headers(init.headers).get('doorstep-protocol') ?? '')
    return fetch(url, init)
  }
  return spoken
}

describe('a device', () => {
  test('that can speak more than the server works through in the version that both know', async () => {
    const device = await TestDevice.signedIn(server.url, 'grace@demo.test', { from: 1, to: PROTOCOL + 1 })
    const spoken = listen(device)
    const client = await newClient(device)
    expect((await device.sync()).ok).toBe(true)
    expect([device.keeper.outbox(), device.keeper.record(client)?.rev]).toEqual([[], 1])
    expect(spoken[0]).toBe(String(PROTOCOL + 1))
    expect(new Set(spoken.slice(1))).toEqual(new Set([String(PROTOCOL)]))
  })

  test('that knows none of the server’s versions is told that the server is older, and keeps all', async () => {
    const newest = { from: PROTOCOL + 1, to: PROTOCOL + 1 }
    const device = await TestDevice.signedIn(server.url, 'grace@demo.test', newest)
    await newClient(device)
    expect(await device.sync()).toEqual({ ok: false, error: 'serverOlder' })
    expect([statesOf(device), phaseOf('serverOlder')]).toEqual([['pending'], 'serverOlder'])
  })

  test('that is too old for records is told to update, and its changes are taken', async () => {
    const device = await TestDevice.signedIn(server.url, 'grace@demo.test', { from: 0, to: 0 })
    const sam = await TestDevice.signedIn(server.url, 'sam@demo.test')
    await device.keeper.keepRecords([], [], { epoch: await epochOf(sam), scopeVersion: 1, seq: 0 })
    const client = await newClient(device)
    expect(await device.sync()).toEqual({ ok: false, error: 'tooOld' })
    expect([statesOf(device), phaseOf('tooOld')]).toEqual([['answered'], 'outdated'])
    await sam.sync()
    expect(sam.keeper.record(client)?.rev).toBe(1)
  })

  test('holds back what an older server does not understand yet, sends the rest, and sends it once it does', async () => {
    const device = await TestDevice.signedIn(server.url, 'grace@demo.test', { from: 1, to: PROTOCOL + 1 })
    const known = await newClient(device)
    await device.keeper.save([
      { op: 'create', kind: 'hologram', id: v7(), version: 1, file: null, body: { light: 'blue' } },
    ])
    expect(await device.sync()).toEqual({ ok: false, error: 'serverOlder' })
    expect([statesOf(device), device.keeper.record(known)?.rev]).toEqual([['pending'], 1])
    expect(await device.sync()).toEqual({ ok: false, error: 'serverOlder' })
  })

  test('speaks the first version with a server of the first release, which does not say what it serves', async () => {
    const device = await TestDevice.signedIn(server.url, 'grace@demo.test')
    const spoken: string[] = []
    device.line = async (url, init) => {
      const version = new Headers(init.headers).get('doorstep-protocol') ?? ''
      spoken.push(version)
      const answer = version === '1' ? await fetch(url, init) : firstRelease(init)
      return silent(answer)
    }
    const client = await newClient(device)
    expect((await device.sync()).ok).toBe(true)
    expect([device.keeper.outbox(), device.keeper.record(client)?.rev]).toEqual([[], 1])
    expect([spoken[0], new Set(spoken.slice(1))]).toEqual([String(PROTOCOL), new Set(['1'])])
  })

  test('whose server is brought up to date meanwhile goes on in the newer version', async () => {
    const device = await TestDevice.signedIn(server.url, 'grace@demo.test', { from: 1, to: PROTOCOL + 1 })
    await device.sync()
    const spoken: string[] = []
    device.line = async (url, init) => {
      spoken.push(new Headers(init.headers).get('doorstep-protocol') ?? '')
      const answer = await fetch(url, {
        ...init,
        headers: { ...Object.fromEntries(new Headers(init.headers)), 'doorstep-protocol': String(PROTOCOL) },
      })
      return withServed(answer, `${SERVED.from}-${PROTOCOL + 1}`)
    }
    await device.sync()
    expect(spoken.slice(1)).toContain(String(PROTOCOL + 1))
  })
})

async function epochOf(device: TestDevice): Promise<string> {
  await device.sync()
  return device.keeper.checkpoint?.epoch ?? ''
}

/** What the first release answers to a version that it does not know (see `released/protocol-1`). */
function firstRelease({ method }: RequestInit): Response {
  return new Response('{}', { status: method === 'POST' ? 503 : 409 })
}

function silent(answer: Response): Response {
  const headers = new Headers(answer.headers)
  headers.delete(SERVED_HEADER)
  headers.delete('content-encoding')
  return new Response(answer.body, { status: answer.status, headers })
}

function withServed(answer: Response, served: string): Response {
  const headers = new Headers(answer.headers)
  headers.set(SERVED_HEADER, served)
  headers.delete('content-encoding')
  return new Response(answer.body, { status: answer.status, headers })
}
