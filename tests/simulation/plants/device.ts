import type { Plant } from './plant.ts'

/** Bugs of the device: what is kept, sent, shown and claimed. */
export const devicePlants: Plant[] = [
  {
    name: 'acknowledges-what-is-there',
    about: 'after a push the device settles what waits now, instead of what it had sent',
    patches: [
      {
        file: 'src/sync/send.ts',
        find: 'const receipts = reply.value.receipts.filter((receipt) => sent.has(receipt.change))',
        put: `const { seq = 0 } = reply.value.receipts.at(-1) ?? {}
          const receipts = pendingChanges(keeper).map(({ id }) => ({ change: id, outcome: 'applied', seq }))`,
      },
    ],
  },
  {
    name: 'checkpoint-without-its-page',
    about: 'the checkpoint moves though its page could not be kept',
    patches: [
      {
        file: 'src/store/keeper.ts',
        find: 'await this.#commit({ pages, ...(checkpoint ? await this.#moveTo(checkpoint, more) : {}) })',
        // A full disk has room again a moment later.
        put: `const kept = await this.#deps.kept.commit({ pages }).then(() => true, () => false)
          if (!kept) await new Promise((resolve) => setTimeout(resolve, 0))
          await this.#commit(checkpoint ? await this.#moveTo(checkpoint, more) : {})`,
      },
    ],
  },
  {
    name: 'refusal-dropped',
    about: 'a refused change leaves the outbox like any other',
    patches: [
      {
        file: 'src/store/outbox.ts',
        find: "receipt.outcome === 'refused' ? 'refused' : 'answered'",
        put: "'answered'",
      },
    ],
  },
  {
    name: 'outbox-cleared-at-lock',
    about: 'locking clears the disk of what was not sent',
    patches: [
      {
        file: 'src/store/keeper.ts',
        find: 'await this.#turn\n    this.#pages.records.clear()',
        put: `await this.#turn
          await this.#deps.kept.commit({ outboxDrop: this.outbox().map(({ order }) => order) }).catch(() => [])
          this.#pages.records.clear()`,
      },
    ],
  },
  {
    name: 'epoch-ignored-by-the-device',
    about: 'after a restore the device compares and takes over, and gives nothing back',
    patches: [
      {
        file: 'src/sync/round.ts',
        find: 'if (here && here.epoch !== checkpoint.epoch) return bringBack(deps, here)',
        put: '',
      },
    ],
  },
  {
    name: 'unread-not-counted',
    about: 'what was committed and could not be read back is not counted as waiting',
    patches: [
      {
        file: 'src/sync/status.ts',
        find: 'const unread = keeper.behind ? 1 : 0',
        put: 'const unread = 0',
      },
    ],
  },
  {
    name: 'settled-before-it-is-shown',
    about: 'a change leaves the outbox at its receipt, before the records show what became of it',
    patches: [
      {
        file: 'src/store/keeper.ts',
        find: 'await this.#commit({ outboxPut: await this.#sealed(entries) })',
        put: `await this.#commit({
          outboxPut: await this.#sealed(entries.filter(({ state }) => state === 'refused')),
          ...(await this.#settle(entries.filter(({ state }) => state === 'answered'))),
        })`,
      },
    ],
  },
  {
    name: 'settled-at-the-first-page',
    about:
      'a change leaves the outbox where the checkpoint passes it, though its record comes with a later page',
    patches: [
      {
        file: 'src/store/keeper.ts',
        find: 'const settled = more ? [] : waiting',
        put: 'const settled = waiting',
      },
    ],
  },
  {
    name: 'leaving-ignored',
    about: 'what left the person’s sight stays on the device',
    patches: [
      {
        file: 'src/store/keeper.ts',
        find: 'const plan = this.#pages.plan(records, gone)',
        put: 'const plan = this.#pages.plan(records, [])',
      },
    ],
  },
  {
    name: 'second-tab-is-deaf',
    about: 'a tab does not read what another one has kept',
    patches: [
      {
        file: 'src/store/keeper.ts',
        find: 'deps.kept.onElsewhere(() =>',
        put: 'deps.kept.onElsewhere(() => undefined)\n    void (() =>',
      },
    ],
  },
  {
    name: 'unread-elsewhere-not-counted',
    about: 'a tab that cannot read what another one has kept goes on as if there were nothing',
    patches: [
      {
        file: 'src/store/keeper.ts',
        find: 'void keeper.#inTurn(() => keeper.#readBack())',
        put: 'void keeper.#inTurn(() => keeper.#refresh().catch(() => undefined))',
      },
    ],
  },
]
