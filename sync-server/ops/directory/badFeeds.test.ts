import { mkdirSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { full, id, page, summary } from '#domain/feed/feed.fixture.ts'
import { type FeedPlace, openFeedPlace } from './feedPlace.fixture.ts'
import { type FeedLimits, LIMITS } from './limits.ts'

// Feeds that misbehave, on real servers of this machine: each ends with a sentence, soon, in little memory, and the
// directory is as it was.

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let at: FeedPlace
beforeEach(async () => {
  at = await openFeedPlace()
})
afterEach(() => at.close())

const feed = (answer: RequestListener) => at.feed(answer)
const refused = (from: string, limits?: FeedLimits) => at.refused(from, limits)

const json =
  (value: unknown): RequestListener =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
  }

function numberOf({ url }: IncomingMessage): number {
  return Number(new URL(url ?? '/', 'http://feed').searchParams.get('page'))
}

describe('a feed that does not end', () => {
  test('by giving the same page for ever', async () => {
    const endless = { contents: [full(3)], total_pages: 1000, last_page: false }
    const { url, asked } = await feed(json(endless))
    expect(await refused(url)).toMatch(/does not end: its page 2 is page 1 again/)
    expect(asked.length).toBe(2)
  })

  test('by giving the first page whichever is asked for, each time with another stamp', async () => {
    let stamp = 0
    const { url } = await feed((request, response) =>
      json({ ...page([full(3)], 1, 9), last_page: false, stamp: (stamp += 1) })(request, response),
    )
    expect(await refused(url)).toMatch(/does not end: its page 2 is page 1 again/)
  })

  test('by going round in links', async () => {
    const answer: RequestListener = (request, response) => {
      const second = request.url === '/b'
      json({ contents: [full(second ? 4 : 3)], next: second ? '/a' : '/b' })(request, response)
    }
    expect(await refused((await feed(answer)).url)).toMatch(/its page 3 is page 1 again/)
  })

  test('by always having one page more', async () => {
    const answer: RequestListener = (request, response) => {
      const n = numberOf(request)
      json({ ...page([full(n + 10)], n, n + 1), last_page: false })(request, response)
    }
    const { url } = await feed(answer)
    expect(await refused(url, { ...LIMITS, pages: 40 })).toMatch(/has more than 40 pages/)
    expect(await refused(url, { ...LIMITS, services: 30 })).toMatch(/has more than 30 services/)
    expect(await refused(url, { ...LIMITS, feedBytes: 20_000 })).toMatch(/larger than 1 MB in all/)
  })

  test('by dripping, or by saying nothing', async () => {
    const drip: RequestListener = (_request, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(timer))
    }
    const dripping = await feed(drip)
    expect(await refused(dripping.url, { ...LIMITS, documentMs: 300 })).toMatch(
      /took longer than 0.3 seconds/,
    )
    expect(await refused(dripping.url, { ...LIMITS, feedMs: 300 })).toMatch(
      /took longer than 0.3 seconds in all/,
    )
    const silent = await feed(() => {})
    expect(await refused(silent.url, { ...LIMITS, idleMs: 300 })).toMatch(/said nothing for 0.3 seconds/)
    const halting = await feed((_request, response) => response.writeHead(200).write('{'))
    expect(await refused(halting.url, { ...LIMITS, idleMs: 300 })).toMatch(/said nothing for 0.3 seconds/)
  })
})

describe('a feed that breaks off', () => {
  const brokenAt = (number: number, broken: (response: ServerResponse) => void): RequestListener => {
    return (request, response) => {
      if (numberOf(request) === number) broken(response)
      else json(page([full(numberOf(request))], numberOf(request), 3))(request, response)
    }
  }
  test.each<[string, (response: ServerResponse) => void, RegExp]>([
    [
      'nothing there',
      (response) => response.writeHead(404).end('no'),
      /page=2.* answered 404: there is nothing there/,
    ],
    [
      'a server in trouble',
      (response) => response.writeHead(500).end('no'),
      /answered 500: its server is in trouble/,
    ],
    ['a key asked for', (response) => response.writeHead(401).end('no'), /answered 401: it asks for a key/],
    [
      'the line cut',
      (response) => response.writeHead(200, { 'content-length': 99 }).write('{', () => response.destroy()),
      /broke off in the middle/,
    ],
    [
      'half of the JSON',
      (response) => response.end('{"contents":[{"id":"a"'),
      /no sound JSON: it breaks off at line 1, column 23/,
    ],
    [
      'a fault in the JSON',
      (response) => response.end('{\n "contents": [,]}'),
      /no sound JSON: “,” cannot stand at line 2, column 15/,
    ],
    [
      'a web page',
      (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Hello'),
      /is a web page and no feed/,
    ],
    ['no page', (response) => response.end('{"error":"oops"}'), /neither a service nor a page/],
    [
      'JSON of brackets',
      (response) => response.end('['.repeat(5000)),
      /nested deeper than 200, at line 1, column 201/,
    ],
    [
      'Latin-1',
      (response) => response.end(Buffer.from('{"contents":[{"name":"Café"}]}', 'latin1')),
      /is not in UTF-8 \(see byte 26\)/,
    ],
    [
      'an unknown encoding',
      (response) =>
        response.writeHead(200, { 'content-type': 'application/json; charset=klingon' }).end('{}'),
      /encoding that is not known: klingon/,
    ],
    [
      'damaged gzip',
      (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip'),
      /it is packed, and damaged/,
    ],
    [
      'half of a gzip',
      (response) =>
        response
          .writeHead(200, { 'content-encoding': 'gzip' })
          .end(gzipSync('{"contents":[]}').subarray(0, 20)),
      /it is packed, and breaks off/,
    ],
    [
      'an unknown packing',
      (response) => response.writeHead(200, { 'content-encoding': 'rar' }).end('x'),
      /packed in a way that is not known: rar/,
    ],
    [
      'headers without end',
      (response) => response.writeHead(200, { x: 'x'.repeat(40_000) }).end('{}'),
      /its headers never end/,
    ],
  ])('with %s', async (_what, broken, sentence) => {
    expect(await refused((await feed(brokenAt(2, broken))).url)).toMatch(sentence)
  })

  test('at one service of many', async () => {
    const answer: RequestListener = (request, response) => {
      if (request.url?.includes(id('service', 4))) return response.writeHead(500).end()
      const own = [3, 5].find((n) => request.url?.includes(id('service', n)))
      return json(own === undefined ? page([summary(3), summary(4), summary(5)]) : full(own))(
        request,
        response,
      )
    }
    expect(await refused((await feed(answer)).url)).toMatch(
      new RegExp(`services/${id('service', 4)} answered 500`),
    )
  })

  test('where nobody answers, or nobody is', async () => {
    const gone = await feed(() => {})
    await gone.close()
    expect(await refused(gone.url)).toMatch(/nobody answers there/)
    expect(await refused('http://nowhere.invalid')).toMatch(/there is no such host|cannot be looked up/)
    expect(await refused('ftp://example.org')).toMatch(/is no address of the web/)
    expect(await refused('http://user:password@127.0.0.1/')).toMatch(/holds a password/)
  })

  test('with nothing in it, which would close everything', async () => {
    expect(await refused((await feed(json(page([])))).url)).toMatch(/holds no service/)
    expect(await refused((await feed(json([]))).url)).toMatch(/holds no service/)
  })

  test('that gives another service than was asked for: its summary is read, and the rest is said', async () => {
    const answer: RequestListener = (request, response) =>
      json(request.url?.includes('page=') ? page([summary(7)]) : full(8))(request, response)
    const { json: told } = await at.take((await feed(answer)).url, 'another')
    expect(told).toMatchObject({
      new: 1,
      problems: [{ field: 'id', done: expect.stringContaining('another service') as unknown }],
    })
  })
})

describe('a feed that leads elsewhere', () => {
  const to = (location: string): RequestListener => {
    return (_request, response) => response.writeHead(302, { location }).end()
  }

  test('to another port or address of this machine, or of the network it is in, is not followed', async () => {
    const secret = await feed(json(page([full(9)])))
    const port = new URL(secret.url).port
    for (const target of [
      secret.url,
      `http://localhost:${port}/`,
      `http://[::1]:${port}/`,
      `http://[::ffff:127.0.0.1]:${port}/`,
      `http://2130706433:${port}/`,
      `http://0.0.0.0:${port}/`,
      'http://10.0.0.1/',
      'http://192.168.1.1/',
      'http://169.254.169.254/latest/meta-data',
      'http://[fe80::1]/',
      'http://[fd00::1]/',
    ]) {
      expect(await refused((await feed(to(target))).url)).toMatch(
        /not a public address, so it was not followed/,
      )
    }
    expect(secret.asked).toEqual([])
  })

  test('by a link to the next page, neither', async () => {
    const secret = await feed(json(page([full(9)])))
    const answer = json({ contents: [full(3)], next: `${secret.url}/next` })
    expect(await refused((await feed(answer)).url)).toMatch(/not a public address/)
    expect(secret.asked).toEqual([])
  })

  test('round and round is left', async () => {
    expect(await refused((await feed(to('/services'))).url)).toMatch(/leads on and on/)
  })

  test('to what is no address of the web', async () => {
    expect(await refused((await feed(to('file:///etc/passwd'))).url)).toMatch(/which is no web address/)
    expect(await refused((await feed(to('http://['))).url)).toMatch(/leads on to what is no address/)
  })

  test('within itself is followed', async () => {
    const answer: RequestListener = (request, response) =>
      request.url === '/moved'
        ? json(page([full(1), full(2)]))(request, response)
        : to('/moved')(request, response)
    expect((await at.take((await feed(answer)).url)).json).toMatchObject({ same: 2 })
  })
})

describe('a file or folder that is none', () => {
  const written = (name: string, content: string | Buffer) => {
    const path = join(at.folder, name)
    writeFileSync(path, content)
    return path
  }

  test('is said', async () => {
    expect(await refused(join(at.folder, 'nowhere.json'))).toMatch(/There is no file or folder/)
    expect(await refused(written('a.json', '{"contents": [1 2]}'))).toMatch(
      /no sound JSON: “2” cannot stand at line 1, column 17/,
    )
    expect(await refused(written('latin.json', Buffer.from('["Café"]', 'latin1')))).toMatch(
      /is not in UTF-8 \(see byte 6\)/,
    )
    expect(await refused(written('wide.json', Buffer.from('["Café"]', 'utf16le')))).toMatch(
      /perhaps in UTF-16/,
    )
    expect(await refused(written('empty.json', ''))).toMatch(/no sound JSON/)
    expect(await refused(written('page.json', '<html></html>'))).toMatch(/is a web page/)
    expect(await refused(written('services.csv', 'id,name\n'))).toMatch(/is one table. Give the folder/)
    mkdirSync(join(at.folder, 'bare'))
    expect(await refused(join(at.folder, 'bare'))).toMatch(/There is no services.csv/)
  })

  test('of tables that cannot be read', async () => {
    const tables = (name: string, files: Record<string, string | Buffer>) => {
      mkdirSync(join(at.folder, name))
      for (const [file, content] of Object.entries(files)) writeFileSync(join(at.folder, name, file), content)
      return join(at.folder, name)
    }
    expect(await refused(tables('a', { 'services.csv': 'id,name\n1,"Tea\n' }))).toMatch(
      /services.csv is no sound table: a quotation mark/,
    )
    expect(await refused(tables('b', { 'services.csv': '' }))).toMatch(/services.csv is empty/)
    expect(await refused(tables('c', { 'services.csv': 'name\nTea\n' }))).toMatch(
      /services.csv has no column “id”/,
    )
    expect(
      await refused(tables('d', { 'services.csv': Buffer.from('id,name\n1,Café\n', 'latin1') })),
    ).toMatch(/services.csv is not in UTF-8/)
    expect(await refused(tables('e', { 'services.csv': 'id,name\n' }))).toMatch(/holds no service/)
    const outside = JSON.stringify({ resources: [{ name: 'service', path: '../d/services.csv' }] })
    expect(await refused(join(tables('f', { 'datapackage.json': outside }), 'datapackage.json'))).toMatch(
      /lies outside of the package/,
    )
    expect(await refused(join(tables('g', { 'datapackage.json': '{}' }), 'datapackage.json'))).toMatch(
      /describes no package/,
    )
  })
})
