import type { KeepFault } from '#store/faults.ts'
import { KeepError, type Kept } from '#store/kept.ts'
import { MemoryDisk, openMemoryKept } from '#tests/fixtures/memoryKept.ts'
import type { Sealer } from '#vault/seal.ts'
import type { Clockwork } from './clockwork.ts'
import type { Random } from './random.ts'
import type { DiskFault } from './steps.ts'

/** One device's disk. Outlives its tabs. */
export interface Disk {
  memory: MemoryDisk
  fault: DiskFault | null
  /** Chance for how long a storage step takes. */
  random: () => Random
}

export function emptyDisk(random: () => Random): Disk {
  return { memory: new MemoryDisk(), fault: null, random }
}

/**
 * The storage of one tab, each call a step of its own in the clockwork: whoever is killed in between is killed either
 * before what was being written is on the disk, or after, and never hears of it.
 */
export function openKept(disk: Disk, clockwork: Clockwork, isAlive: () => boolean): Kept {
  const inner = openMemoryKept(disk.memory)
  const later = (run: () => void) => clockwork.after(disk.random().below(6), run)
  const whileAlive = (run: () => void) => later(() => isAlive() && run())

  return {
    ...inner,
    read: (stamp) =>
      new Promise((resolve, reject) => {
        whileAlive(() => {
          const fault = faultOf(disk, 'read')
          if (fault) return whileAlive(() => reject(new KeepError(fault)))
          const reading = inner.read(stamp)
          whileAlive(() => resolve(reading))
        })
      }),
    commit: (writes) =>
      new Promise((resolve, reject) => {
        const asked = disk.random().chance(0.5)
        later(() => {
          // What a dying tab had asked for may still come about.
          if (!isAlive() && !asked) return
          const fault = faultOf(disk, 'commit')
          if (fault === 'lost' && asked) void inner.commit(writes)
          if (fault) return whileAlive(() => reject(new KeepError(fault)))
          const orders = inner.commit(writes)
          whileAlive(() => resolve(orders))
        })
      }),
    onElsewhere: (listener) => inner.onElsewhere(() => whileAlive(listener)),
  }
}

function faultOf({ fault }: Disk, call: 'read' | 'commit'): KeepFault | null {
  switch (fault) {
    case null:
      return null
    case 'full':
      return call === 'commit' ? 'full' : null
    case 'lost':
      return 'lost'
    case 'unread':
      return call === 'read' ? 'lost' : null
  }
}

/** Says where a thing lies and nothing more: what sealing hides is tested elsewhere. */
export const plainSealer: Sealer = {
  seal: async (place, text) => new TextEncoder().encode(`${place}\n${text}`),
  open: async (place, sealed) => {
    const text = new TextDecoder().decode(sealed)
    if (!text.startsWith(`${place}\n`)) throw new Error(`Something else lies at ${place}`)
    return text.slice(place.length + 1)
  },
}
