import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { meet, type RemoteCopy, type RemoteEnd } from './draftMeeting.ts'
import type { KeptDraft } from './drafts.ts'
import { compareVersions, covers, joined, stepped, type Versions } from './draftVersions.ts'

const devices = ['a', 'b', 'c']

const versions: fc.Arbitrary<Versions> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...devices), fc.integer({ min: 1, max: 3 })), {
    selector: ([device]) => device,
    minLength: 1,
  })
  .map((entries) => Object.fromEntries(entries))

const line = fc.constantFrom('one', 'two', 'three')

/** Lines one and two are of the same visit, three of another. */
function keptOf(of: string, at: Versions): KeptDraft {
  const id = of === 'three' ? 'another' : 'visit'
  const content = { line: of, at: JSON.stringify(at) }
  return { line: of, versions: at, draft: { id, about: '', begunAt: '', savedAt: '', content } }
}

const copy: fc.Arbitrary<RemoteCopy> = fc
  .tuple(line, versions, fc.constantFrom(...devices), fc.integer({ min: 1, max: 9 }))
  .map(([of, at, device, received]) => ({
    ...keptOf(of, at),
    device,
    mark: `${of} ${device}`,
    received: String(received),
  }))

const world = fc.record({
  mine: fc
    .uniqueArray(fc.tuple(line, versions), { selector: ([of]) => (of === 'three' ? 'another' : 'visit') })
    .map((all) => all.map(([of, at]) => keptOf(of, at))),
  copies: fc.uniqueArray(copy, { selector: ({ mark }) => mark, maxLength: 6 }),
  ends: fc.array(
    fc.record({ line, versions, how: fc.constantFrom<RemoteEnd['how']>('finished', 'discarded') }),
    { maxLength: 3 },
  ),
})
type World = typeof world extends fc.Arbitrary<infer T> ? T : never

function isEnded({ line: of, versions: at }: KeptDraft, { ends }: World): boolean {
  return ends.some((end) => end.line === of && covers(end.versions, at))
}

/** What the device holds afterwards: its drafts, and the copies that it offers. */
function after(at: World) {
  const { takes, leaves, offers } = meet(at)
  const taken = new Map(takes.map((each) => [each.draft.id, each]))
  const left = new Set(leaves.map((each) => each.draft.id))
  const drafts = at.mine.filter((each) => !taken.has(each.draft.id) && !left.has(each.draft.id))
  return { drafts: [...drafts, ...taken.values()], offers }
}

function holds(of: string, at: Versions, some: readonly KeptDraft[]): boolean {
  return some.some((each) => each.line === of && covers(each.versions, at))
}

describe('where copies of drafts meet', () => {
  test('nothing that was not ended is gone afterwards: it is held, or offered', () => {
    const lost = fc.property(world, (at) => {
      const { drafts, offers } = after(at)
      return [...at.mine, ...at.copies]
        .filter((each) => !isEnded(each, at))
        .every((each) => holds(each.line, each.versions, [...drafts, ...offers]))
    })
    expect(() => fc.assert(lost, { numRuns: 2000 })).not.toThrow()
  })

  test('a copy that holds all of the draft here takes its place, also where another came in later', () => {
    const here = keptOf('one', { a: 1 })
    const further = { ...keptOf('one', { a: 1, b: 1 }), device: 'b', mark: 'further', received: '1' }
    const apart = { ...keptOf('one', { c: 1 }), device: 'c', mark: 'apart', received: '2' }
    const { takes, offers } = meet({ mine: [here], copies: [apart, further], ends: [] })
    expect([takes, offers]).toEqual([[further], [apart]])
  })

  test('a draft here gives way only to a copy that holds all of it, or when all of it was ended', () => {
    const replaced = fc.property(world, (at) => {
      const { drafts } = after(at)
      return at.mine.every((each) => isEnded(each, at) || holds(each.line, each.versions, drafts))
    })
    expect(() => fc.assert(replaced, { numRuns: 2000 })).not.toThrow()
  })

  test('meeting once more alters nothing', () => {
    const settled = fc.property(world, (at) => {
      const again = meet({ ...at, mine: after(at).drafts })
      return again.takes.length + again.leaves.length === 0
    })
    expect(() => fc.assert(settled, { numRuns: 2000 })).not.toThrow()
  })

  test('only copies of which all was ended are let go of at the service', () => {
    const covered = fc.property(world, (at) => meet(at).covered.every((each) => isEnded(each, at)))
    expect(() => fc.assert(covered, { numRuns: 2000 })).not.toThrow()
  })

  test('a line is said to be ended elsewhere only where something of it is held that was not', () => {
    const said = fc.property(world, (at) => {
      const { drafts } = after(at)
      return meet(at).closed.every(({ line: of }) =>
        drafts.some((each) => each.line === of && !isEnded(each, at)),
      )
    })
    expect(() => fc.assert(said, { numRuns: 2000 })).not.toThrow()
  })
})

describe('versions', () => {
  test.each([
    [{ a: 1 }, { a: 1 }, 'same'],
    [{ a: 2 }, { a: 1 }, 'newer'],
    [{ a: 1 }, { a: 1, b: 1 }, 'older'],
    [{ a: 2 }, { a: 1, b: 1 }, 'apart'],
    [{}, { a: 1 }, 'older'],
  ] as const)('%j to %j: %s', (a, b, compared) => expect(compareVersions(a, b)).toBe(compared))

  test('a step is newer than before and than any step taken here, whatever the clock says', () => {
    const ahead = fc.property(versions, fc.nat(5), fc.nat(5), (at, reached, now) => {
      const next = stepped(at, 'a', reached, now)
      return compareVersions(next, at) === 'newer' && (next['a'] ?? 0) > reached
    })
    expect(() => fc.assert(ahead)).not.toThrow()
  })

  test('joined holds both, and nothing beyond', () => {
    const both = fc.property(versions, versions, (a, b) => {
      const all = joined(a, b)
      return (
        covers(all, a) && covers(all, b) && Object.entries(all).every(([d, at]) => a[d] === at || b[d] === at)
      )
    })
    expect(() => fc.assert(both)).not.toThrow()
  })
})
