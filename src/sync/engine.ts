import { reportBug } from '#store/reportBug.ts'
import { BehaviorSubject, type Subscription } from 'rxjs'
import { z } from 'zod'
import { openQuestions } from '#domain/record/record.ts'
import { err } from '#domain/result.ts'
import type { Keeper } from '#store/keeper.ts'
import type { Workspace } from '#store/workspace.ts'
import { takeTheLead } from './leadership.ts'
import { type RoundFault, syncRound } from './round.ts'
import { waitAfterPoke, waitFor } from './schedule.ts'
import { type SyncPhase, syncPhases, type SyncStatus } from './status.ts'
import type { Transport } from './transport.ts'

export interface EngineDeps {
  keeper: Keeper
  workspace: Workspace
  transport: Transport
  device: string
  clock: () => Date
  random: () => number
}

/** What tabs tell one another: the leading one how it goes, any other that it wants a round. */
const toldSchema = z.discriminatedUnion('told', [
  z.object({
    told: z.literal('progress'),
    phase: z.enum(syncPhases),
    checkedAt: z.string().nullable(),
    received: z.number(),
  }),
  z.object({ told: z.literal('syncNow') }),
])
type Told = z.infer<typeof toldSchema>

/**
 * Keeps one person's device and the server in step: at launch, on resume, on reconnect, after a save, on a poke,
 * by timer, and on request. One tab does the talking; every tab knows the status.
 */
export class SyncEngine {
  readonly status$: BehaviorSubject<SyncStatus>
  readonly #deps: EngineDeps
  readonly #channel: BroadcastChannel
  readonly #following: Subscription[] = []
  readonly #stopListening: () => void
  readonly #resign: () => void
  #leading = false
  #failures = 0
  #wanted = false
  #stopped = false
  #endRest: () => void = () => undefined

  constructor(deps: EngineDeps) {
    this.#deps = deps
    const name = `doorstep-sync-${deps.workspace.person.id}`
    this.status$ = new BehaviorSubject<SyncStatus>({
      phase: 'resting',
      waiting: waitingIn(deps.keeper),
      needsYou: { refused: refusedIn(deps.keeper), contested: 0 },
      checkedAt: null,
      received: 0,
    })
    this.#channel = new BroadcastChannel(name)
    this.#channel.addEventListener('message', (event) => this.#hear(toldSchema.parse(event.data)))
    this.#follow()
    this.#stopListening = this.#listen()
    this.#resign = takeTheLead(name, (until) => this.#lead(until))
  }

  syncNow(): void {
    this.#failures = 0
    if (this.#leading) this.#wake()
    else this.#tell({ told: 'syncNow' })
  }

  /** Ends what it can end; a request under way is left to itself, and its answer is not needed. */
  stop(): void {
    for (const subscription of this.#following) subscription.unsubscribe()
    this.#stopListening()
    this.#stopped = true
    this.#resign()
    this.#wake()
    this.#channel.close()
    this.status$.complete()
  }

  async #lead(until: AbortSignal): Promise<void> {
    this.#leading = true
    const stopPokes = this.#deps.transport.pokes(() => this.#soon())
    until.addEventListener('abort', stopPokes, { once: true })
    while (!until.aborted) {
      await this.#round()
      if (until.aborted) break
      await this.#rest(waitFor(this.#failures, this.#deps.random))
    }
    this.#leading = false
  }

  async #round(): Promise<void> {
    this.#say('working', 0)
    const { keeper, transport, device, clock } = this.#deps
    const end = await syncRound({
      keeper,
      transport,
      device,
      onReceived: (count) => this.#say('working', count),
    }).catch(asFault)
    this.#failures = end.ok ? 0 : this.#failures + 1
    const checkedAt = end.ok ? clock().toISOString() : this.status$.value.checkedAt
    this.#say(end.ok ? 'resting' : phaseOf(end.error), 0, checkedAt)
  }

  /** Waits, unless something happens that is worth a round now. */
  async #rest(ms: number): Promise<void> {
    if (!this.#wanted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms)
        this.#endRest = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    this.#wanted = false
  }

  /** A round now; if one is running, another right after it. */
  #wake(): void {
    this.#wanted = true
    this.#endRest()
  }

  #soon(): void {
    setTimeout(() => this.#wake(), waitAfterPoke(this.#deps.random))
  }

  #follow(): void {
    const { keeper, workspace } = this.#deps
    const seen = new Set(keeper.outbox().map((entry) => entry.change.id))
    this.#following.push(
      workspace.outbox$.subscribe((outbox) => {
        const fresh = outbox.filter((entry) => entry.state === 'pending' && !seen.has(entry.change.id))
        for (const { change } of fresh) seen.add(change.id)
        this.#count()
        if (fresh.length > 0) this.#wake()
      }),
      workspace.questions$.subscribe((questions) => {
        const contested = questions.filter((question) => openQuestions(question).length > 0).length
        const { needsYou } = this.status$.value
        this.#set({ needsYou: { ...needsYou, contested } })
      }),
    )
  }

  #count(): void {
    const { keeper } = this.#deps
    const { needsYou } = this.status$.value
    this.#set({ waiting: waitingIn(keeper), needsYou: { ...needsYou, refused: refusedIn(keeper) } })
  }

  #listen(): () => void {
    const resumed = () => {
      if (document.visibilityState === 'visible') this.syncNow()
    }
    const online = () => this.syncNow()
    addEventListener('online', online)
    document.addEventListener('visibilitychange', resumed)
    return () => {
      removeEventListener('online', online)
      document.removeEventListener('visibilitychange', resumed)
    }
  }

  #say(phase: SyncPhase, received: number, checkedAt = this.status$.value.checkedAt): void {
    this.#set({ phase, received, checkedAt })
    this.#tell({ told: 'progress', phase, checkedAt, received })
  }

  #hear(told: Told): void {
    if (told.told === 'syncNow') {
      if (this.#leading) this.syncNow()
      return
    }
    const { phase, checkedAt, received } = told
    if (!this.#leading) this.#set({ phase, checkedAt, received })
  }

  #tell(told: Told): void {
    if (!this.#stopped) this.#channel.postMessage(told)
  }

  #set(part: Partial<SyncStatus>): void {
    if (!this.#stopped) this.status$.next({ ...this.status$.value, ...part })
  }
}

/** A bug must not end the syncing of everything else: it is reported, said, and tried again later. */
function asFault(error: unknown): { ok: false; error: RoundFault } {
  reportBug(error)
  return err('fault')
}

function waitingIn(keeper: Keeper): number {
  const unread = keeper.behind ? 1 : 0
  return unread + keeper.outbox().filter((entry) => entry.state !== 'refused').length
}

function refusedIn(keeper: Keeper): number {
  return keeper.outbox().filter((entry) => entry.state === 'refused').length
}

function phaseOf(fault: RoundFault): SyncPhase {
  switch (fault) {
    case 'offline':
    case 'busy':
      return 'offline'
    case 'signIn':
    case 'full':
    case 'lost':
    case 'fault':
      return fault
    case 'tooOld':
      return 'outdated'
    case 'outdated':
      return 'reload'
    case 'locked':
      return 'resting'
  }
}
