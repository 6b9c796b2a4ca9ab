import { createServer, type RequestListener } from 'node:http'
import { full, id, page, summary } from '#domain/feed/feed.fixture.ts'
import type { JsonObject } from '#domain/json.ts'

export interface FeedServer {
  url: string
  /** What was asked for, in order. */
  asked: string[]
  close: () => Promise<void>
}

/** A server on this machine that answers as it is told, well or badly. */
export async function serve(answer: RequestListener): Promise<FeedServer> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('The server is on no port')
  return {
    url: `http://127.0.0.1:${bound.port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A feed as the standard has it: pages of summaries, and each service in full. `services` is asked anew each time. */
export function standardFeed(
  services: () => readonly number[],
  size: number,
  more: (n: number) => JsonObject = () => ({}),
): RequestListener {
  return (request, response) => {
    const url = new URL(request.url ?? '/', 'http://feed')
    const all = services()
    const own = all.find((n) => url.pathname === `/api/services/${id('service', n)}`)
    const number = Number(url.searchParams.get('page'))
    const pages = Math.max(1, Math.ceil(all.length / size))
    const contents = all.slice((number - 1) * size, number * size).map((n) => summary(n, more(n)))
    const body = own === undefined ? page(contents, number, pages, all.length) : full(own, more(own))
    const isKnown = own !== undefined || url.pathname === '/api/services'
    response.writeHead(isKnown ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
}
