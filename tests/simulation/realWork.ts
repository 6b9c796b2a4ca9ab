/** Work that is done outside of the thread, in whatever time it takes. */
export interface RealWork {
  /** How much of it is under way. */
  pending: () => number
}

const CALLS = ['encrypt', 'decrypt', 'importKey', 'deriveBits', 'digest'] as const

/**
 * Lets the platform's cryptography, which drafts are sealed with, do one thing after another and says while it is at
 * it: a history must not depend on which of two threads is done first.
 */
export function steadyCrypto(): RealWork {
  let pending = 0
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = (work: () => Promise<unknown>): Promise<unknown> => {
    pending += 1
    const mine = last.then(work).finally(() => (pending -= 1))
    last = mine.catch(() => undefined)
    return mine
  }
  const { subtle } = globalThis.crypto
  for (const call of CALLS) {
    const real: unknown = Reflect.get(subtle, call)
    if (typeof real !== 'function') throw new Error(`The platform has no ${call}`)
    const work = (...args: unknown[]) => Promise.resolve<unknown>(Reflect.apply(real, subtle, args))
    Object.defineProperty(subtle, call, { value: (...args: unknown[]) => inTurn(() => work(...args)) })
  }
  return { pending: () => pending }
}
