import { betterAuth, type BetterAuthOptions } from 'better-auth'
import { APIError } from 'better-auth/api'
import { storeOf } from '../store/store.ts'
import type { Database } from '../store/tables.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import type { SignIns } from './signIns.ts'

export interface SignInOptions {
  database: Database
  secret: string
  /** Where people reach the server; with https the cookie travels over nothing else. */
  publicUrl: string
  onFault: (message: string) => void
}

const DAY = 86_400

/** better-auth as this server uses it: called from our own routes only, so none of its own is ever mounted. */
export function authOptions({ database, secret, publicUrl, onFault }: SignInOptions) {
  return {
    appName: 'Doorstep',
    baseURL: publicUrl,
    secret,
    database: { db: database, type: storeOf(database) },
    emailAndPassword: {
      enabled: true,
      // Nobody signs up by themselves: people join by an invitation.
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    user: { modelName: 'auth_user' },
    session: { modelName: 'auth_session', expiresIn: 30 * DAY, updateAge: DAY },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    // Counted by ourselves, see attempts.ts: the library limits only the routes that it serves itself.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (level, message) => {
        if (level === 'error') onFault(message)
      },
    },
    advanced: {
      cookiePrefix: 'doorstep',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', path: '/' },
      ipAddress: { disableIpTracking: true },
    },
  } satisfies BetterAuthOptions
}

export function openSignIns(options: SignInOptions): SignIns {
  const auth = betterAuth(authOptions(options))
  const findUser = async (email: string): Promise<string | null> => {
    const { internalAdapter } = await auth.$context
    return (await internalAdapter.findUserByEmail(email.toLowerCase()))?.user.id ?? null
  }
  return {
    findUser,
    signIn: async ({ email, password }) => {
      try {
        const { headers, response } = await auth.api.signInEmail({
          body: { email: email.toLowerCase(), password },
          returnHeaders: true,
        })
        return { user: response.user.id, setCookies: headers.getSetCookie() }
      } catch (error) {
        if (error instanceof APIError && error.statusCode === 401) return null
        throw error
      }
    },
    signOut: async (cookie) => {
      const { headers } = await auth.api.signOut({ headers: new Headers({ cookie }), returnHeaders: true })
      return headers.getSetCookie()
    },
    whoIs: async (cookie) => {
      const { headers, response } = await auth.api.getSession({
        headers: new Headers({ cookie }),
        returnHeaders: true,
      })
      if (!response) return null
      const { session, user } = response
      return { id: session.id, user: user.id, email: user.email, setCookies: headers.getSetCookie() }
    },
    saveUser: async ({ name, email, password }) => {
      const { internalAdapter } = await auth.$context
      const hash = await hashPassword(password)
      const known = await findUser(email)
      if (known !== null) {
        await internalAdapter.updateUser(known, { name })
        await internalAdapter.updatePassword(known, hash)
        return known
      }
      const user = await internalAdapter.createUser(
        { name, email: email.toLowerCase(), emailVerified: false },
        { method: 'email-password' },
      )
      await internalAdapter.linkAccount({
        userId: user.id,
        providerId: 'credential',
        accountId: user.id,
        password: hash,
      })
      return user.id
    },
  }
}
