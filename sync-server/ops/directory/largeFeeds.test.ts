import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { truncateSync, writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type FeedPlace, openFeedPlace } from './feedPlace.fixture.ts'

// Feeds that are larger than anybody can hold, read by the command line as operators start it.

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const SCRIPT = fileURLToPath(new URL('../doorstep.ts', import.meta.url))
const MB = 1_000_000

let at: FeedPlace
beforeEach(async () => {
  at = await openFeedPlace()
})
afterEach(() => at.close())

/** The command line as a process of its own with little memory; answers how it ended, and the most that it took. */
async function commandLine(from: string): Promise<{ code: number | null; err: string; megabytes: number }> {
  // What the system counts goes on from the process that began this one, so it is looked at from within.
  const tell = `let most = 0
    const look = () => (most = Math.max(most, process.memoryUsage.rss()))
    setInterval(look, 10).unref()
    process.on('exit', () => process.stderr.write('most ' + look()))`
  const args = ['--max-old-space-size=160', '--import', `data:text/javascript,${encodeURIComponent(tell)}`]
  const child = spawn(process.execPath, [...args, SCRIPT, 'import', 'directory', from, '--as', 'council'], {
    env: { PATH: process.env['PATH'] ?? '', ...at.env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let err = ''
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  await once(child, 'close')
  return { code: child.exitCode, err, megabytes: Number(/most (\d+)/.exec(err)?.[1]) / MB }
}

describe('more than anybody can hold, with 160 MB to hold it in', () => {
  /** Writes for ever, as fast as it is taken. */
  const endless = (chunk: Buffer, headers: Record<string, string> = {}, most = Infinity): RequestListener => {
    return (_request, response) => {
      response.writeHead(200, headers)
      let sent = 0
      const more = () => {
        while (!response.destroyed && sent < most) {
          sent += chunk.length
          if (!response.write(chunk)) return void response.once('drain', more)
        }
        response.end()
      }
      more()
    }
  }
  const spaces = Buffer.alloc(64 * 1024, ' ')
  const bomb = gzipSync(Buffer.alloc(500 * MB, ' '), { level: 9 })
  const brotli = brotliCompressSync(Buffer.alloc(500 * MB, ' '), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
  })

  test.each<[string, RequestListener]>([
    ['a body without end', endless(spaces)],
    ['200 MB', endless(spaces, {}, 200 * MB)],
    ['200 MB, as it says', endless(spaces, { 'content-length': String(200 * MB) }, 200 * MB)],
    [
      'a gzip bomb',
      (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    ],
    [
      'a bomb of brotli',
      (_request, response) => response.writeHead(200, { 'content-encoding': 'br' }).end(brotli),
    ],
  ])('%s', async (what, answer) => {
    const before = await at.standing()
    const { url } = await at.feed(answer)
    const from = performance.now()
    const { code, err, megabytes } = await commandLine(url)
    console.log(`${what}: ${megabytes.toFixed(0)} MB, ${((performance.now() - from) / 1000).toFixed(1)} s`)
    expect([code, err]).toEqual([1, expect.stringMatching(/is larger than 32 MB\. Nothing was imported\./)])
    expect(megabytes).toBeLessThan(350)
    expect(await at.standing()).toEqual(before)
  })

  test('a file of 200 MB is not even opened', async () => {
    const path = join(at.folder, 'large.json')
    writeFileSync(path, '[')
    truncateSync(path, 200 * MB)
    const { code, err, megabytes } = await commandLine(path)
    expect([code, err]).toEqual([1, expect.stringContaining('is larger than 32 MB')])
    expect(megabytes).toBeLessThan(250)
  })

  test('a document of nothing but lists', async () => {
    const { url } = await at.feed((_request, response) => response.end(`[${'[],'.repeat(9 * MB)}[]]`))
    const { code, err } = await commandLine(url)
    expect([code, err]).toEqual([1, expect.stringContaining('holds more than 4,000,000 values')])
  })
})
