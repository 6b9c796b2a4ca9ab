import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** Which of the planted texts lie readable in any file of a folder, as UTF-8 or as UTF-16. */
export async function foundOnDisk(folder: string, planted: readonly string[]): Promise<string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const found = new Set<string>()
  for (const file of files.filter((entry) => entry.isFile())) {
    const bytes = await readFile(join(file.parentPath, file.name))
    for (const text of planted) {
      if (bytes.includes(Buffer.from(text, 'utf8')) || bytes.includes(Buffer.from(text, 'utf16le')))
        found.add(text)
    }
  }
  return [...found]
}

/**
 * Which of the planted texts the browser gives back from any storage of the app's origin: IndexedDB, Cache Storage,
 * local and session storage. Files may be compressed; what the browser gives back is not.
 */
export function foundInStorage(page: Page, planted: readonly string[]): Promise<string[]> {
  return page.evaluate(
    async (texts) => {
      const readable: string[] = []
      const utf8 = new TextDecoder()
      const read = (value: unknown): void => {
        if (typeof value === 'string') readable.push(value)
        else if (value instanceof ArrayBuffer) readable.push(utf8.decode(value))
        else if (ArrayBuffer.isView(value)) readable.push(utf8.decode(value))
        else if (typeof value === 'object' && value !== null) Object.entries(value).flat().forEach(read)
      }
      const asked = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(new Error(String(request.error)))
        })
      for (const { name } of await indexedDB.databases()) {
        const db = await asked(indexedDB.open(name ?? ''))
        for (const store of db.objectStoreNames) {
          const rows = db.transaction(store).objectStore(store)
          read(await asked(rows.getAll()))
          read(await asked(rows.getAllKeys()))
        }
        db.close()
      }
      for (const name of await caches.keys()) {
        const cache = await caches.open(name)
        for (const request of await cache.keys()) {
          read(request.url)
          read(await (await cache.match(request))?.arrayBuffer())
        }
      }
      for (const storage of [localStorage, sessionStorage]) read(Object.entries(storage))
      const all = readable.join('\n')
      return texts.filter((text) => all.includes(text))
    },
    [...planted],
  )
}
