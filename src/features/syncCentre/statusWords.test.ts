import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SyncPhase, SyncStatus } from '#sync/status.ts'
import { statusWords } from './statusWords.ts'

const now = new Date('2026-11-23T10:30:00Z')
const checked = '2026-11-23T10:28:00Z'
const none = { refused: 0, contested: 0 }

const phases: SyncPhase[] = [
  'resting',
  'working',
  'offline',
  'signIn',
  'outdated',
  'serverOlder',
  'full',
  'lost',
  'reload',
  'fault',
]

type Row = [SyncPhase, number, SyncStatus['needsYou'], string | null, number, string]

describe('how the work stands, in words', () => {
  it.each<Row>([
    // phase, waiting, needs you, checked, received → words
    ['resting', 0, none, checked, 0, 'All sent, 2 minutes ago'],
    ['resting', 0, none, null, 0, 'Not checked yet'],
    ['resting', 1, none, checked, 0, '1 change waits to be sent'],
    ['working', 0, none, checked, 0, 'All sent, 2 minutes ago'],
    ['working', 0, none, checked, 3, 'All sent, 2 minutes ago'],
    ['working', 0, none, checked, 1200, 'Receiving your files, 1,200 so far'],
    ['working', 0, none, null, 0, 'Receiving your files'],
    ['working', 3, none, checked, 0, 'Sending 3 changes'],
    ['offline', 3, none, checked, 0, '3 changes wait for a signal'],
    ['offline', 1, none, null, 0, '1 change waits for a signal'],
    ['offline', 0, none, checked, 0, 'No signal. All sent 2 minutes ago'],
    ['offline', 0, none, null, 0, 'No signal. Your files have not all arrived'],
    ['resting', 0, { refused: 0, contested: 1 }, checked, 0, '1 needs you'],
    ['offline', 2, { refused: 1, contested: 1 }, checked, 0, '2 need you, 2 wait to be sent'],
    ['signIn', 0, none, checked, 0, 'Sign in again'],
    ['signIn', 2, none, checked, 0, 'Sign in again to send 2 changes'],
    ['outdated', 0, none, checked, 0, 'Reload to get a newer Doorstep'],
    ['outdated', 2, none, checked, 0, 'Reload to get a newer Doorstep'],
    ['serverOlder', 2, none, checked, 0, '2 changes wait: the service is older than this Doorstep'],
    ['serverOlder', 0, none, checked, 0, 'The service is older than this Doorstep'],
    ['full', 0, none, checked, 0, 'This device is full'],
    ['lost', 2, none, checked, 0, 'Please reload Doorstep'],
    ['reload', 0, none, checked, 0, 'Please reload: a newer Doorstep is open in another tab'],
    ['fault', 2, none, checked, 0, '2 changes wait: the service has a fault'],
    ['fault', 0, none, checked, 0, 'The service has a fault. All sent 2 minutes ago'],
    ['fault', 0, none, null, 0, 'The service has a fault. Your files have not all arrived'],
  ])('%s, %i waiting, %j, checked %s, %i received: %s', (...row) => {
    const [phase, waiting, needsYou, checkedAt, received, words] = row
    const status = { phase, waiting, lines: 0, needsYou, withManager: 0, checkedAt, received }
    expect(statusWords(status, now).words).toBe(words)
  })

  it.each([
    [1, 'Sent. A manager is looking at 1 change'],
    [2, 'Sent. A manager is looking at 2 changes'],
  ])('%i with a manager: %s', (withManager, words) => {
    const status = { waiting: 0, lines: 1, needsYou: none, withManager, checkedAt: checked, received: 0 }
    expect(statusWords({ phase: 'resting', ...status }, now).words).toBe(words)
  })

  it.each<[SyncPhase, number, string]>([
    ['offline', 0, 'No signal. Your work is sent'],
    ['resting', 0, 'Your work is sent'],
    ['working', 0, 'Your work is sent'],
    ['fault', 0, 'The service has a fault. Your work is sent'],
    ['offline', 2, '2 changes wait for a signal'],
  ])('%s, %i waiting beside lines of the log: %s', (phase, waiting, words) => {
    const status = { phase, waiting, needsYou: none, withManager: 0, checkedAt: checked, received: 0 }
    expect(statusWords({ ...status, lines: 3 }, now).words).toBe(words)
  })

  it('says nothing of itself before the first word from the engine', () =>
    expect(statusWords(undefined, now).words).toBe('Looking at your work…'))

  it('never says "All sent" while anything waits, needs somebody or was never checked', () => {
    const count = fc.nat({ max: 3 })
    const status: fc.Arbitrary<SyncStatus> = fc.record({
      phase: fc.constantFrom(...phases),
      waiting: count,
      lines: count,
      needsYou: fc.record({ refused: count, contested: count }),
      withManager: count,
      checkedAt: fc.option(fc.constant(checked)),
      received: fc.nat({ max: 2000 }),
    })
    const honest = fc.property(status, (each) => {
      const { words, said } = statusWords(each, now)
      const { refused, contested } = each.needsYou
      const upToDate =
        each.waiting + each.lines + each.withManager + refused + contested === 0 && each.checkedAt !== null
      return upToDate || !/all sent/i.test(words + said)
    })
    expect(() => fc.assert(honest)).not.toThrow()
  })
})
