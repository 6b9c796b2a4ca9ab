import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldOf, pathOf, segmentsOf, WHOLE_RECORD } from './path.ts'

const segment = fc.oneof(
  fc.string(),
  fc.constantFrom('', '/', '~', '~1', '~2', '~3', '__proto__', 'constructor', 'a/b~c'),
)
const segments = fc.array(segment, { minLength: 1, maxLength: 3 })

describe('a path', () => {
  it('leads back to its segments, whatever they are', () => {
    fc.assert(
      fc.property(segments, (parts) => {
        expect(segmentsOf(pathOf(...parts))).toEqual(parts)
        expect(fieldOf(pathOf(...parts))).toBe(parts[0])
      }),
    )
  })

  it('is never that of the whole record, nor a key that parsers drop', () => {
    fc.assert(
      fc.property(segments, (parts) => {
        expect([WHOLE_RECORD, '__proto__']).not.toContain(pathOf(...parts))
      }),
    )
  })

  it('is plain where names are plain', () => {
    expect(pathOf('actions', '0190a8f5', 'status')).toBe('actions/0190a8f5/status')
  })
})
