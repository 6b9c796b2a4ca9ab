import { z } from 'zod'
import { storedRecordSchema, type StoredRecord } from '#domain/record/record.ts'
import type { Sealer } from '#vault/seal.ts'
import type { PageRow } from './kept.ts'

/** Sealing fifty to a hundred records as one is several times cheaper than one by one. */
const PAGE_SIZE = 100

const pageSchema = z.array(storedRecordSchema)

/** The records of a device, each in exactly one page: what a change or a removal rewrites is that page alone. */
export class Pages {
  readonly records = new Map<string, StoredRecord>()
  readonly #pageOf = new Map<string, number>()
  readonly #idsOn = new Map<number, Set<string>>()
  #last = 0

  /** The pages that must be written so that `records` are kept and `gone` are not, with what they will hold. */
  plan(records: StoredRecord[], gone: string[]): Map<number, StoredRecord[]> {
    const plan = new Map<number, Map<string, StoredRecord>>()
    const page = (number: number) => {
      const planned = plan.get(number) ?? this.#on(number)
      plan.set(number, planned)
      return planned
    }
    for (const id of gone) {
      const at = this.#pageOf.get(id)
      if (at !== undefined) page(at).delete(id)
    }
    let last = this.#last
    const placed = new Map<string, number>()
    for (const record of records) {
      const at = this.#pageOf.get(record.id) ?? placed.get(record.id)
      if (at === undefined && page(last).size >= PAGE_SIZE) last += 1
      placed.set(record.id, at ?? last)
      page(at ?? last).set(record.id, record)
    }
    return new Map([...plan].map(([number, held]) => [number, [...held.values()]]))
  }

  /** Takes in what a page holds now. Answers the ids that came, changed or went. */
  take(number: number, held: StoredRecord[]): string[] {
    const before = this.#idsOn.get(number) ?? new Set<string>()
    const ids = new Set(held.map((record) => record.id))
    for (const id of before) {
      if (!ids.has(id) && this.#pageOf.get(id) === number) this.#forget(id)
    }
    for (const record of held) {
      this.#pageOf.set(record.id, number)
      this.records.set(record.id, record)
    }
    this.#idsOn.set(number, ids)
    this.#last = Math.max(this.#last, number)
    return [...new Set([...before, ...ids])]
  }

  #on(number: number): Map<string, StoredRecord> {
    const held = new Map<string, StoredRecord>()
    for (const id of this.#idsOn.get(number) ?? []) {
      const record = this.records.get(id)
      if (record) held.set(id, record)
    }
    return held
  }

  #forget(id: string): void {
    this.#pageOf.delete(id)
    this.records.delete(id)
  }
}

export async function sealPage(
  sealer: Sealer,
  page: number,
  records: StoredRecord[],
): Promise<Omit<PageRow, 'stamp'>> {
  return { page, sealed: await sealer.seal(`page ${page}`, JSON.stringify(records)) }
}

/** @throws when a page was altered on the disk or holds what is not a record */
export async function openPage(sealer: Sealer, { page, sealed }: PageRow): Promise<StoredRecord[]> {
  const parsed: unknown = JSON.parse(await sealer.open(`page ${page}`, sealed))
  return pageSchema.parse(parsed)
}
