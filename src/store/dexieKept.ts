import { Dexie, type EntityTable, type Table } from 'dexie'
import { checkpointSchema } from '#protocol/sync.ts'
import {
  type AsideRow,
  type DraftRow,
  type DraftSwap,
  isAsItWas,
  type Kept,
  MOST_SENT,
  type OutboxRow,
  type PageRow,
  type Reading,
  sameBytes,
  type SentRow,
  type Writes,
} from './kept.ts'
import { openOnly } from './openOnly.ts'

/** `checkpoint`, `stamp`, or the name of an aside, whose value is sealed. */
interface Fact {
  name: string
  value: unknown
}

class PersonDatabase extends Dexie {
  readonly pages!: EntityTable<PageRow, 'page'>
  readonly outbox!: Table<OutboxRow, number, Omit<OutboxRow, 'order'>>
  readonly sent!: EntityTable<SentRow, 'order'>
  readonly drafts!: EntityTable<DraftRow, 'id'>
  readonly facts!: EntityTable<Fact, 'name'>

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({ pages: 'page, stamp', outbox: '++order, &id', drafts: 'id', facts: 'name' })
    this.version(2).stores({ sent: 'order' })
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
    readSent: () => guarded(() => db.sent.orderBy('order').toArray()),
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

/**
 * What would go with a person's database, counted on the disk; needs no key. Drafts that the service has do not count,
 * as long as they lie as they lay: `safe` holds their sealed rows. @throws KeepError
 */
export async function countUnsent(
  person: string,
  safe: ReadonlyMap<string, Uint8Array>,
): Promise<{ changes: number; drafts: number }> {
  const db = new PersonDatabase(databaseNameOf(person))
  const guarded = await openOnly(db)
  try {
    return await guarded(async () => {
      const rows = await db.drafts.toArray()
      const drafts = rows.filter(({ id, sealed }) => !sameBytes(safe.get(id), sealed)).length
      return { changes: await db.outbox.count(), drafts }
    })
  } finally {
    db.close()
  }
}

async function readSince(db: PersonDatabase, stamp: number): Promise<Reading> {
  const [pages, outbox, drafts, checkpoint, now, asides] = await Promise.all([
    db.pages.where('stamp').above(stamp).toArray(),
    db.outbox.orderBy('order').toArray(),
    db.drafts.toArray(),
    db.facts.get('checkpoint'),
    stampOf(db),
    db.facts.where('name').startsWith(ASIDE).toArray(),
  ])
  return {
    stamp: now,
    pages,
    outbox,
    drafts,
    asides: asides.flatMap(asAside),
    checkpoint: checkpoint ? checkpointSchema.parse(checkpoint.value) : null,
  }
}

async function commit(db: PersonDatabase, writes: Writes): Promise<number[]> {
  const stamp = (await stampOf(db)) + 1
  await db.facts.put({ name: 'stamp', value: stamp })
  if (writes.pages) await db.pages.bulkPut(writes.pages.map((page) => ({ ...page, stamp })))
  if (writes.outboxPut) await db.outbox.bulkPut(writes.outboxPut)
  if (writes.outboxDrop) await db.outbox.bulkDelete(writes.outboxDrop)
  if (writes.sentDrop) await db.sent.bulkDelete(writes.sentDrop)
  if (writes.sentPut?.length) await keepSent(db, writes.sentPut)
  if (writes.draftPut) await db.drafts.bulkPut(writes.draftPut)
  if (writes.draftDrop) await db.drafts.bulkDelete(writes.draftDrop)
  for (const swap of writes.draftSwap ?? []) await swapDraft(db, swap)
  if (writes.asidePut) await db.facts.bulkPut(writes.asidePut.map(asFact))
  if (writes.asideDrop) await db.facts.bulkDelete(writes.asideDrop.map((name) => `${ASIDE}${name}`))
  if (writes.checkpoint) await db.facts.put({ name: 'checkpoint', value: writes.checkpoint })
  return db.outbox.bulkAdd(writes.outboxAdd ?? [], { allKeys: true })
}

async function keepSent(db: PersonDatabase, rows: SentRow[]): Promise<void> {
  await db.sent.bulkPut(rows)
  const over = (await db.sent.count()) - MOST_SENT
  if (over > 0) await db.sent.bulkDelete(await db.sent.orderBy('order').limit(over).primaryKeys())
}

async function stampOf(db: PersonDatabase): Promise<number> {
  const fact = await db.facts.get('stamp')
  return typeof fact?.value === 'number' ? fact.value : 0
}

/** Asides lie among the facts, so that a build from before them opens the same database. */
const ASIDE = 'aside '

function asFact({ name, sealed }: AsideRow): Fact {
  return { name: `${ASIDE}${name}`, value: sealed }
}

function asAside({ name, value }: Fact): AsideRow[] {
  return value instanceof Uint8Array
    ? [{ name: name.slice(ASIDE.length), sealed: new Uint8Array(value) }]
    : []
}

async function swapDraft(db: PersonDatabase, { id, was, to }: DraftSwap): Promise<void> {
  const now = await db.drafts.get(id)
  if (!isAsItWas(now?.sealed, was)) return
  await (to ? db.drafts.put({ id, sealed: to }) : db.drafts.delete(id))
}
