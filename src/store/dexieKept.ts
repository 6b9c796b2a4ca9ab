import { Dexie, type EntityTable, type Table } from 'dexie'
import { checkpointSchema } from '#protocol/sync.ts'
import type { DraftRow, Kept, OutboxRow, PageRow, Reading, Writes } from './kept.ts'
import { openOnly } from './openOnly.ts'

interface Fact {
  name: 'checkpoint' | 'stamp'
  value: unknown
}

class PersonDatabase extends Dexie {
  readonly pages!: EntityTable<PageRow, 'page'>
  readonly outbox!: Table<OutboxRow, number, Omit<OutboxRow, 'order'>>
  readonly drafts!: EntityTable<DraftRow, 'id'>
  readonly facts!: EntityTable<Fact, 'name'>

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({ pages: 'page, stamp', outbox: '++order, &id', drafts: 'id', facts: 'name' })
  }
}

export function databaseNameOf(person: string): string {
  return `doorstep-${person}`
}

/**
 * One person's storage in IndexedDB. Chromium loses the last seconds of work in a power cut unless transactions
 * are strict; these are. A newer app in another tab closes this database for good, and writing then fails,
 * rather than old code writing into a new schema.
 */
export async function openDexieKept(person: string): Promise<Kept> {
  const name = databaseNameOf(person)
  const db = new PersonDatabase(name)
  const guarded = await openOnly(db)
  const channel = new BroadcastChannel(name)

  return {
    read: (stamp) => guarded(() => db.transaction('r', db.tables, () => readSince(db, stamp))),
    commit: async (writes) => {
      const orders = await guarded(() => db.transaction('rw', db.tables, () => commit(db, writes)))
      channel.postMessage('committed')
      return orders
    },
    onElsewhere: (listener) => {
      channel.addEventListener('message', listener)
      return () => channel.removeEventListener('message', listener)
    },
    close: () => {
      channel.close()
      db.close()
    },
  }
}

/** What would go with a person's database, counted on the disk; needs no key. @throws KeepError */
export async function countUnsent(person: string): Promise<{ changes: number; drafts: number }> {
  const db = new PersonDatabase(databaseNameOf(person))
  const guarded = await openOnly(db)
  try {
    return await guarded(async () => ({ changes: await db.outbox.count(), drafts: await db.drafts.count() }))
  } finally {
    db.close()
  }
}

async function readSince(db: PersonDatabase, stamp: number): Promise<Reading> {
  const [pages, outbox, drafts, checkpoint, now] = await Promise.all([
    db.pages.where('stamp').above(stamp).toArray(),
    db.outbox.orderBy('order').toArray(),
    db.drafts.toArray(),
    db.facts.get('checkpoint'),
    stampOf(db),
  ])
  return {
    stamp: now,
    pages,
    outbox,
    drafts,
    checkpoint: checkpoint ? checkpointSchema.parse(checkpoint.value) : null,
  }
}

async function commit(db: PersonDatabase, writes: Writes): Promise<number[]> {
  const stamp = (await stampOf(db)) + 1
  await db.facts.put({ name: 'stamp', value: stamp })
  if (writes.pages) await db.pages.bulkPut(writes.pages.map((page) => ({ ...page, stamp })))
  if (writes.outboxPut) await db.outbox.bulkPut(writes.outboxPut)
  if (writes.outboxDrop) await db.outbox.bulkDelete(writes.outboxDrop)
  if (writes.draftPut) await db.drafts.bulkPut(writes.draftPut)
  if (writes.draftDrop) await db.drafts.bulkDelete(writes.draftDrop)
  if (writes.checkpoint) await db.facts.put({ name: 'checkpoint', value: writes.checkpoint })
  return db.outbox.bulkAdd(writes.outboxAdd ?? [], { allKeys: true })
}

async function stampOf(db: PersonDatabase): Promise<number> {
  const fact = await db.facts.get('stamp')
  return typeof fact?.value === 'number' ? fact.value : 0
}
