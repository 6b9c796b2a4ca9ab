import { BehaviorSubject, map, of } from 'rxjs'
import { KeepError } from '#store/kept.ts'
import { Keeper } from '#store/keeper.ts'
import { httpTransport } from '#sync/httpTransport.ts'
import { type Progress, Rounds } from '#sync/rounds.ts'
import { standingOf } from '#sync/status.ts'
import type { Device } from './device.ts'
import { openKept, plainSealer } from './disk.ts'
import { fetchOver } from './network.ts'

/** What is open in one tab while it lives. A tab that is killed never hears of anything again. */
export class Tab {
  alive = true
  open: { keeper: Keeper; rounds: Rounds } | null = null
  readonly #device: Device
  #inRound = false

  constructor(device: Device) {
    this.#device = device
  }

  /** Opens what is kept; answers whether the disk let it. */
  async start(): Promise<boolean> {
    const keeper = await this.#openKeeper()
    if (!keeper || !this.alive) return false
    const outbox$ = new BehaviorSubject(keeper.outbox())
    keeper.turned$.pipe(map(() => keeper.outbox())).subscribe((outbox) => outbox$.next(outbox))
    const rounds = new Rounds({
      keeper,
      workspace: { outbox$, questions$: of([]) },
      transport: httpTransport(
        this.#device.id,
        fetchOver({ ...this.#device.line, isAlive: () => this.alive }),
      ),
      device: this.#device.id,
      clock: () => this.#device.clock(),
      onProgress: (progress) => this.#tellOthers(progress),
      onFresh: () => undefined,
    })
    this.open = { keeper, rounds }
    return true
  }

  get saysAllSent(): boolean {
    return this.open !== null && standingOf(this.open.rounds.status$.value).is === 'allSent'
  }

  /** Only the first of a device's tabs talks to the server, one round at a time. */
  async round(): Promise<boolean> {
    if (!this.open || this.#inRound || this.#device.leader !== this) return false
    this.#inRound = true
    const end = await this.open.rounds.run()
    this.#inRound = false
    this.#device.line.witness.note(this.#device.at, 'round', end.ok ? 'ok' : end.error)
    return end.ok
  }

  kill(): void {
    this.alive = false
    this.open?.rounds.stop()
    this.open = null
  }

  /** What locking does: everything under way is kept, then all that is in the clear is forgotten. */
  async lock(): Promise<void> {
    const { open } = this
    this.open = null
    open?.rounds.stop()
    await open?.keeper.close()
    this.alive = false
  }

  #tellOthers(progress: Progress): void {
    const { tabs, line } = this.#device
    for (const tab of tabs.filter((other) => other !== this)) {
      line.clockwork.after(line.random().below(5), () => {
        if (this.#device.leader !== tab) tab.open?.rounds.hear(progress)
      })
    }
  }

  async #openKeeper(): Promise<Keeper | null> {
    const { disk, line, id, clock, newId, app } = this.#device
    const kept = openKept(disk, line.clockwork, () => this.alive)
    try {
      return await Keeper.open({ kept, sealer: plainSealer, device: id, app, clock, newId })
    } catch (error) {
      if (error instanceof KeepError) return null
      throw error
    }
  }
}
