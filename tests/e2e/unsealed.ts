import type { Page } from 'playwright-core'
import type { StoredRecord } from '#domain/record/record.ts'
import { openPage } from '#store/pages.ts'
import { aesKey, aesSealer } from '#vault/seal.ts'
import { openPinSlot, type PinSlot } from '#vault/slots.ts'

interface Dumped {
  secret: number[]
  slot: Omit<PinSlot, 'salt' | 'wrapped'> & { salt: number[]; wrapped: number[] }
  pages: { page: number; stamp: number; sealed: number[] }[]
}

/** What a device really holds: its IndexedDB read byte by byte, and opened with the PIN outside the browser. */
export async function recordsOnDevice(page: Page, person: string, pin: string): Promise<StoredRecord[]> {
  const { secret, slot, pages } = await dump(page, person)
  const whole = { ...slot, salt: Uint8Array.from(slot.salt), wrapped: Uint8Array.from(slot.wrapped) }
  const dataKey = await openPinSlot(whole, pin, Uint8Array.from(secret))
  if (!dataKey) throw new Error('The PIN does not open the vault')
  const sealer = aesSealer(await aesKey(dataKey))
  const held = pages.map((row) => openPage(sealer, { ...row, sealed: Uint8Array.from(row.sealed) }))
  return (await Promise.all(held)).flat()
}

function dump(page: Page, person: string): Promise<Dumped> {
  return page.evaluate(async (id) => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(new Error(String(request.error)))
      })
    const device = await asked(indexedDB.open('doorstep'))
    const fact = await asked<{ secret: Uint8Array }>(
      device.transaction('facts').objectStore('facts').get('device'),
    )
    const enrolled = await asked<{ slots: { pin: PinSlot } }>(
      device.transaction('people').objectStore('people').get(id),
    )
    device.close()
    const db = await asked(indexedDB.open(`doorstep-${id}`))
    const rows = await asked<{ page: number; stamp: number; sealed: Uint8Array }[]>(
      db.transaction('pages').objectStore('pages').getAll(),
    )
    db.close()
    const { pin } = enrolled.slots
    return {
      secret: [...fact.secret],
      slot: { ...pin, salt: [...pin.salt], wrapped: [...pin.wrapped] },
      pages: rows.map((row) => ({ ...row, sealed: [...row.sealed] })),
    }
  }, person)
}
