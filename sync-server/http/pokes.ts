import type { ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import type { Poke } from '#protocol/sync.ts'
import type { Order } from '../scopes/standing.ts'

/** Between two signs of life; proxies give up on a silent stream after a minute or so. Milliseconds. */
const HEARTBEAT = 25_000
/** When a browser should try again after its stream has ended. Milliseconds. */
const RETRY = 5_000
/** A stream that lasts no longer asks again who is signed in. Milliseconds. */
const LASTS = 30 * 60_000
/** Bytes that may wait for a device that does not read; it pulls when it comes back. */
const MOST_WAITING = 65_536

/** How often the order is asked for: another process on the same database may have moved it. Milliseconds. */
const LOOK = 500

interface Stream {
  tenant: string
  session: string
  since: number
  /** The last poke sent. */
  seq: number
  response: ServerResponse
}

interface Given {
  /** How far the order of these tenants has come. */
  orders: (tenants: string[]) => Promise<Order[]>
  onFault: (message: string) => void
}

/** The open event streams. What goes over them is only that there is something to pull, and nothing twice. */
export interface Pokes {
  open: (response: ServerResponse, to: { tenant: string; session: string }, seq: number) => void
  poke: (tenant: string, poke: Poke) => void
  /** Ends the streams of a session that was signed out. */
  closeSession: (session: string) => void
  closeAll: () => Promise<void>
}

/**
 * What this process has taken it pokes at once; what others have, it finds by looking at the counters. Only that: no
 * `LISTEN`, which not every database like PostgreSQL has, and which would tell nothing that the counters do not.
 */
export function openPokes({ orders, onFault }: Given): Pokes {
  const streams = new Set<Stream>()
  const beat = setInterval(() => keepAlive(streams), HEARTBEAT)
  beat.unref()
  const looking = lookRepeatedly(streams, orders, onFault)
  return {
    open: (response, to, seq) => {
      const stream = { ...to, since: Date.now(), seq, response }
      streams.add(stream)
      response.on('close', () => streams.delete(stream))
      response.write(`retry: ${RETRY}\n\n${eventText({ seq })}`)
    },
    poke: (tenant, poke) => pokeStreams(streams, tenant, poke),
    closeSession: (session) => {
      for (const stream of streams) if (stream.session === session) stream.response.end()
    },
    closeAll: async () => {
      clearInterval(beat)
      for (const stream of streams) stream.response.end()
      await looking.end()
    },
  }
}

function pokeStreams(streams: Set<Stream>, tenant: string, { seq }: Poke): void {
  for (const stream of streams) {
    if (stream.tenant !== tenant || stream.seq >= seq) continue
    stream.seq = seq
    send(stream, eventText({ seq }))
  }
}

/** One look after the other, never two at once. `end` waits for the one under way. */
function lookRepeatedly(streams: Set<Stream>, orders: Given['orders'], onFault: Given['onFault']) {
  const epochs = new Map<string, string>()
  const ending = new AbortController()
  const look = async (): Promise<void> => {
    const tenants = [...new Set([...streams].map(({ tenant }) => tenant))]
    if (tenants.length === 0) return
    for (const { tenant, epoch, seq } of await orders(tenants)) {
      // Restored from a backup, the order goes on from an earlier place; that is news too.
      if ((epochs.get(tenant) ?? epoch) !== epoch) forgetOrder(streams, tenant)
      epochs.set(tenant, epoch)
      pokeStreams(streams, tenant, { seq })
    }
  }
  const lookOn = async (): Promise<void> => {
    let well = true
    while (await passed(LOOK, ending.signal)) {
      try {
        await look()
        well = true
      } catch (error) {
        // Said once; the database may be away for long, and every request says so too.
        if (well) onFault(`The order cannot be looked at: ${String(error)}`)
        well = false
      }
    }
  }
  const running = lookOn()
  return {
    end: () => {
      ending.abort()
      return running
    },
  }
}

function forgetOrder(streams: Set<Stream>, tenant: string): void {
  for (const stream of streams) if (stream.tenant === tenant) stream.seq = -1
}

/** Waits; false where the signal came first. Keeps no process alive. */
function passed(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return setTimeout(milliseconds, true, { signal, ref: false }).catch(() => false)
}

function eventText(poke: Poke): string {
  return `data: ${JSON.stringify(poke)}\n\n`
}

function keepAlive(streams: Set<Stream>): void {
  for (const stream of streams) {
    if (Date.now() - stream.since > LASTS) stream.response.end()
    else send(stream, ': still here\n\n')
  }
}

function send({ response }: Stream, text: string): void {
  if (response.writableLength > MOST_WAITING) response.destroy()
  else response.write(text)
}
