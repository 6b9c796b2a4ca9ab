import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readConfig } from './config.ts'
import { type ServerProcess, startProcess } from './testing/process.ts'
import { cookieOf, postJson, signIn } from './testing/service.ts'

// Each test starts real processes, up to three, one after another: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000 })

let folder: string
let servers: ServerProcess[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorstep-process-'))
  servers = []
})
afterEach(async () => {
  for (const server of servers) await server.end('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

async function start(args: string[] = [], env: Record<string, string> = {}): Promise<ServerProcess> {
  const server = await startProcess(args, { DOORSTEP_DATA: folder, ...env })
  servers.push(server)
  return server
}

const linkOf = (server: ServerProcess) => /http:\S+\/join\/(\S+)/.exec(server.printed())?.[1] ?? ''

test('the first start prints a link, each further start a new one, until somebody has used it', async () => {
  const first = await start()
  const link = linkOf(first)
  expect(link).toMatch(/^[\w-]{43}$/)
  await first.end('SIGTERM')
  const second = await start()
  const newer = linkOf(second)
  expect(newer).not.toBe(link)
  const find = (token: string) => fetch(`${second.url}/api/account/invitations/${token}`)
  expect((await find(link)).status).toBe(404)
  expect(await (await find(newer)).json()).toEqual({ first: true, service: '', name: '', email: '' })
  const joined = await postJson(`${second.url}/api/account/join`, {
    token: newer,
    name: 'The First',
    email: 'First@Example.org',
    password: 'a long password',
    service: 'Community Connect',
  })
  expect(await joined.json()).toMatchObject({
    role: 'manager',
    email: 'first@example.org',
    service: 'Community Connect',
  })
  await second.end('SIGTERM')
  const third = await start()
  expect(linkOf(third)).toBe('')
  const me = await fetch(`${third.url}/api/account/me`, { headers: { cookie: cookieOf(joined) } })
  expect(await me.json()).toMatchObject({ name: 'The First' })
})

test('its secret is for its owner only', async () => {
  await start()
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
})

test('SIGTERM ends it cleanly, event streams too', async () => {
  const server = await start(['--demo'])
  const { cookie } = await signIn(server.url, 'val@demo.test')
  const stream = await fetch(`${server.url}/api/sync/pokes`, { headers: { cookie } })
  const read = stream.text()
  expect(await server.end('SIGTERM')).toBe(0)
  expect(await read).toContain('retry: ')
  // A clean end leaves nothing to be taken up from the write-ahead log.
  expect(existsSync(join(folder, 'demo', 'doorstep.sqlite-wal'))).toBe(false)
})

test('the demo begins anew, unless it is told to keep', async () => {
  const first = await start(['--demo'])
  expect(first.printed()).toContain('this machine only')
  for (const name of ['grace', 'sam', 'val', 'mo', 'ros', 'pat'])
    expect(first.printed()).toContain(`${name}@demo.test`)
  const { cookie } = await signIn(first.url, 'mo@demo.test')
  await first.end('SIGTERM')
  const kept = await start(['--demo', '--keep'])
  const me = (server: ServerProcess) => fetch(`${server.url}/api/account/me`, { headers: { cookie } })
  expect((await me(kept)).status).toBe(200)
  await kept.end('SIGTERM')
  const anew = await start(['--demo'])
  expect((await me(anew)).status).toBe(401)
})

test('an address in use, or a setting that makes no sense, is told in a sentence', async () => {
  const taken = await start()
  const port = new URL(taken.url).port
  const other = join(folder, 'other')
  await expect(startProcess([], { DOORSTEP_DATA: other, PORT: port })).rejects.toThrow(/in use/i)
  await expect(start(['--port', 'x'])).rejects.toThrow('PORT')
})

test.each([
  [{ HOST: '0.0.0.0' }, ['--demo'], 'this machine only'],
  [{ DOORSTEP_FAULTS: '1' }, [], '--demo only'],
  [{ DOORSTEP_SECRET: 'short' }, [], 'DOORSTEP_SECRET'],
  [{ PORT: '70000' }, [], 'PORT'],
  [{ PUBLIC_URL: 'doorstep.example' }, [], 'PUBLIC_URL'],
  [{ PUBLIC_URL: 'http://doorstep.example' }, ['--bogus'], 'bogus'],
  [{}, ['--keep'], '--demo'],
  [{ DATABASE_URL: 'mysql://127.0.0.1/doorstep' }, [], 'postgres://'],
  [{ DATABASE_URL: '' }, [], 'postgres://'],
  [{ DATABASE_URL: './doorstep.sqlite' }, [], 'postgres://'],
  [{ DATABASE_URL: 'postgres://127.0.0.1/doorstep' }, ['--demo'], '--keep'],
])('%o %o is refused', (env, args, sentence) => {
  const config = readConfig(env, args)
  expect(config.ok ? '' : config.error).toContain(sentence)
})
