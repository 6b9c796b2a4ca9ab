import type { Page } from 'playwright-core'
import { z } from 'zod'
import type { StoredRecord } from '#domain/record/record.ts'
import { openPage } from '#store/pages.ts'
import { aesKey, aesSealer } from '#vault/seal.ts'
import { openPinSlot } from '#vault/slots.ts'

const bytes = z.string().transform((text) => Uint8Array.from(Buffer.from(text, 'base64')))
const pinSlot = z.object({
  memoryKiB: z.number(),
  iterations: z.number(),
  salt: bytes,
  wrapped: bytes,
  wrong: z.number(),
  lastTry: z.number(),
  closed: z.boolean(),
})
const dumpedSchema = z.object({
  fact: z.object({ secret: bytes }),
  enrolled: z.object({ slots: z.object({ pin: pinSlot }) }),
  pages: z.array(z.object({ page: z.number(), stamp: z.number(), sealed: bytes })),
})

/** What a device really holds: its IndexedDB read byte by byte, and opened with the PIN outside the browser. */
export async function recordsOnDevice(page: Page, person: string, pin: string): Promise<StoredRecord[]> {
  const { fact, enrolled, pages } = dumpedSchema.parse(await dump(page, person))
  const dataKey = await openPinSlot(enrolled.slots.pin, pin, fact.secret)
  if (!dataKey) throw new Error('The PIN does not open the vault')
  const sealer = aesSealer(await aesKey(dataKey))
  const held = pages.map((row) => openPage(sealer, row))
  return (await Promise.all(held)).flat()
}

/** Rows as they lie in IndexedDB, every byte array in base64, so that they come out of the browser whole. */
function dump(page: Page, person: string): Promise<unknown> {
  return page.evaluate(async (id) => {
    const plain = (value: unknown): unknown => {
      if (value instanceof Uint8Array)
        return btoa(value.reduce((text, byte) => text + String.fromCharCode(byte), ''))
      if (Array.isArray(value)) return value.map(plain)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]))
    }
    const asked = (request: Pick<IDBRequest<unknown>, 'result' | 'error'> & EventTarget) =>
      new Promise<unknown>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(new Error(String(request.error))))
      })
    const opened = (name: string) =>
      new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(new Error(String(request.error)))
      })
    const device = await opened('doorstep')
    const fact = plain(await asked(device.transaction('facts').objectStore('facts').get('device')))
    const enrolled = plain(await asked(device.transaction('people').objectStore('people').get(id)))
    device.close()
    const db = await opened(`doorstep-${id}`)
    const pages = plain(await asked(db.transaction('pages').objectStore('pages').getAll()))
    db.close()
    return { fact, enrolled, pages }
  }, person)
}
