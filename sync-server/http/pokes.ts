import type { ServerResponse } from 'node:http'
import type { Poke } from '#protocol/sync.ts'

/** Between two signs of life; proxies give up on a silent stream after a minute or so. Milliseconds. */
const HEARTBEAT = 25_000
/** When a browser should try again after its stream has ended. Milliseconds. */
const RETRY = 5_000
/** A stream that lasts no longer asks again who is signed in. Milliseconds. */
const LASTS = 30 * 60_000
/** Bytes that may wait for a device that does not read; it pulls when it comes back. */
const MOST_WAITING = 65_536

interface Stream {
  tenant: string
  session: string
  since: number
  response: ServerResponse
}

/** The open event streams. What goes over them is only that there is something to pull. */
export interface Pokes {
  open: (response: ServerResponse, to: { tenant: string; session: string }, seq: number) => void
  poke: (tenant: string, poke: Poke) => void
  /** Ends the streams of a session that was signed out. */
  closeSession: (session: string) => void
  closeAll: () => void
}

export function openPokes(): Pokes {
  const streams = new Set<Stream>()
  const beat = setInterval(() => keepAlive(streams), HEARTBEAT)
  beat.unref()
  return {
    open: (response, to, seq) => {
      const stream = { ...to, since: Date.now(), response }
      streams.add(stream)
      response.on('close', () => streams.delete(stream))
      response.write(`retry: ${RETRY}\n\n${eventText({ seq })}`)
    },
    poke: (tenant, poke) => {
      for (const stream of streams) if (stream.tenant === tenant) send(stream, eventText(poke))
    },
    closeSession: (session) => {
      for (const stream of streams) if (stream.session === session) stream.response.end()
    },
    closeAll: () => {
      clearInterval(beat)
      for (const stream of streams) stream.response.end()
    },
  }
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
