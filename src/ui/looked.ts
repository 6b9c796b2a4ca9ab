import { useSyncExternalStore } from 'react'

// How much of a talk was there when somebody last looked at it, on this device. Ids and numbers only: what was said
// lies in the sealed database.

type Looked = Readonly<Record<string, number>>

const listeners = new Set<() => void>()
let known: { key: string; text: string | null; looked: Looked } | null = null

function keyOf(person: string): string {
  return `doorstep.looked.${person}`
}

function read(person: string): Looked {
  const key = keyOf(person)
  const text = localStorage.getItem(key)
  if (known?.key !== key || known.text !== text) known = { key, text, looked: parse(text) }
  return known.looked
}

function parse(text: string | null): Looked {
  return Object.fromEntries(
    (text ?? '').split(' ').flatMap((entry) => {
      const [id, count] = entry.split(':')
      return id && count ? [[id, Number(count)]] : []
    }),
  )
}

/** The most that is remembered; what was looked at longest ago goes first. */
const MOST = 500

export function markLooked(person: string, id: string, count: number): void {
  const { [id]: before, ...others } = read(person)
  if (before === count) return
  const entries = [...Object.entries(others), [id, count] as const].slice(-MOST)
  localStorage.setItem(keyOf(person), entries.map(([each, seen]) => `${each}:${seen}`).join(' '))
  for (const listener of listeners) listener()
}

/** How much of each talk this person has seen on this device. */
export function useLooked(person: string): Looked {
  return useSyncExternalStore(subscribe, () => read(person))
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
