import type { z } from 'zod'
import { err, ok, type Result } from '#domain/result.ts'
import type { TransportFault } from './transport.ts'

/** How a request can fail: by its status, or without any answer. */
export type HttpFault = { fault: TransportFault; status: number | null }

interface Request {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  body?: unknown
  seconds?: number
  headers?: Record<string, string>
  /** Gives up when it says so: somebody does not want the answer any more. */
  stop?: AbortSignal
  /** Shown the headers of whatever answer comes. */
  onAnswer?: (headers: Headers) => void
}

/** One request to this app's own server; the answer is checked against its schema at the door. */
export async function request<T>(
  schema: z.ZodType<T>,
  call: Request,
  fetch = globalThis.fetch,
): Promise<Result<T, HttpFault>> {
  const { method = 'GET', path, body, seconds = 30, headers = {}, stop, onAnswer } = call
  const late = AbortSignal.timeout(seconds * 1000)
  try {
    const response = await fetch(path, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: stop === undefined ? late : AbortSignal.any([late, stop]),
      cache: 'no-store',
    })
    onAnswer?.(response.headers)
    if (!response.ok) return err({ fault: faultOf(response.status), status: response.status })
    return checked(schema, response.status === 204 ? null : await response.json())
  } catch (error) {
    return err({ fault: error instanceof SyntaxError ? 'fault' : 'offline', status: null })
  }
}

function checked<T>(schema: z.ZodType<T>, answer: unknown): Result<T, HttpFault> {
  const parsed = schema.safeParse(answer)
  return parsed.success ? ok(parsed.data) : err({ fault: 'fault', status: 200 })
}

function faultOf(status: number): TransportFault {
  if (status === 401) return 'signIn'
  if (status === 409) return 'tooOld'
  if (status === 429 || status === 503) return 'busy'
  if (status === 501) return 'serverOlder'
  if (status === 502 || status === 504) return 'offline'
  return 'fault'
}
