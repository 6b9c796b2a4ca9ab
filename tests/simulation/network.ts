import { z } from 'zod'
import { PROTOCOL, SERVED } from '#protocol/version.ts'
import { pushReplySchema } from '#protocol/sync.ts'
import type { Clockwork } from './clockwork.ts'
import type { Random } from './random.ts'
import type { Server, ServerReply, ServerRequest } from './server.ts'
import type { Build, Weather } from './steps.ts'
import type { Witness } from './witness.ts'

export interface Line {
  clockwork: Clockwork
  server: Server
  witness: Witness
  device: number
  person: string
  random: () => Random
  weather: () => Weather
  build: () => Build
  isAlive: () => boolean
}

const SECOND = 1000
/** Requests reach the server in beats, so that some reach it at the same moment. Milliseconds. */
const BEAT = 20

/** What is in an address that no seed decides: it comes of random keys. */
const MADE_UP = /(epoch|known)=[^&]*/g

/** What becomes of one request. Both ways can be lost; what the server did is done either way. */
const fates = [
  'answered',
  'lost',
  'halved',
  'doubled',
  'replyLost',
  'replyHalved',
  'late',
  'tooLate',
  'refusedByProxy',
] as const
type Fate = (typeof fates)[number]

/** The `fetch` of one tab, over a line of whatever weather. */
export function fetchOver(line: Line): typeof globalThis.fetch {
  return (path, init) =>
    new Promise<Response>((resolve, reject) => {
      const cut = () => reject(new TypeError('fetch failed'))
      if (line.weather() === 'none') return line.clockwork.after(BEAT, cut)
      const fate = fateOf(line)
      const request = requestOf(line, z.string().parse(path), init ?? {})
      line.witness.note(line.device, fate, request.method, request.url.replaceAll(MADE_UP, ''))
      send(line, request, fate, {
        answer: ({ status, body }) => line.isAlive() && resolve(new Response(body, { status })),
        cut: () => line.isAlive() && cut(),
      })
    })
}

function fateOf(line: Line): Fate {
  const random = line.random()
  if (line.weather() === 'calm' || random.chance(0.45)) return 'answered'
  return random.pick(fates) ?? 'answered'
}

interface Ends {
  answer: (reply: ServerReply) => void
  cut: () => void
}

function send(line: Line, request: ServerRequest, fate: Fate, { answer, cut }: Ends): void {
  const random = line.random()
  const way = () => (line.weather() === 'calm' ? BEAT : BEAT * (1 + random.below(20)))
  const back = way()
  const replied = (reply: ServerReply | null) =>
    line.clockwork.after(back, () => (reply ? answer(reply) : cut()))
  const deliver = (after: number, then: (reply: ServerReply | null) => void, sent = request) =>
    onBeat(line.clockwork, after, () => void ask(line, sent).then(then))

  switch (fate) {
    case 'answered':
      return deliver(way(), replied)
    case 'lost':
      return line.clockwork.after(way(), cut)
    case 'halved':
      return deliver(way(), cut, halved(request))
    case 'doubled':
      deliver(way(), replied)
      return deliver(way() + random.below(random.chance(0.5) ? SECOND : 4 * 3600 * SECOND), () => undefined)
    case 'replyLost':
      return deliver(way(), cut)
    case 'replyHalved':
      return deliver(way(), (reply) =>
        replied(reply && { ...reply, body: reply.body.slice(0, reply.body.length / 2) }),
      )
    case 'late':
      return deliver(random.below(50) * SECOND, replied)
    case 'tooLate':
      line.clockwork.after(60 * SECOND, cut)
      return deliver(61 * SECOND + random.below(3600) * SECOND, () => undefined)
    case 'refusedByProxy':
      return replied({ status: random.pick([502, 503, 504]) ?? 502, body: 'the proxy has had enough' })
  }
}

function onBeat(clockwork: Clockwork, after: number, run: () => void): void {
  const due = clockwork.now + after
  clockwork.after(Math.ceil(due / BEAT) * BEAT - clockwork.now, run)
}

function halved(request: ServerRequest): ServerRequest {
  return { ...request, body: request.body?.slice(0, request.body.length / 2) }
}

async function ask({ server, witness, device }: Line, request: ServerRequest): Promise<ServerReply | null> {
  const reply = await server.handle(request)
  if (reply && reply.status === 500) {
    witness.breach('The server never fails over what a device sends', `${request.url}: ${reply.body}`)
  }
  if (reply?.status === 200 && request.url.startsWith('/api/sync/changes')) {
    const { receipts } = pushReplySchema.parse(JSON.parse(reply.body))
    for (const receipt of receipts) witness.answered(receipt, device)
  }
  witness.note(device, 'reply', reply?.status ?? 'none')
  return reply
}

const methods = z.enum(['GET', 'POST', 'PUT', 'PATCH'])

/** As the device's build would send it. Pages are kept short, so that a pull has many of them. */
function requestOf(line: Line, path: string, { method = 'GET', headers, body }: RequestInit): ServerRequest {
  const url = path.startsWith('/api/sync/records?') ? `${path}&limit=${3 + line.random().below(40)}` : path
  const protocol = protocolOf(line.build())
  const text = typeof body === 'string' ? asSentBy(body, protocol) : undefined
  return {
    method: methods.parse(method),
    url,
    headers: {
      ...Object.fromEntries(new Headers(headers)),
      'doorstep-protocol': String(protocol),
      cookie: `session=${line.person}`,
    },
    body: text,
  }
}

function protocolOf(build: Build): number {
  switch (build) {
    case 'older':
      return SERVED.from - 1
    case 'current':
      return PROTOCOL
    case 'newer':
      return PROTOCOL + 1
  }
}

function asSentBy(body: string, protocol: number): string {
  const parsed: unknown = JSON.parse(body)
  const named = typeof parsed === 'object' && parsed !== null && 'protocol' in parsed
  return named ? JSON.stringify({ ...parsed, protocol }) : body
}
