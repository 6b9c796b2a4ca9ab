import { z } from 'zod'
import type { BehaviorSubject } from 'rxjs'
import type { Result } from '#domain/result.ts'
import type { Keeper } from '#store/keeper.ts'
import type { Workspace } from '#store/workspace.ts'
import { takeTheLead } from './leadership.ts'
import type { RoundFault } from './round.ts'
import { Rounds } from './rounds.ts'
import { waitAfterPoke, waitFor } from './schedule.ts'
import { syncPhases, type SyncStatus } from './status.ts'
import type { Transport } from './transport.ts'

export interface EngineDeps {
  keeper: Keeper
  workspace: Workspace
  transport: Transport
  device: string
  clock: () => Date
  random: () => number
  onAccess: () => Promise<Result<void, RoundFault>>
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
  readonly #rounds: Rounds
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
    this.#channel = new BroadcastChannel(name)
    this.#channel.addEventListener('message', (event) => this.#hear(toldSchema.parse(event.data)))
    this.#rounds = new Rounds({
      ...deps,
      onProgress: (progress) => this.#tell({ told: 'progress', ...progress }),
      onFresh: () => this.#wake(),
    })
    this.status$ = this.#rounds.status$
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
    this.#rounds.stop()
    this.#stopListening()
    this.#stopped = true
    this.#resign()
    this.#wake()
    this.#channel.close()
  }

  async #lead(until: AbortSignal): Promise<void> {
    this.#leading = true
    const stopPokes = this.#deps.transport.pokes(() => this.#soon())
    until.addEventListener('abort', stopPokes, { once: true })
    while (!until.aborted) {
      const end = await this.#rounds.run()
      this.#failures = end.ok ? 0 : this.#failures + 1
      if (until.aborted) break
      await this.#rest(waitFor(this.#failures, this.#deps.random))
    }
    this.#leading = false
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

  #hear(told: Told): void {
    if (told.told === 'syncNow') {
      if (this.#leading) this.syncNow()
      return
    }
    if (!this.#leading) this.#rounds.hear(told)
  }

  #tell(told: Told): void {
    if (!this.#stopped) this.#channel.postMessage(told)
  }
}
