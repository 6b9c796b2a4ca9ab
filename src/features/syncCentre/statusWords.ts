import type { SyncStatus } from '#sync/status.ts'
import { since } from '#ui/dates.ts'

export type StatusSign = 'sent' | 'waiting' | 'receiving' | 'away' | 'unknown' | 'needsYou'

export interface StatusWords {
  /** What the header shows. */
  words: string
  /** The same without the time, for a screen reader: it changes only when something did. */
  said: string
  sign: StatusSign
}

/**
 * How the work stands, in words. What stops the work comes first, then what waits for a person, then what waits for
 * the server. "All sent" is said only when nothing waits, nobody has to choose and a whole round has been checked.
 */
export function statusWords(status: SyncStatus | undefined, now: Date): StatusWords {
  if (!status) return same('Looking at your work…', 'unknown')
  return stopped(status) ?? needsYou(status) ?? onItsWay(status) ?? quiet(status, now)
}

function stopped({ phase, waiting }: SyncStatus): StatusWords | null {
  switch (phase) {
    case 'full':
      return same('This device is full', 'needsYou')
    case 'lost':
      return same('Please reload Doorstep', 'needsYou')
    case 'reload':
      return same('Please reload: a newer Doorstep is open in another tab', 'needsYou')
    case 'signIn':
      return same(waiting > 0 ? `Sign in again to send ${changes(waiting)}` : 'Sign in again', 'needsYou')
    default:
      return null
  }
}

function needsYou({ needsYou: { refused, contested }, waiting, phase }: SyncStatus): StatusWords | null {
  const count = refused + contested
  if (count > 0) {
    const rest = waiting > 0 ? `, ${waiting} ${waiting === 1 ? 'waits' : 'wait'} to be sent` : ''
    return same(`${count} ${count === 1 ? 'needs' : 'need'} you${rest}`, 'needsYou')
  }
  return phase === 'outdated' ? same('Reload to get a newer Doorstep', 'needsYou') : null
}

function onItsWay({ phase, waiting, received, checkedAt }: SyncStatus): StatusWords | null {
  if (waiting > 0) {
    if (phase === 'working') return same(`Sending ${changes(waiting)}`, 'waiting')
    if (phase === 'fault') return same(`${changesWait(waiting)}: the service has a fault`, 'waiting')
    if (phase === 'offline') return same(`${changesWait(waiting)} for a signal`, 'waiting')
    return same(`${changesWait(waiting)} to be sent`, 'waiting')
  }
  if (phase === 'working' && (received >= MANY || checkedAt === null)) return receiving(received)
  return null
}

/** A pull shorter than this is over before it can be read. */
const MANY = 100

function receiving(received: number): StatusWords {
  const so = received > 0 ? `, ${received.toLocaleString('en-GB')} so far` : ''
  return { words: `Receiving your files${so}`, said: 'Receiving your files', sign: 'receiving' }
}

function quiet({ phase, checkedAt }: SyncStatus, now: Date): StatusWords {
  if (checkedAt === null) return nothingChecked(phase)
  const when = since(checkedAt, now)
  if (phase === 'offline')
    return { words: `No signal. All sent ${when}`, said: 'No signal. All sent', sign: 'away' }
  if (phase === 'fault') {
    return {
      words: `The service has a fault. All sent ${when}`,
      said: 'The service has a fault',
      sign: 'away',
    }
  }
  return { words: `All sent, ${when}`, said: 'All sent', sign: 'sent' }
}

function nothingChecked(phase: SyncStatus['phase']): StatusWords {
  if (phase === 'offline') return same('No signal. Your files have not all arrived', 'away')
  if (phase === 'fault') return same('The service has a fault. Your files have not all arrived', 'away')
  return same('Not checked yet', 'unknown')
}

function same(words: string, sign: StatusSign): StatusWords {
  return { words, said: words, sign }
}

function changes(count: number): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'change' : 'changes'}`
}

function changesWait(count: number): string {
  return `${changes(count)} ${count === 1 ? 'waits' : 'wait'}`
}
