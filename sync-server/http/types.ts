import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Person } from '#protocol/account.ts'
import type { Ground } from '../accounts/ground.ts'
import type { SignIns } from '../accounts/signIns.ts'
import type { Limit } from '../accounts/attempts.ts'
import type { Pokes } from './pokes.ts'

/** The server as routes see it: schemas are zod's. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** What the routes need besides the request. */
export interface Services {
  ground: Ground
  signIns: SignIns
  pokes: Pokes
  tenant: string
  secret: string
  publicUrl: string
  limits: SignInLimits
}

/** Failed sign-ins borne by account and by address. */
export interface SignInLimits {
  account: Limit
  address: Limit
}

/**
 * Who may call a route. `formerToo`: whoever is signed in, and those as well whose access has ended, so that they can
 * hand over what they had written, and be told.
 */
export type Access = 'public' | 'formerToo' | 'signedIn' | readonly Person['role'][]
