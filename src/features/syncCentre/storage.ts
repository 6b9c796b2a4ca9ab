import { useCallback, useEffect, useState } from 'react'
import { useSession } from '#sync/react.ts'
import type { StorageState } from '#sync/session.ts'

/** What the browser says about keeping; `ask` asks it for its promise again. */
export function useStorage(): { storage: StorageState | null; ask: () => void } {
  const session = useSession()
  const [storage, setStorage] = useState<StorageState | null>(null)
  const ask = useCallback(() => void session.storage().then(setStorage), [session])
  useEffect(ask, [ask])
  return { storage, ask }
}

export function storageWords({ persisted }: StorageState): string {
  if (persisted === true) return 'The browser has promised to keep everything until you remove it.'
  if (persisted === false) {
    return 'The browser has not promised to keep this. It may clear Doorstep if the device runs out of room, so send often. Installing Doorstep on the home screen usually helps.'
  }
  return 'This browser does not say whether it keeps everything. Send often.'
}

export function usedWords({ usedBytes, quotaBytes }: StorageState): string {
  if (usedBytes === null) return 'Not known'
  const used = `${size(usedBytes)} used`
  return quotaBytes === null ? used : `${used} of ${size(quotaBytes)}`
}

function size(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toLocaleString('en-GB', { maximumFractionDigits: 1 })} GB`
  return `${(bytes / 1e6).toLocaleString('en-GB', { maximumFractionDigits: bytes < 1e7 ? 1 : 0 })} MB`
}
