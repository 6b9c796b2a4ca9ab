import type { Observable } from 'rxjs'
import type { Result } from '#domain/result.ts'
import type { Person } from '#protocol/account.ts'
import type { Workspace } from '#store/workspace.ts'
import type { SyncStatus } from './status.ts'

/** Somebody who has work on this device. Names of staff are in the clear, for the unlock screen; clients' never. */
export interface KnownPerson {
  id: string
  name: string
  role: Person['role']
  /** False when too many wrong PINs closed the slot: only signing in opens it again. */
  pinOpen: boolean
}

export type SessionState =
  | { state: 'starting' }
  /** The device's database cannot be opened. */
  | { state: 'broken'; fault: 'lost' | 'outdated' | 'unsupported' }
  /** Nobody is in. Empty `people`: this device is new. `signedIn`: the password was right, a PIN is to be chosen. */
  | { state: 'locked'; people: KnownPerson[]; signedIn: { person: Person; known: boolean } | null }
  | { state: 'open'; person: Person; workspace: Workspace }

export type SignInFault = 'wrongPassword' | 'tooMany' | 'offline' | 'fault'
export type PinFault =
  | { code: 'wrongPin'; left: number }
  /** Cooling down after wrong PINs; seconds until the next try. */
  | { code: 'wait'; seconds: number }
  | { code: 'closed' }
  /** A PIN has six digits or more, or is a passphrase of eight characters or more. */
  | { code: 'tooShort' }
  | { code: 'kept'; fault: 'full' | 'lost' | 'outdated' }
  | { code: 'offline' }

/** Everything a person can do about being here: sign in, unlock, lock, leave. */
export interface Session {
  state$: Observable<SessionState>
  status$: Observable<SyncStatus>

  /** Online. Afterwards the state is `locked` with `signedIn`; choose a PIN to go on. */
  signIn(email: string, password: string): Promise<Result<void, SignInFault>>
  /** Uses a new PIN: makes the vault of a new person, or opens a known one's by recovery and sets the PIN anew. */
  choosePin(pin: string): Promise<Result<void, PinFault>>
  unlock(person: string, pin: string): Promise<Result<void, PinFault>>
  /** Whether this is the open person's PIN, counted like any attempt: ends the client's turn. */
  checkPin(pin: string): Promise<Result<void, PinFault>>
  changePin(now: string, next: string): Promise<Result<void, PinFault>>
  lock(): void
  /** Signs in again inside the open workspace, when the session on the server has ended. */
  renew(password: string): Promise<Result<void, SignInFault>>
  /** Takes the person's work off this device. Refused while anything is unsent, or a draft is here that the service has not. */
  leave(): Promise<Result<void, { code: 'unsent'; changes: number; drafts: number } | { code: 'offline' }>>

  syncNow(): void
  storage(): Promise<StorageState>
}

export interface StorageState {
  /** The browser's promise not to clear this app's storage by itself; null where it cannot say. */
  persisted: boolean | null
  usedBytes: number | null
  quotaBytes: number | null
}
