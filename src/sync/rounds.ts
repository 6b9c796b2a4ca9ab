import { BehaviorSubject, type Observable, type Subscription } from 'rxjs'
import { type StoredRecord, openQuestions } from '#domain/record/record.ts'
import { err, type Result } from '#domain/result.ts'
import type { Keeper } from '#store/keeper.ts'
import { reportBug } from '#store/reportBug.ts'
import type { OutboxEntry } from '#store/workspace.ts'
import { type RoundFault, syncRound } from './round.ts'
import { countsOf, phaseOf, type SyncPhase, type SyncStatus } from './status.ts'
import type { Transport } from './transport.ts'

/** How the tab that talks to the server gets on, for the others. */
export type Progress = Pick<SyncStatus, 'phase' | 'checkedAt' | 'received'>

export interface RoundsDeps {
  keeper: Keeper
  /** What is on the screen: the outbox, and the records on which a person has to choose. */
  workspace: {
    outbox$: Observable<OutboxEntry[]>
    questions$: Observable<Pick<StoredRecord, 'contested'>[]>
  }
  transport: Transport
  device: string
  clock: () => Date
  /** See `RoundDeps`. */
  onAccess?: () => Promise<Result<void, RoundFault>>
  /** Told whenever the progress alters. */
  onProgress: (progress: Progress) => void
  /** Told when something new waits to be sent. */
  onFresh: () => void
}

/** Rounds with the server, and the status that is true in between. When there is a round, somebody else decides. */
export class Rounds {
  readonly status$: BehaviorSubject<SyncStatus>
  readonly #deps: RoundsDeps
  readonly #following: Subscription[] = []
  #stopped = false

  constructor(deps: RoundsDeps) {
    this.#deps = deps
    const { waiting, lines, refused, withManager } = countsOf(deps.keeper)
    this.status$ = new BehaviorSubject<SyncStatus>({
      phase: 'resting',
      waiting,
      lines,
      needsYou: { refused, contested: 0 },
      withManager,
      checkedAt: null,
      received: 0,
    })
    this.#follow()
  }

  /** One whole exchange; the status says how it goes, and how it ended. */
  async run(): Promise<Result<void, RoundFault>> {
    this.#say('working', 0)
    const { keeper, transport, device, clock, onAccess } = this.#deps
    const end = await syncRound({
      keeper,
      transport,
      device,
      onReceived: (count) => this.#say('working', count),
      ...(onAccess && { onAccess }),
    }).catch(asFault)
    const checkedAt = end.ok ? clock().toISOString() : this.status$.value.checkedAt
    this.#say(end.ok ? 'resting' : phaseOf(end.error), 0, checkedAt)
    return end
  }

  /** Another tab talks to the server, and told how it goes. */
  hear({ phase, checkedAt, received }: Progress): void {
    this.#set({ phase, checkedAt, received })
  }

  stop(): void {
    for (const subscription of this.#following) subscription.unsubscribe()
    this.#stopped = true
    this.status$.complete()
  }

  #follow(): void {
    const { keeper, workspace, onFresh } = this.#deps
    const seen = new Set(keeper.outbox().map((entry) => entry.change.id))
    this.#following.push(
      workspace.outbox$.subscribe((outbox) => {
        const fresh = outbox.filter((entry) => entry.state === 'pending' && !seen.has(entry.change.id))
        for (const { change } of fresh) seen.add(change.id)
        this.#count()
        if (fresh.length > 0) onFresh()
      }),
      workspace.questions$.subscribe((questions) => {
        const contested = questions.filter((question) => openQuestions(question).length > 0).length
        const { needsYou } = this.status$.value
        this.#set({ needsYou: { ...needsYou, contested } })
      }),
    )
  }

  #count(): void {
    const { waiting, lines, refused, withManager } = countsOf(this.#deps.keeper)
    const { needsYou } = this.status$.value
    this.#set({ waiting, lines, needsYou: { ...needsYou, refused }, withManager })
  }

  #say(phase: SyncPhase, received: number, checkedAt = this.status$.value.checkedAt): void {
    this.#set({ phase, received, checkedAt })
    if (!this.#stopped) this.#deps.onProgress({ phase, checkedAt, received })
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
