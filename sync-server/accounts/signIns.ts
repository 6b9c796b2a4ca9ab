/**
 * Who somebody is: passwords and sessions, apart from what they may do. The one door to the library behind it, so
 * that another one (a borough's single sign-on) can take its place.
 */
export interface SignIns {
  /** Makes a session; null where email and password do not belong together. */
  signIn: (credentials: Credentials) => Promise<SignedIn | null>
  /** Ends the session of these cookies; answers the `Set-Cookie` lines that clear them. */
  signOut: (cookie: string) => Promise<string[]>
  /** Whose session these cookies are; with `setCookies` where the session was prolonged. */
  whoIs: (cookie: string) => Promise<Session | null>
  /** Makes a user, or gives the one of this email a new name and password; answers their id. */
  saveUser: (user: Credentials & { name: string }) => Promise<string>
  /** The id of the user with this email; null where there is none. */
  findUser: (email: string) => Promise<string | null>
}

export interface Credentials {
  email: string
  password: string
}

export interface SignedIn {
  user: string
  setCookies: string[]
}

export interface Session {
  id: string
  user: string
  email: string
  setCookies: string[]
}
