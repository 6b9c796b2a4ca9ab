import { z } from 'zod'
import type { Edit } from '../change/change.ts'
import { createRecord, editRecord, type Seen } from '../change/write.ts'
import { jsonObjectSchema } from '../json.ts'
import type { Held } from '../record/held.ts'
import { fromPack } from './fromPack.ts'
import type { Instrument } from './instrument.ts'
import type { InstrumentBody } from './instrumentRecord.ts'
import { packSchema, type Pack } from './pack.ts'
import { packFaults } from './packFaults.ts'
import { shippedInstruments } from './shipped.ts'

/** A pack with the id of its record: as a draft keeps it, so that what was begun in one wording is finished in it. */
export const loadedPackSchema = z.object({ id: z.string(), pack: packSchema })
export type LoadedPack = z.infer<typeof loadedPackSchema>

/** The pack of a record; undefined for one that this version of Doorstep cannot read, which is never half obeyed. */
export function packOf({ pack }: Pick<InstrumentBody, 'pack'>): Pack | undefined {
  const parsed = packSchema.safeParse(pack)
  return parsed.success && packFaults(parsed.data).length === 0 ? parsed.data : undefined
}

/**
 * The wording in which a measure is taken now. Should two be published for one measure (by two people, apart), everybody
 * takes the one with the higher version, and a manager sees both.
 */
export function packInForce(
  records: readonly Held<InstrumentBody>[],
  measure: string,
): LoadedPack | undefined {
  return newestPack(
    records.filter(({ body }) => body.status === 'published'),
    measure,
  )
}

function newestPack(records: readonly Held<InstrumentBody>[], measure: string): LoadedPack | undefined {
  const [first] = records
    .filter(({ body }) => body.measure === measure)
    .toSorted((a, b) => byVersion(b.body, a.body) || b.id.localeCompare(a.id))
    .flatMap(({ id, body }) => {
      const pack = packOf(body)
      return pack ? [{ id, pack }] : []
    })
  return first
}

function byVersion(a: InstrumentBody, b: InstrumentBody): number {
  return a.packVersion.localeCompare(b.packVersion, 'en', { numeric: true })
}

/** A measure with the wording that it is taken in; `loaded` where that came as a pack. */
export interface Offered {
  readonly instrument: Instrument
  readonly loaded: LoadedPack | undefined
}

/** Every measure that can be taken: those that ship, in the wording in force, then the packs' own by their titles. */
export function offeredMeasures(records: readonly Held<InstrumentBody>[]): Offered[] {
  const shipped = shippedInstruments.map((instrument) =>
    offered(instrument, packInForce(records, instrument.code)),
  )
  const known = new Set(shippedInstruments.map(({ code }) => code))
  const others = new Set(records.map(({ body }) => body.measure).filter((code) => !known.has(code)))
  const own = [...others].flatMap((code) => {
    const loaded = packInForce(records, code)
    return loaded ? [{ instrument: fromPack(loaded.pack), loaded }] : []
  })
  return [...shipped, ...own.toSorted((a, b) => a.instrument.title.localeCompare(b.instrument.title))]
}

/** A measure by its code; one that is no longer used too, so that what was begun can be finished. */
export function measureToTake(records: readonly Held<InstrumentBody>[], code: string): Offered | undefined {
  const found = offeredMeasures(records).find(({ instrument }) => instrument.code === code)
  const loaded = newestPack(records, code)
  return found ?? (loaded && { instrument: fromPack(loaded.pack), loaded })
}

function offered(shipped: Instrument, loaded: LoadedPack | undefined): Offered {
  return { instrument: loaded ? fromPack(loaded.pack) : shipped, loaded }
}

/** A version of this measure that was published before, by whatever name: responses may point at it. */
export function publishedBefore(
  records: readonly Held<InstrumentBody>[],
  { measure, version }: Pack,
): Held<InstrumentBody> | undefined {
  return records.find(({ body }) => body.measure === measure && body.packVersion === version)
}

/** One change: the new wording is published, and every other of the measure retired. */
export function publishPack(
  records: readonly SeenPack[],
  pack: Pack,
  { id, by, today }: { id: string; by: string; today: string },
): (Edit | null)[] {
  const before = records.filter(({ body }) => body.measure === pack.measure && body.status === 'published')
  const [replaced] = before
  return [
    createRecord('instrument', id, null, {
      measure: pack.measure,
      packVersion: pack.version,
      title: pack.title,
      status: 'published',
      publishedBy: by,
      publishedOn: today,
      ...(replaced ? { replaces: replaced.id } : {}),
      pack: jsonObjectSchema.parse(JSON.parse(JSON.stringify(pack))),
    }),
    ...before.map((record) => editRecord(record, { ...record.body, status: 'retired' })),
  ]
}

type SeenPack = Seen & Held<InstrumentBody>

/** A retired wording is used again, in place of whatever was. */
export function putBack(records: readonly SeenPack[], pack: SeenPack): (Edit | null)[] {
  const others = records.filter(
    ({ id, body }) => id !== pack.id && body.measure === pack.body.measure && body.status === 'published',
  )
  return [
    editRecord(pack, { ...pack.body, status: 'published' }),
    ...others.map((record) => editRecord(record, { ...record.body, status: 'retired' })),
  ]
}
