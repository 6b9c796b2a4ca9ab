import { type Standing, standingOf, type SyncStatus } from '#sync/status.ts'
import { since } from '#ui/dates.ts'

export type StatusSign = 'sent' | 'waiting' | 'receiving' | 'away' | 'unknown' | 'needsYou'

export interface StatusWords {
  /** What the header shows. */
  words: string
  /** The same without the time, for a screen reader: it changes only when something did. */
  said: string
  sign: StatusSign
}

/** How the work stands, in words. What may be claimed is decided by `standingOf`; here it is only said. */
export function statusWords(status: SyncStatus | undefined, now: Date): StatusWords {
  if (!status) return same('Looking at your work…', 'unknown')
  const standing = standingOf(status)
  switch (standing.is) {
    case 'stopped':
      return stopped(standing)
    case 'needsYou':
      return needsYou(standing)
    case 'outdated':
      return same('Reload to get a newer Doorstep', 'needsYou')
    case 'serverOlder':
      return serverOlder(standing)
    case 'waiting':
      return onItsWay(standing)
    case 'receiving':
      return receiving(standing.received)
    case 'unchecked':
      return unchecked(standing.phase)
    case 'withManager':
      return withManager(standing.count)
    case 'workSent':
      return workSent(standing.phase)
    case 'allSent':
      return allSent(standing, now)
  }
}

type As<Is extends Standing['is']> = Extract<Standing, { is: Is }>

function stopped({ by, waiting }: As<'stopped'>): StatusWords {
  switch (by) {
    case 'full':
      return same('This device is full', 'needsYou')
    case 'lost':
      return same('Please reload Doorstep', 'needsYou')
    case 'reload':
      return same('Please reload: a newer Doorstep is open in another tab', 'needsYou')
    case 'signIn':
      return same(waiting > 0 ? `Sign in again to send ${changes(waiting)}` : 'Sign in again', 'needsYou')
  }
}

function needsYou({ count, waiting }: As<'needsYou'>): StatusWords {
  const rest = waiting > 0 ? `, ${waiting} ${waiting === 1 ? 'waits' : 'wait'} to be sent` : ''
  return same(`${count} ${count === 1 ? 'needs' : 'need'} you${rest}`, 'needsYou')
}

function serverOlder({ waiting }: As<'serverOlder'>): StatusWords {
  if (waiting === 0) return same('The service is older than this Doorstep', 'away')
  return same(`${changesWait(waiting)}: the service is older than this Doorstep`, 'waiting')
}

function onItsWay({ phase, waiting }: As<'waiting'>): StatusWords {
  switch (phase) {
    case 'working':
      return same(`Sending ${changes(waiting)}`, 'waiting')
    case 'fault':
      return same(`${changesWait(waiting)}: the service has a fault`, 'waiting')
    case 'offline':
      return same(`${changesWait(waiting)} for a signal`, 'waiting')
    case 'resting':
      return same(`${changesWait(waiting)} to be sent`, 'waiting')
  }
}

function receiving(received: number): StatusWords {
  const so = received > 0 ? `, ${received.toLocaleString('en-GB')} so far` : ''
  return { words: `Receiving your files${so}`, said: 'Receiving your files', sign: 'receiving' }
}

function unchecked(phase: As<'unchecked'>['phase']): StatusWords {
  if (phase === 'offline') return same('No signal. Your files have not all arrived', 'away')
  if (phase === 'fault') return same('The service has a fault. Your files have not all arrived', 'away')
  return same('Not checked yet', 'unknown')
}

function withManager(count: number): StatusWords {
  return same(`Sent. A manager is looking at ${changes(count)}`, 'unknown')
}

/** What waits is which files were opened: not the person's doing, and nothing to think of. */
function workSent(phase: As<'workSent'>['phase']): StatusWords {
  switch (phase) {
    case 'offline':
      return same('No signal. Your work is sent', 'away')
    case 'fault':
      return same('The service has a fault. Your work is sent', 'away')
    case 'working':
    case 'resting':
      return same('Your work is sent', 'sent')
  }
}

function allSent({ phase, checkedAt }: As<'allSent'>, now: Date): StatusWords {
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

function same(words: string, sign: StatusSign): StatusWords {
  return { words, said: words, sign }
}

function changes(count: number): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'change' : 'changes'}`
}

function changesWait(count: number): string {
  return `${changes(count)} ${count === 1 ? 'waits' : 'wait'}`
}
