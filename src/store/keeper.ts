import { Subject } from 'rxjs'
import type { Change, Edit } from '#domain/change/change.ts'
import type { Receipt } from '#domain/change/receipt.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Checkpoint } from '#protocol/sync.ts'
import type { Sealer } from '#vault/seal.ts'
import { DraftShelf } from './draftShelf.ts'
import type { KeepFault } from './faults.ts'
import { KeepError, type Kept, type OutboxRow, sameBytes, type SentRow, type Writes } from './kept.ts'
import { lineOfDiscard } from './lineOfDiscard.ts'
import {
  answered,
  changesByRecord,
  isNews,
  isSettled,
  openQueued,
  openSent,
  type Queued,
  sealQueued,
  sealSent,
  unanswered,
} from './outbox.ts'
import { openPage, Pages, sealPage } from './pages.ts'
import type { Draft } from './workspace.ts'

export interface KeeperDeps {
  kept: Kept
  sealer: Sealer
  device: string
  app: string
  clock: () => Date
  newId: () => string
}

/** What changed in memory, for whoever shows it. */
export interface Turned {
  records: string[]
  outbox: boolean
  drafts: boolean
}

/**
 * Keeps one person's work: records as the server gave them, the outbox, the drafts, and the checkpoint. Every
 * method that answers `ok` has it on the disk first; memory follows the disk, never the other way round.
 * Knows nothing of the network or the screen.
 */
export class Keeper {
  readonly turned$ = new Subject<Turned>()
  readonly drafts: DraftShelf
  readonly #deps: KeeperDeps
  readonly #pages = new Pages()
  readonly #outbox = new Map<string, Queued>()
  #outboxRows = new Map<string, OutboxRow['sealed']>()
  #changesOf = new Map<string, Queued[]>()
  #checkpoint: Checkpoint | null = null
  #stamp = 0
  #turn: Promise<unknown> = Promise.resolve()
  #closed = false
  #behind = false

  private constructor(deps: KeeperDeps) {
    this.#deps = deps
    this.drafts = new DraftShelf(deps)
  }

  /**
   * Opens what is kept and follows what other tabs keep. It listens before it reads: what another tab keeps in between
   * would else be missing until the next time. @throws KeepError
   */
  static async open(deps: KeeperDeps): Promise<Keeper> {
    const keeper = new Keeper(deps)
    const stopListening = deps.kept.onElsewhere(() => void keeper.#inTurn(() => keeper.#readBack()))
    try {
      await keeper.#inTurn(() => keeper.#refresh())
      return keeper
    } catch (error) {
      stopListening()
      throw error
    }
  }

  get checkpoint(): Checkpoint | null {
    return this.#checkpoint
  }

  /** Whether something was committed that could not be read back yet: the outbox holds more than it shows. */
  get behind(): boolean {
    return this.#behind
  }

  get recordIds(): Iterable<string> {
    return this.#pages.records.keys()
  }

  /** The record as the server gave it. */
  record(id: string): StoredRecord | null {
    return this.#pages.records.get(id) ?? null
  }

  /** The outbox in the order of saving. */
  outbox(): Queued[] {
    return [...this.#outbox.values()].toSorted((a, b) => a.order - b.order)
  }

  /** This device's changes of one record that its pulled state does not show yet, in order. */
  changesOf(id: string): Change[] {
    const [record, here] = [this.record(id), this.#checkpoint]
    const entries = this.#changesOf.get(id) ?? []
    const shown = (entry: Queued) =>
      record !== null &&
      here !== null &&
      this.#epochOf(entry, here) === here.epoch &&
      isSettled(entry, record.seq)
    return entries.filter((entry) => !shown(entry)).map(({ change }) => change)
  }

  save(edits: Edit[]): Promise<Result<Change, KeepFault>> {
    return this.#keepChange(edits, async () => ({}))
  }

  /** Saves the edits and lets go of the draft that they came from, in one step. */
  async finishDraft(draft: string, edits: Edit[]): Promise<Result<Change, KeepFault>> {
    const kept = await this.#keepChange(edits, () => this.drafts.ended(draft, 'finished'))
    if (kept.ok) this.drafts.hold(draft, null)
    return kept
  }

  /** Saves a refused change's corrected edits and lets go of the refused one, in one step. */
  sendAgain(refused: string, edits: Edit[]): Promise<Result<Change, KeepFault>> {
    const entry = this.#outbox.get(refused)
    return this.#keepChange(edits, async () =>
      entry?.state === 'refused' ? { outboxDrop: [entry.order] } : {},
    )
  }

  /** Lets go of a refused change, and saves the line in the log that says so, in one step. Only a person decides that. */
  async discard(refused: string, by: string): Promise<Result<void, KeepFault>> {
    const entry = this.#outbox.get(refused)
    if (entry?.state !== 'refused') return ok(undefined)
    const { newId, clock } = this.#deps
    const line = lineOfDiscard(entry, (id) => this.record(id)?.file, { id: newId(), by, at: clock() })
    const kept = await this.#keepChange([line], async () => ({ outboxDrop: [entry.order] }))
    return kept.ok ? ok(undefined) : kept
  }

  writeDraft(draft: Draft): Promise<Result<void, KeepFault>> {
    return this.#answer(async () => {
      const written = this.drafts.written(draft)
      await this.#commit({ draftPut: [await this.drafts.seal(written)] })
      this.drafts.hold(draft.id, written)
    })
  }

  discardDraft(id: string): Promise<Result<void, KeepFault>> {
    return this.#answer(async () => {
      await this.#commit(await this.drafts.ended(id, 'discarded'))
      this.drafts.hold(id, null)
    })
  }

  /** Keeps what follows for the drafts from how they stand on the disk when its turn has come. */
  keepDrafts(plan: (drafts: DraftShelf) => Promise<Writes>): Promise<Result<void, KeepFault>> {
    return this.#answer(async () => {
      await this.#refresh()
      const writes = await plan(this.drafts)
      if (Object.keys(writes).length > 0) await this.#commit(writes)
    })
  }

  /**
   * Keeps the server's answers to changes that were sent. A receipt for anything else changes nothing.
   *
   * @param epoch in which they were given: their place in the order says nothing in another one
   */
  keepReceipts(receipts: Receipt[], epoch = this.#checkpoint?.epoch): Promise<Result<void, KeepFault>> {
    return this.#answerCaughtUp(async () => {
      const entries = receipts.flatMap((receipt) => {
        const entry = this.#outbox.get(receipt.change)
        return entry && isNews(entry, receipt) ? [answered(entry, receipt, epoch)] : []
      })
      if (entries.length > 0) await this.#commit({ outboxPut: await this.#sealed(entries) })
    })
  }

  /** Settled changes of beyond a place in the order, oldest first: what a restored server may have lost. */
  async sentAfter(seq: number): Promise<Result<Queued[], KeepFault>> {
    const found: Queued[] = []
    const read = await this.#answer(async () => {
      const rows = (await this.#deps.kept.readSent()).filter((row) => row.seq > seq)
      found.push(...(await Promise.all(rows.map((row) => openSent(this.#deps.sealer, row)))))
    })
    return read.ok ? ok(found) : read
  }

  /** Keeps new answers to settled changes, which a restored server has taken into its history again. */
  keepSentAgain(entries: Queued[], receipts: Receipt[], epoch: string): Promise<Result<void, KeepFault>> {
    const answers = new Map(receipts.map((receipt) => [receipt.change, receipt]))
    return this.#answer(async () => {
      const again = entries.flatMap((entry) => {
        const receipt = answers.get(entry.change.id)
        return receipt ? [answered(entry, receipt, epoch)] : []
      })
      await this.#commit({ sentPut: await this.#sealedSent(again) })
    })
  }

  /** In a new epoch the server may have forgotten what it answered: these changes wait again, in their old order. */
  sendLostAgain(lost: Queued[], epoch: string): Promise<Result<void, KeepFault>> {
    return this.#answerCaughtUp(async () => {
      const forgotten = this.outbox().filter((entry) => entry.state === 'answered' && entry.epoch !== epoch)
      if (lost.length + forgotten.length === 0) return
      await this.#commit({
        outboxPut: await this.#sealed([...lost, ...forgotten].map(unanswered)),
        sentDrop: lost.map((entry) => entry.order),
      })
    })
  }

  /**
   * Keeps pulled records, lets go of those that left the person's sight, and moves the checkpoint, together with
   * the changes whose outcome the records now show. Without a checkpoint it only mends records.
   *
   * @param more further pages are to come. A record that was altered in this stretch of the order and again in a later
   *   one comes with the later, so until the last page nobody can say of a change that it is shown
   */
  keepRecords(
    records: StoredRecord[],
    gone: string[],
    checkpoint: Checkpoint | null,
    more = false,
  ): Promise<Result<void, KeepFault>> {
    return this.#answerCaughtUp(async () => {
      const plan = this.#pages.plan(records, gone)
      const pages = await Promise.all(
        [...plan].map(([page, held]) => sealPage(this.#deps.sealer, page, held)),
      )
      await this.#commit({ pages, ...(checkpoint ? await this.#moveTo(checkpoint, more) : {}) })
    })
  }

  /** Reads what other tabs have kept. */
  refresh(): Promise<Result<void, KeepFault>> {
    return this.#answer(() => this.#refresh())
  }

  /** Waits for what is being kept, then forgets everything that is in the clear. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#turn
    this.#pages.records.clear()
    this.#outbox.clear()
    this.#outboxRows.clear()
    this.drafts.forget()
    this.turned$.complete()
    this.#deps.kept.close()
  }

  async #keepChange(edits: Edit[], besides: () => Promise<Writes>): Promise<Result<Change, KeepFault>> {
    const { sealer, newId, device, clock, app } = this.#deps
    const pulled = this.#checkpoint?.seq ?? 0
    const change: Change = { id: newId(), device, at: clock().toISOString(), app, pulled, edits }
    const kept = await this.#answer(async () => {
      const row = await sealQueued(sealer, { change, state: 'pending', receipt: null })
      await this.#commit({ ...(await besides()), outboxAdd: [row] })
    })
    return kept.ok ? ok(change) : kept
  }

  /** Moving the checkpoint settles answered changes. What was answered in another epoch may be forgotten: sent again. */
  async #moveTo(checkpoint: Checkpoint, more: boolean): Promise<Writes> {
    const waiting = this.outbox().filter((entry) => entry.state === 'answered')
    const isHere = (entry: Queued) => this.#epochOf(entry, checkpoint) === checkpoint.epoch
    const settled = more ? [] : waiting.filter((entry) => isHere(entry) && isSettled(entry, checkpoint.seq))
    const forgotten = waiting.filter((entry) => !isHere(entry))
    return {
      checkpoint,
      outboxPut: await this.#sealed(forgotten.map(unanswered)),
      ...(await this.#settle(settled)),
    }
  }

  /** An answer from before epochs were noted is of the one that the device was in. */
  #epochOf(entry: Queued, { epoch }: Checkpoint): string {
    return entry.epoch ?? this.#checkpoint?.epoch ?? epoch
  }

  /** What is settled leaves the outbox, and is kept on for the day on which the server may have lost it. */
  async #settle(settled: Queued[]): Promise<Writes> {
    return {
      outboxDrop: settled.map((entry) => entry.order),
      sentPut: await this.#sealedSent(settled),
    }
  }

  #sealedSent(entries: Queued[]): Promise<SentRow[]> {
    return Promise.all(entries.map((entry) => sealSent(this.#deps.sealer, entry)))
  }

  #sealed(entries: Queued[]): Promise<OutboxRow[]> {
    return Promise.all(
      entries.map(async (entry) => ({ ...(await sealQueued(this.#deps.sealer, entry)), order: entry.order })),
    )
  }

  async #commit(writes: Writes): Promise<void> {
    await this.#deps.kept.commit(writes)
    await this.#readBack()
  }

  /** What was committed, here or in another tab, is kept whether or not it can be read this moment; the next reading shows it. */
  async #readBack(): Promise<void> {
    try {
      await this.#refresh()
    } catch (error) {
      if (!(error instanceof KeepError)) throw error
      this.#behind = true
      this.turned$.next({ records: [], outbox: true, drafts: false })
    }
  }

  /** Memory is read back from the disk, so what is shown is what is kept. */
  async #refresh(): Promise<void> {
    const reading = await this.#deps.kept.read(this.#stamp)
    const pages = await Promise.all(
      reading.pages.map(async (row) => [row.page, await openPage(this.#deps.sealer, row)] as const),
    )
    const moved = await this.#refreshOutbox(reading.outbox)
    const drafts = await this.drafts.refresh(reading.drafts, reading.asides)
    const changed = pages.flatMap(([page, held]) => this.#pages.take(page, held))
    this.#checkpoint = reading.checkpoint
    this.#stamp = reading.stamp
    const wasBehind = this.#behind
    this.#behind = false
    const records = [
      ...new Set([...changed, ...moved.flatMap((change) => change.edits.map((edit) => edit.id))]),
    ]
    this.turned$.next({ records, outbox: wasBehind || moved.length > 0, drafts })
  }

  /** Answers the changes that came, went, or stand differently. */
  async #refreshOutbox(rows: OutboxRow[]): Promise<Change[]> {
    const ids = new Set(rows.map((row) => row.id))
    const left = [...this.#outbox.values()].filter((entry) => !ids.has(entry.change.id))
    const stale = rows.filter((row) => {
      const known = this.#outbox.get(row.id)
      return known?.order !== row.order || !sameBytes(this.#outboxRows.get(row.id), row.sealed)
    })
    this.#outboxRows = new Map(rows.map((row) => [row.id, row.sealed]))
    const opened = await Promise.all(stale.map((row) => openQueued(this.#deps.sealer, row)))
    for (const entry of left) this.#outbox.delete(entry.change.id)
    for (const entry of opened) this.#outbox.set(entry.change.id, entry)
    if (left.length + opened.length > 0) this.#changesOf = changesByRecord(this.outbox())
    return [...left, ...opened].map((entry) => entry.change)
  }

  /**
   * For what is decided by what is in memory: where that is behind the disk, it catches up first, or nothing is done.
   * A round would else send what was answered, and fetch what was kept, for as long as the disk cannot be read.
   */
  #answerCaughtUp(work: () => Promise<void>): Promise<Result<void, KeepFault>> {
    return this.#answer(async () => {
      if (this.#behind) await this.#refresh()
      await work()
    })
  }

  async #answer(work: () => Promise<void>): Promise<Result<void, KeepFault>> {
    if (this.#closed) return err('locked')
    try {
      await this.#inTurn(work)
      return ok(undefined)
    } catch (error) {
      if (error instanceof KeepError) return err(error.fault)
      throw error
    }
  }

  /** One thing after another: a page is planned, sealed and written before the next is planned. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work, work)
    this.#turn = mine.catch(() => undefined)
    return mine
  }
}
