import type { FastifyError, FastifyReply } from 'fastify'
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod'
import type { Problem } from '#protocol/account.ts'
import { isFull, isUnstorable, passes } from '../store/passing.ts'
import type { App } from './types.ts'

const statusOf = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  ended: 403,
  notFound: 404,
  lastManager: 422,
  nameTaken: 422,
  alreadyDecided: 422,
  outdated: 409,
  tooLarge: 413,
  tooMany: 429,
  fault: 500,
  serverOlder: 501,
  unavailable: 503,
} as const satisfies Record<Problem['code'], number>

/** Answers a problem: a code for the app, a sentence for a person. */
export function sendProblem(reply: FastifyReply, code: Problem['code'], message: string): FastifyReply {
  return reply
    .code(statusOf[code])
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({ code, message } satisfies Problem)
}

/** Whatever goes wrong is answered as a problem, and nothing of the inside is told. */
export function answerProblems(app: App): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const [code, message] = problemOf(error)
    if (code === 'fault' || code === 'unavailable') request.log.error({ err: error }, 'A request failed')
    return sendProblem(reply, code, message)
  })
}

function problemOf(error: FastifyError): [Problem['code'], string] {
  if (hasZodFastifySchemaValidationErrors(error)) return ['invalid', placeOf(error)]
  if (isResponseSerializationError(error)) return ['fault', 'The server failed']
  if (error.statusCode === 413) return ['tooLarge', 'The request is larger than the server takes']
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return ['invalid', 'The request cannot be read']
  }
  if (isUnstorable(error)) return ['invalid', 'The request holds text that cannot be kept']
  if (isFull(error)) return ['unavailable', 'The server has no room left to keep anything: its disk is full']
  if (passes(error)) return ['unavailable', 'The database does not answer just now']
  return ['fault', 'The server failed']
}

/** Where the first fault lies; never the value. */
function placeOf(error: { validation: { instancePath: string; message?: string }[] }): string {
  const [first] = error.validation
  return `${first?.instancePath ?? ''}: ${first?.message ?? 'invalid'}`.replace(/^: /, '')
}
