import { useSyncExternalStore } from 'react'

/** What Chromium offers while it could install the app (https://wicg.github.io/manifest-incubations/#installation-prompts). */
interface InstallPrompt extends Event {
  prompt: () => Promise<{ outcome: 'accepted' | 'dismissed' }>
}

/** How somebody puts the app on this device, by what their browser has for it. */
export type InstallWay = 'prompt' | 'share-sheet' | 'dock' | 'android-menu' | 'desktop-menu' | 'none'

export interface Installing {
  /** Opened from the home screen or as a window of its own. */
  installed: boolean
  way: InstallWay
}

let offered: InstallPrompt | null = null
let justInstalled = false
const listeners = new Set<() => void>()
let shown: Installing | null = null

/** Listens from the first moment on: the browser says once that it could install, long before Settings are opened. */
export function watchInstalling(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    offered = isPrompt(event) ? event : null
    changed()
  })
  addEventListener('appinstalled', () => {
    offered = null
    justInstalled = true
    changed()
  })
}

export function useInstalling(): Installing {
  return useSyncExternalStore(subscribe, () => (shown ??= now()))
}

/** Shows the browser's own question. It answers once; after that its menu is the way. */
export async function askToInstall(): Promise<void> {
  const prompt = offered
  if (!prompt) return
  await prompt.prompt()
  offered = null
  changed()
}

function changed(): void {
  shown = null
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function now(): Installing {
  return { installed: justInstalled || isStandalone(), way: offered ? 'prompt' : wayOf(navigator) }
}

function isPrompt(event: Event): event is InstallPrompt {
  return 'prompt' in event && typeof event.prompt === 'function'
}

/** Safari on an iPhone or iPad says it by a property of its own. */
function isStandalone(): boolean {
  const ofSafari = 'standalone' in navigator && navigator.standalone === true
  return ofSafari || matchMedia('(display-mode: standalone)').matches
}

/** `maxTouchPoints`: an iPad names itself a Mac. */
export function wayOf({
  userAgent,
  maxTouchPoints,
}: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>): InstallWay {
  const isMac = userAgent.includes('Macintosh')
  if (/iPhone|iPad|iPod/.test(userAgent) || (isMac && maxTouchPoints > 1)) return 'share-sheet'
  if (userAgent.includes('Android')) return 'android-menu'
  if (/Chrome\/|Edg\//.test(userAgent)) return 'desktop-menu'
  if (isMac && userAgent.includes('Safari/')) return 'dock'
  return 'none'
}
