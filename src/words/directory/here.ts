import { useSyncExternalStore } from 'react'
import type { Point } from '#domain/directory/distance.ts'

/** Where this device is. It is only ever asked for by a tap, and never written down. */
export type Here =
  | { readonly is: 'not-asked' | 'asking' | 'refused' | 'not-found' }
  | { readonly is: 'known'; readonly point: Point }

let here: Here = { is: 'not-asked' }
const listeners = new Set<() => void>()

/** A position a few minutes old is good enough for miles, and is there without a signal. */
const options: PositionOptions = { maximumAge: 5 * 60_000, timeout: 15_000, enableHighAccuracy: false }

export function askWhere(): void {
  if (!('geolocation' in navigator)) return tell({ is: 'not-found' })
  tell({ is: 'asking' })
  navigator.geolocation.getCurrentPosition(
    ({ coords: { latitude, longitude } }) => tell({ is: 'known', point: { latitude, longitude } }),
    ({ code }) => tell({ is: code === GeolocationPositionError.PERMISSION_DENIED ? 'refused' : 'not-found' }),
    options,
  )
}

export function useHere(): Here {
  return useSyncExternalStore(subscribe, () => here)
}

function tell(now: Here): void {
  here = now
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
