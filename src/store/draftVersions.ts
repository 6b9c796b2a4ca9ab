import { z } from 'zod'

/**
 * How far each device has taken a draft: device to a number that only grows there. It orders copies without asking
 * any clock (a version vector, https://doi.org/10.1109/TSE.1983.236733).
 */
export const versionsSchema = z.record(z.string(), z.number().int().nonnegative())
export type Versions = z.infer<typeof versionsSchema>

export type Compared = 'same' | 'older' | 'newer' | 'apart'

/** How `a` stands to `b`: `newer` holds all of `b` and more; `apart`: each has what the other has not. */
export function compareVersions(a: Versions, b: Versions): Compared {
  const [above, below] = [covers(a, b), covers(b, a)]
  if (above && below) return 'same'
  if (above) return 'newer'
  return below ? 'older' : 'apart'
}

/** Whether `a` holds everything that `b` holds. */
export function covers(a: Versions, b: Versions): boolean {
  return Object.entries(b).every(([device, reached]) => (a[device] ?? 0) >= reached)
}

export function joined(a: Versions, b: Versions): Versions {
  const devices = new Set([...Object.keys(a), ...Object.keys(b)])
  return Object.fromEntries([...devices].map((device) => [device, Math.max(a[device] ?? 0, b[device] ?? 0)]))
}

/**
 * One step further on a device. `now` in milliseconds only keeps two tabs of one device from taking the same number;
 * a clock that goes back takes no number twice.
 */
export function stepped(versions: Versions, device: string, reached: number, now: number): Versions {
  return { ...versions, [device]: Math.max(reached + 1, (versions[device] ?? 0) + 1, now) }
}
