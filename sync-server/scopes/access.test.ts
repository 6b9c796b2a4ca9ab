import { expect, test } from 'vitest'
import { accessLost, type Past, type Span } from './access.ts'

const team = 'team:a'
const member = (since: number, until: number | null): Span => ({ scope: team, since, until })

/** The record is in the team since `since`, or was so until `left`. */
function past(spans: Span[], left: number | null, recent = 0, since = 0): Past {
  const stay = { since, until: left }
  return { spans, stay: (scope) => (scope === team ? stay : null), isRecent: (seq) => seq >= recent }
}

const elsewhere = (spans: Span[]): Past => ({ ...past(spans, null), stay: () => null })

const gone = { record: 'r', scopes: ['service', 'team:b'] as const }
const there = { record: 'r', scopes: ['service', team] as const }

test.each([
  ['the record left after the device had pulled', gone, 10, past([member(0, null)], 20), 'then'],
  ['the record left before, and the device knew', gone, 20, past([member(0, null)], 20), 'before'],
  ['the author left the team after the device had pulled', there, 10, past([member(0, 20)], null), 'then'],
  ['the author left before, and the device knew', there, 20, past([member(0, 20)], null), 'before'],
  ['the author left first, then the record', gone, 25, past([member(0, 20)], 30), 'before'],
  ['the record left first, then the author', gone, 10, past([member(0, 30)], 20), 'then'],
  ['the record had left before the author came', gone, 0, past([member(20, null)], 20), 'never'],
  ['the record was never in a scope of the author’s', gone, 0, elsewhere([member(0, null)]), 'never'],
  ['the record came after the author had left', there, 0, past([member(0, 20)], null, 0, 30), 'never'],
  ['came after the author had left, and left', gone, 0, past([member(0, 20)], 40, 0, 30), 'never'],
  ['the author was never anywhere', there, 0, past([], 20), 'never'],
  ['lost longer ago than the grace period', gone, 10, past([member(0, null)], 20, 21), 'before'],
  ['a device that is ahead of the order', gone, 1_000, past([member(0, null)], 20), 'before'],
  ['away and back and away again', gone, 10, past([member(0, 5), member(12, null)], 20), 'then'],
] as const)('%s: %s', (_name, target, pulled, on, answer) => {
  expect(accessLost(target, pulled, on)).toBe(answer)
})

test('a new record without a place that could move is judged by the author’s spans alone', () => {
  const directory = { record: null, scopes: ['directory'] as const }
  const was: Span = { scope: 'directory', since: 0, until: 20 }
  expect(accessLost(directory, 10, past([was], null))).toBe('then')
  expect(accessLost(directory, 20, past([was], null))).toBe('before')
  expect(accessLost(directory, 0, past([member(0, 20)], null))).toBe('never')
})
