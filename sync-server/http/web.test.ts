import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { DEMO_PASSWORD } from '../demo/seed.ts'
import { people } from '../testing/demo.ts'
import { openService, postJson, type TestService } from '../testing/service.ts'

const openApi = z.object({ paths: z.record(z.string(), z.record(z.string(), z.looseObject({}))) })

let service: TestService
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'doorstep-app-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>First page</title>')
  writeFileSync(join(folder, 'sw.js'), '// worker')
  writeFileSync(join(folder, 'assets', 'index-Ab3_dE9x.js'), '// app')
  service = await openService({}, { appFolder: folder })
})
afterAll(async () => {
  await service.remove()
  rmSync(folder, { recursive: true, force: true })
})

const get = (path: string, init?: RequestInit) => fetch(`${service.url}${path}`, init)

describe('headers', () => {
  test.each(['/', '/api/account/me', '/api/docs', '/nothing.js', '/healthz'])(
    '%s has strict ones',
    async (path) => {
      const { headers } = await get(path)
      expect(headers.get('content-security-policy')?.split(';')).toEqual([
        "default-src 'self'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ])
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('strict-transport-security')).toBeNull()
      expect(headers.get('x-powered-by')).toBeNull()
    },
  )

  test('behind TLS: HSTS, and a cookie that travels over nothing else', async () => {
    const tls = await openService({}, { publicUrl: 'https://doorstep.example' })
    try {
      const signedIn = await postJson(`${tls.url}/api/account/sign-in`, {
        email: people.val.email,
        password: DEMO_PASSWORD,
      })
      expect(signedIn.headers.get('strict-transport-security')).toContain('max-age=31536000')
      expect(signedIn.headers.getSetCookie()[0]).toMatch(/^__Secure-.*Secure/)
    } finally {
      await tls.remove()
    }
  })
})

describe('the app', () => {
  test.each(['/', '/today', '/join/some-token', '/client/1?tab=notes'])(
    '%s is the first page, asked for anew',
    async (path) => {
      const response = await get(path)
      expect(await response.text()).toContain('First page')
      expect(response.headers.get('cache-control')).toBe('no-cache')
    },
  )

  test('a file with a hash in its name is kept for good, the worker never', async () => {
    expect((await get('/assets/index-Ab3_dE9x.js')).headers.get('cache-control')).toContain('immutable')
    expect((await get('/sw.js')).headers.get('cache-control')).toBe('no-cache')
  })

  test.each(['/api', '/api/nothing', '/assets/gone-Ab3_dE9x.js'])('%s is not there', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ code: 'notFound', message: 'There is nothing here' })
  })
})

test.each([
  '/../outside.txt',
  '/..%2foutside.txt',
  '/%2e%2e%2foutside.txt',
  '/assets/../../outside.txt',
  '/..\\outside.txt',
])('no file outside the folder of the app: %s', async (path) => {
  writeFileSync(join(folder, '..', 'outside.txt'), 'outside')
  const { statusCode, body } = await service.app.inject({ method: 'GET', url: path })
  rmSync(join(folder, '..', 'outside.txt'))
  expect(body).not.toBe('outside')
  expect(statusCode).toBeGreaterThanOrEqual(400)
})

describe('a request from another site', () => {
  const send = (headers: Record<string, string>) =>
    postJson(`${service.url}/api/account/sign-in`, { email: people.val.email, password: 'wrong' }, headers)

  test.each([
    ['no browser', {}, 401],
    ['the app', { 'sec-fetch-site': 'same-origin' }, 401],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a sister site', { 'sec-fetch-site': 'same-site' }, 403],
    ['another origin', { origin: 'https://elsewhere.example' }, 403],
    ['a hidden origin', { origin: 'null' }, 403],
  ])('%s: %o', async (_name, headers, status) => {
    expect((await send(headers)).status).toBe(status)
  })

  test('the own origin by name', async () => {
    expect((await send({ origin: service.url })).status).toBe(401)
  })
})

describe('problems', () => {
  test.each([
    ['{', 400, 'invalid'],
    ['{"email":1}', 400, 'invalid'],
    [`{"email":"${'x'.repeat(1_100_000)}"}`, 413, 'tooLarge'],
  ])('%# are a code and a sentence', async (body, status, code) => {
    const headers = { 'content-type': 'application/json' }
    const response = await get('/api/account/sign-in', { method: 'POST', headers, body })
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ code })
  })

  test('of the server tell nothing of the inside', async () => {
    const { cookie } = await service.signIn('mo')
    await service.database.schema.alterTable('visibility').renameTo('away').execute()
    const response = await get('/api/sync/records', { headers: { cookie } })
    await service.database.schema.alterTable('away').renameTo('visibility').execute()
    expect(response.status).toBe(500)
    expect(await response.json()).toEqual({ code: 'fault', message: 'The server failed' })
  })
})

describe('what the server says of itself', () => {
  test('it is alive, and ready as long as the database answers', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok' })
    expect(await (await get('/readyz')).json()).toEqual({ status: 'ok' })
    await service.database.schema.alterTable('counters').renameTo('away').execute()
    const broken = await get('/readyz')
    await service.database.schema.alterTable('away').renameTo('counters').execute()
    expect(broken.status).toBe(503)
    expect(await broken.json()).toMatchObject({ code: 'unavailable' })
  })

  test('OpenAPI names every route of sync and account, with their schemas', async () => {
    const described = openApi.parse(await (await get('/api/docs/json')).json())
    for (const { method, url } of service.app.routeTable) {
      if (!/^\/api\/(sync|account)/.test(url) || method === 'HEAD') continue
      const path = url.replaceAll(/:(\w+)/g, '{$1}')
      expect(described.paths[path]?.[method.toLowerCase()], `${method} ${path}`).toHaveProperty('summary')
    }
    const changes = JSON.stringify(described.paths['/api/sync/changes'])
    for (const word of ['protocol', 'device', 'changes', 'receipts', 'outcome'])
      expect(changes).toContain(word)
  })

  test('the page about it needs no script and nothing from elsewhere', async () => {
    const text = await (await get('/api/docs')).text()
    expect(text).toContain('GET /api/sync/records')
    expect(text).toContain('manager')
    expect(text).not.toMatch(/<script|https?:/)
  })

  test('every route says who may call it, and refuses all others', async () => {
    const val = await service.signIn('val')
    for (const { method, url, access } of service.app.routeTable) {
      if (access === 'public' || method === 'HEAD') continue
      const path = url.replace(':device', crypto.randomUUID())
      const nobody = await get(path, { method })
      expect(nobody.status, `${method} ${url}`).toBe(401)
      if (typeof access === 'string' || access.includes('volunteer')) continue
      expect((await val.call(path, { method })).status, `${method} ${url}`).toBe(403)
    }
  })
})
