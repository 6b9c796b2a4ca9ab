import { Workbox } from 'workbox-window'

const HOUR = 3_600_000

/** Whether a newer version has arrived, and how to change over to it. */
export interface Updates {
  /** True once a newer version is stored and waits. */
  ready: () => boolean
  subscribe: (listener: () => void) => () => void
  /** Lets the newer version take over; every open tab then loads it. What is typed is in the drafts. */
  accept: () => void
}

/** Keeps the app on the device for use without a signal, and looks for newer versions on resume and every hour. */
export function startUpdates(): Updates {
  const listeners = new Set<() => void>()
  let ready = false
  const workbox = new Workbox('/sw.js')
  workbox.addEventListener('waiting', () => {
    ready = true
    for (const listener of listeners) listener()
  })
  reloadWhenReplaced()
  void workbox.register().then((registration) => registration && lookRegularly(registration))
  return {
    ready: () => ready,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    accept: () => workbox.messageSkipWaiting(),
  }
}

/** For a browser without service workers, and while developing: there is only ever the version that was loaded. */
export const noUpdates: Updates = {
  ready: () => false,
  subscribe: () => () => undefined,
  accept: () => undefined,
}

export function updatesPossible(): boolean {
  return import.meta.env.PROD && 'serviceWorker' in navigator
}

/** The very first worker replaces nothing: then there is nothing to reload for. */
function reloadWhenReplaced() {
  let controlled = navigator.serviceWorker.controller !== null
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (controlled) window.location.reload()
    controlled = true
  })
}

function lookRegularly(registration: ServiceWorkerRegistration) {
  const look = () => {
    // Without a signal there is nothing to find; the next look comes by itself.
    if (navigator.onLine) registration.update().catch(() => undefined)
  }
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look())
  window.addEventListener('online', look)
  setInterval(look, HOUR)
}
