import type { Dexie } from 'dexie'
import { asKeepError } from './dexieFaults.ts'
import { KeepError } from './kept.ts'

/** Runs work on an open database; what the browser throws comes out as a KeepError. */
export type Guard = <T>(work: () => Promise<T>) => Promise<T>

/**
 * Opens a database in the schema that this build knows, and in no newer one: old code must not write into it.
 * Dexie by itself would, twice over: it opens a newer database than asked for, and its own answer to a newer
 * version elsewhere is to close and, with the next call, to open again. `false` keeps that answer from being given.
 * https://dexie.org/docs/Dexie/Dexie.on.versionchange
 *
 * @throws KeepError when it cannot be opened; `outdated` when a newer build has been here
 */
export async function openOnly(db: Dexie): Promise<Guard> {
  const known = db.verno
  let outdated = false
  const giveWay = () => {
    outdated = true
    db.close()
    return false
  }
  const guarded: Guard = async (work) => {
    if (outdated) throw new KeepError('outdated')
    try {
      return await work()
    } catch (error) {
      throw asKeepError(error, outdated)
    }
  }
  db.on('versionchange', giveWay)
  await guarded(() => db.open())
  // Dexie counts in tenths: its version 1 is the browser's 10.
  if (Math.floor(db.backendDB().version / 10) > known) giveWay()
  return guarded
}
