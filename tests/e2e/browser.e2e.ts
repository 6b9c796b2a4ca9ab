import { createServer, type Server } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { launchBrowser } from './browser.ts'

// What every journey takes for granted of the browser it runs in.

const worker = `
self.addEventListener('install', (event) => {
  event.waitUntil(caches.open('kept').then((cache) => cache.put('/kept', new Response('from the worker'))))
})
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  if (new URL(event.request.url).pathname === '/kept') event.respondWith(caches.match('/kept'))
})`

let server: Server
let origin: string
let userDataDir: string

beforeAll(async () => {
  server = createServer((request, response) => {
    const script = request.url === '/worker.js'
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html')
    response.end(script ? worker : '<!doctype html><title>Ground</title>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The test server has no port.')
  origin = `http://127.0.0.1:${address.port}`
  userDataDir = mkdtempSync(join(tmpdir(), 'doorstep-profile-'))
})

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 })
})

const write = (page: Page, key: string, value: string) =>
  page.evaluate(
    ([key, value]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('ground', 1)
        opening.onupgradeneeded = () => opening.result.createObjectStore('values')
        opening.onerror = () => reject(new Error(opening.error?.message))
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('values', 'readwrite', { durability: 'strict' })
          transaction.objectStore('values').put(value, key)
          transaction.oncomplete = () => resolve()
          transaction.onerror = () => reject(new Error(transaction.error?.message))
        }
      }),
    [key, value] as const,
  )

const read = (page: Page, key: string) =>
  page.evaluate(
    (key) =>
      new Promise<unknown>((resolve, reject) => {
        const opening = indexedDB.open('ground', 1)
        opening.onerror = () => reject(new Error(opening.error?.message))
        opening.onsuccess = () => {
          const request = opening.result.transaction('values').objectStore('values').get(key)
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(new Error(request.error?.message))
        }
      }),
    key,
  )

describe('the browser of the journeys', () => {
  it('is a secure context with WebCrypto, Web Locks and storage estimates', async () => {
    const browser = await launchBrowser()
    await browser.page.goto(origin)
    const sealed = await browser.page.evaluate(async () => {
      const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
        'encrypt',
        'decrypt',
      ])
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const box = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv },
        key,
        new TextEncoder().encode('a secret'),
      )
      const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, box)
      return {
        secure: isSecureContext,
        text: new TextDecoder().decode(opened),
        locked: await navigator.locks.request('ground', (lock) => lock?.name),
        quota: (await navigator.storage.estimate()).quota,
        language: navigator.language,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      }
    })
    await browser.close()
    expect(sealed).toMatchObject({
      secure: true,
      text: 'a secret',
      locked: 'ground',
      language: 'en-GB',
      timeZone: 'Europe/London',
    })
    expect(sealed.quota).toBeGreaterThan(100_000_000)
  })

  it('keeps IndexedDB in its profile over a restart, and over a kill', async () => {
    const first = await launchBrowser({ userDataDir })
    await first.page.goto(origin)
    await write(first.page, 'closed', 'kept over a restart')
    await first.close()

    const second = await launchBrowser({ userDataDir })
    await second.page.goto(origin)
    expect(await read(second.page, 'closed')).toBe('kept over a restart')
    await write(second.page, 'killed', 'kept over a kill')
    await second.kill()
    expect(() => process.kill(second.pid, 0)).toThrow('ESRCH')

    const third = await launchBrowser({ userDataDir })
    await third.page.goto(origin)
    expect(await read(third.page, 'killed')).toBe('kept over a kill')
    await third.close()
  })

  it('runs a service worker, also after a restart and without a network', async () => {
    const first = await launchBrowser({ userDataDir })
    await first.page.goto(origin)
    await first.page.evaluate(async () => {
      await navigator.serviceWorker.register('/worker.js')
      await navigator.serviceWorker.ready
    })
    await first.close()

    const second = await launchBrowser({ userDataDir })
    await second.page.goto(origin)
    await second.context.setOffline(true)
    expect(await second.page.evaluate(async () => (await fetch('/kept')).text())).toBe('from the worker')
    expect(await second.page.evaluate(() => navigator.onLine)).toBe(false)
    await second.close()
  })

  it('keeps two profiles apart', async () => {
    const other = await launchBrowser()
    await other.page.goto(origin)
    await write(other.page, 'mine', 'here')
    expect(await read(other.page, 'closed')).toBeUndefined()
    await other.close()
  })

  it('says how to mend it when no browser starts, and does not skip', async () => {
    const before = process.env['CHROMIUM_PATH']
    process.env['CHROMIUM_PATH'] = '/nowhere/chromium'
    try {
      await expect(launchBrowser({ userDataDir })).rejects.toThrow(/CHROMIUM_PATH.*npm ci/)
    } finally {
      if (before === undefined) delete process.env['CHROMIUM_PATH']
      else process.env['CHROMIUM_PATH'] = before
    }
  })
})
