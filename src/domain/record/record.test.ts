import { describe, expect, it } from 'vitest'
import { openContested, openQuestions, storedRecordSchema, writerAt } from './record.ts'

const stamp = { change: 'c', by: 'Grace', device: 'd', at: '2026-01-01T00:00:00.000Z' }
const value = { ...stamp, from: null, to: '2' }
const settled = { ...value, change: 'b', settled: { change: 's', by: 'Sam', at: stamp.at, was: null } }
const record = {
  id: 'r',
  kind: 'client',
  version: 1,
  file: null,
  seq: 4,
  rev: 2,
  deleted: null,
  body: { phone: '1' },
  contested: { phone: [settled, value], email: [settled] },
}

describe('a stored record', () => {
  it('keeps what a newer version adds, wherever it adds it', () => {
    const newer = {
      ...record,
      labels: ['x'],
      deleted: { ...stamp, reason: 'moved', until: 'spring' },
      contested: { phone: [{ ...settled, weight: 3, settled: { ...settled.settled, how: 'by ear' } }] },
    }
    expect(storedRecordSchema.parse(newer)).toEqual(newer)
  })

  it('asks about what nobody has settled', () => {
    expect(openContested(record, 'phone')).toEqual([value])
    expect(openQuestions(record)).toEqual(['phone'])
    expect(openContested(record, 'constructor')).toEqual([])
  })

  it('names who wrote a value, or the whole that it is part of', () => {
    const [grace, sam] = [
      { by: 'Grace', at: '1' },
      { by: 'Sam', at: '2' },
    ]
    const written = { 'actions/x': grace, phone: sam }
    expect(writerAt({ written }, 'actions/x/status')).toBe(grace)
    expect(writerAt({ written }, 'phone')).toBe(sam)
    expect(writerAt({ written }, 'constructor')).toBeNull()
    expect(writerAt({}, 'phone')).toBeNull()
  })
})
