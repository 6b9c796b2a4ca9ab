import { reportBug } from '#store/reportBug.ts'
import { BehaviorSubject, distinctUntilChanged, of, switchMap } from 'rxjs'
import { err, ok, type Result } from '#domain/result.ts'
import type { Person } from '#protocol/account.ts'
import { type Device, openDevice } from '#store/device.ts'
import { countUnsent, openDexieKept } from '#store/dexieKept.ts'
import { newId } from '#store/ids.ts'
import { Keeper } from '#store/keeper.ts'
import { KeepError } from '#store/kept.ts'
import type { OpenWorkspace } from '#store/openWorkspace.ts'
import {
  changePin,
  enrol,
  keepPerson,
  type OpenVault,
  recover,
  type UnlockFault,
  unlockWithPin,
} from '#store/vaultOf.ts'
import { longEnough } from '#vault/pin.ts'
import { aesSealer } from '#vault/seal.ts'
import { recoveryKey, signIn, signOut, whoAmI } from './account.ts'
import { SyncEngine } from './engine.ts'
import { httpTransport } from './httpTransport.ts'
import { watchIdle } from './idle.ts'
import type { RoundFault } from './round.ts'
import type { KnownPerson, PinFault, Session, SessionState, SignInFault, StorageState } from './session.ts'
import type { SyncStatus } from './status.ts'

interface Opened extends OpenWorkspace {
  keeper: Keeper
  engine: SyncEngine
  stopWatching: () => void
}

const NOTHING_YET: SyncStatus = {
  phase: 'resting',
  waiting: 0,
  lines: 0,
  needsYou: { refused: 0, contested: 0 },
  withManager: 0,
  checkedAt: null,
  received: 0,
}

/** The one session of this tab. `build` is written into every change that it saves. */
export function createSession({ build }: { build: string }): Session {
  return new BrowserSession(build)
}

class BrowserSession implements Session {
  readonly state$ = new BehaviorSubject<SessionState>({ state: 'starting' })
  readonly #engine$ = new BehaviorSubject<SyncEngine | null>(null)
  readonly status$ = this.#engine$.pipe(
    switchMap((engine) => engine?.status$ ?? of(NOTHING_YET)),
    distinctUntilChanged(),
  )
  readonly #build: string
  readonly #device: Promise<Device>
  readonly #others = new BroadcastChannel('doorstep-session')
  #opened: Opened | null = null

  constructor(build: string) {
    this.#build = build
    this.#device = openDevice()
    this.#others.addEventListener('message', () => void this.#close())
    this.#toLocked(null).catch((error) => this.#break(error))
  }

  async signIn(email: string, password: string): Promise<Result<void, SignInFault>> {
    const answer = await signIn(email, password)
    if (!answer.ok) return answer
    await this.#close()
    const device = await this.#device
    const known = (await device.person(answer.value.id)) !== null
    await this.#toLocked({ person: answer.value, known })
    return ok(undefined)
  }

  async choosePin(pin: string): Promise<Result<void, PinFault>> {
    const state = this.state$.value
    if (state.state !== 'locked' || !state.signedIn) throw new Error('A PIN is chosen after signing in')
    if (!longEnough(pin)) return err({ code: 'tooShort' })
    const device = await this.#device
    const key = await recoveryKey(device.id)
    if (!key.ok) return err({ code: 'offline' })
    const { person, known } = state.signedIn
    const vault = await (known ? recover : enrol)(device, person, pin, key.value)
    return vault.ok ? this.#open(vault.value) : err(asPinFault(vault.error))
  }

  async unlock(person: string, pin: string): Promise<Result<void, PinFault>> {
    const vault = await unlockWithPin(await this.#device, person, pin, Date.now())
    return vault.ok ? this.#open(vault.value) : this.#refuse(vault.error)
  }

  async checkPin(pin: string): Promise<Result<void, PinFault>> {
    const vault = await unlockWithPin(await this.#device, this.#person().id, pin, Date.now())
    return vault.ok ? ok(undefined) : err(asPinFault(vault.error))
  }

  async changePin(now: string, next: string): Promise<Result<void, PinFault>> {
    if (!longEnough(next)) return err({ code: 'tooShort' })
    const changed = await changePin(await this.#device, this.#person().id, { now, next }, Date.now())
    return changed.ok ? changed : err(asPinFault(changed.error))
  }

  lock(): void {
    this.#others.postMessage('lock')
    void this.#close()
  }

  async renew(password: string): Promise<Result<void, SignInFault>> {
    const person = this.#person()
    const answer = await signIn(person.email, password)
    if (!answer.ok) return answer
    if (answer.value.id !== person.id) return err('fault')
    this.syncNow()
    return ok(undefined)
  }

  async leave(): ReturnType<Session['leave']> {
    const opened = this.#opened
    const person = this.#person()
    if (!opened) throw new Error('Only somebody who is in can leave')
    const safe = opened.keeper.drafts.rowsAtService()
    const changes = opened.keeper.outbox().length
    const drafts = opened.keeper.drafts.list().length - safe.size
    if (changes > 0 || drafts > 0) return err({ code: 'unsent', changes, drafts })
    const ended = await signOut()
    if (!ended.ok && ended.error.status !== 401) return err({ code: 'offline' })
    this.#others.postMessage('lock')
    await this.#close()
    // Signing out took a while, in which somebody may have gone on writing, here or in another tab.
    const late = await countUnsent(person.id, safe)
    if (late.changes > 0 || late.drafts > 0) return err({ code: 'unsent', ...late })
    await (await this.#device).forget(person.id)
    await this.#toLocked(null)
    return ok(undefined)
  }

  syncNow(): void {
    this.#opened?.engine.syncNow()
  }

  async storage(): Promise<StorageState> {
    const { storage } = navigator
    const [persisted, estimate] = await Promise.all([storage.persist(), storage.estimate()])
    return { persisted, usedBytes: estimate.usage ?? null, quotaBytes: estimate.quota ?? null }
  }

  async #open({ person, key }: OpenVault): Promise<Result<void, PinFault>> {
    const device = await this.#device
    try {
      const keeper = await this.#openKeeper(device, person, key)
      // Not needed before the lock opens, so the first screen does not wait for it.
      const { openWorkspace } = await import('#store/openWorkspace.ts')
      const opening = await openWorkspace(keeper, person, device.id)
      const { workspace } = opening
      const transport = httpTransport(device.id)
      const clock = () => new Date()
      const engine = new SyncEngine({
        keeper,
        workspace,
        transport,
        device: device.id,
        clock,
        random: Math.random,
        onAccess: () => this.#learnAccess(key),
      })
      this.#opened = { ...opening, keeper, engine, stopWatching: watchIdle(() => this.lock()) }
      this.#engine$.next(engine)
      this.state$.next({ state: 'open', person, workspace })
      void navigator.storage.persist()
      return ok(undefined)
    } catch (error) {
      if (error instanceof KeepError && error.fault !== 'locked')
        return err({ code: 'kept', fault: error.fault })
      throw error
    }
  }

  /** Their role or team is another, or their access has ended: the screens follow, here and in other tabs. */
  async #learnAccess(key: CryptoKey): Promise<Result<void, RoundFault>> {
    const asked = await whoAmI()
    if (!asked.ok) return err(asked.error.fault)
    const state = this.state$.value
    const person = asked.value
    if (state.state !== 'open' || state.person.id !== person.id) return err('locked')
    const kept = await keepPerson(await this.#device, person, key)
    if (!kept.ok) return kept
    this.#others.postMessage('lock')
    this.state$.next({ state: 'open', person, workspace: { ...state.workspace, person } })
    return ok(undefined)
  }

  async #openKeeper(device: Device, person: Person, key: CryptoKey): Promise<Keeper> {
    return Keeper.open({
      kept: await openDexieKept(person.id),
      sealer: aesSealer(key),
      device: device.id,
      app: this.#build,
      clock: () => new Date(),
      newId,
    })
  }

  /** Locks: what was being typed is kept, the screens go, then the key and all that is in the clear. */
  async #close(): Promise<void> {
    const opened = this.#opened
    if (!opened) return
    this.#opened = null
    this.#engine$.next(null)
    opened.stopWatching()
    opened.engine.stop()
    await opened.finishTyping()
    await this.#toLocked(null).catch((error: unknown) => this.#break(error))
    await opened.close()
  }

  async #refuse(fault: UnlockFault): Promise<Result<void, PinFault>> {
    if (fault.code === 'closed') await this.#toLocked(null)
    return err(asPinFault(fault))
  }

  async #toLocked(signedIn: { person: Person; known: boolean } | null): Promise<void> {
    const people = await (await this.#device).people()
    this.state$.next({ state: 'locked', people: people.map(asKnown), signedIn })
  }

  #break(error: unknown): void {
    if (!(error instanceof KeepError)) reportBug(error)
    const fault = error instanceof KeepError && error.fault === 'outdated' ? 'outdated' : 'lost'
    this.state$.next({ state: 'broken', fault: 'indexedDB' in globalThis ? fault : 'unsupported' })
  }

  #person(): Person {
    const state = this.state$.value
    if (state.state !== 'open') throw new Error('Nobody is in')
    return state.person
  }
}

function asKnown({ id, name, role, slots }: Awaited<ReturnType<Device['people']>>[number]): KnownPerson {
  return { id, name, role, pinOpen: !slots.pin.closed }
}

function asPinFault(fault: UnlockFault): PinFault {
  switch (fault.code) {
    case 'unknown':
      return { code: 'closed' }
    case 'kept':
      return { code: 'kept', fault: fault.fault === 'locked' ? 'lost' : fault.fault }
    case 'wrongPin':
    case 'wait':
    case 'closed':
      return fault
  }
}
