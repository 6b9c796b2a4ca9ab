import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ClientBody } from '../client/client.ts'
import { candidatesFor, type ComparedFile, duplicatePairs } from './candidates.ts'

function file(id: string, body: Partial<ClientBody>): ComparedFile {
  return { id, body: { firstName: '', familyName: '', team: 't', status: 'open', ...body } }
}

const ida = file('a', { firstName: 'Ida', familyName: 'Marsh', dateOfBirth: '1941-03-04' })
const again = file('b', { firstName: 'Ida', familyName: 'March', dateOfBirth: '1941-03-04' })
const tom = file('c', { firstName: 'Tom', familyName: 'Fen', dateOfBirth: '1962-11-30' })

test('the likeliest comes first', () => {
  const number = file('d', { nhsNumber: '9434765919' })
  const typed = {
    firstName: 'Ida',
    familyName: 'Marsh',
    dateOfBirth: '1941-03-04',
    nhsNumber: '943 476 5919',
  }
  expect(candidatesFor(typed, [again, tom, number, ida]).map((one) => one.file.id)).toEqual(['d', 'a', 'b'])
  expect(duplicatePairs([again, tom, number, ida])).toMatchObject([{ a: ida, b: again }])
})

test('who was found to be somebody else is not shown again, whichever file says so', () => {
  const told: [ComparedFile, ComparedFile][] = [
    [{ ...ida, body: { ...ida.body, notSameAs: ['b'] } }, again],
    [ida, { ...again, body: { ...again.body, notSameAs: ['a'] } }],
  ]
  for (const [a, b] of told) {
    expect(duplicatePairs([a, b])).toEqual([])
    expect(candidatesFor({ ...a.body, id: a.id }, [a, b])).toEqual([])
  }
})

const FIRST = ['Ida', 'Tom', 'Kathleen', 'Catherine', 'Mohammed', 'Muhammad', 'Sade', 'Ife', 'Ruth', 'Joan']
const FAMILY = ['Marsh', 'March', 'Ade', 'Oyelaran', 'Smith', 'Smyth', 'Fen', 'Gillowby', 'Okafor', 'Nguyen']

const body = fc.record({
  firstName: fc.constantFrom(...FIRST),
  familyName: fc.constantFrom(...FAMILY),
  dateOfBirth: fc.constantFrom('', '1941-03-04', '1941-04-03', '1941-03-05', '1951-03-04', '1962-11-30'),
  nhsNumber: fc.constantFrom('', '', '9434765919', '9990000018'),
})

test('the pairs of a caseload are those that each file has, each once', () => {
  fc.assert(
    fc.property(fc.array(body, { maxLength: 12 }), (bodies) => {
      const files = bodies.map((one, i) => file(`f${i + 10}`, one))
      const pairs = duplicatePairs(files).map(({ a, b }) => `${a.id} ${b.id}`)
      expect(new Set(pairs).size).toBe(pairs.length)
      const each = files.flatMap((one) =>
        candidatesFor({ ...one.body, id: one.id }, files).map((other) =>
          [one.id, other.file.id].toSorted().join(' '),
        ),
      )
      expect(pairs.toSorted()).toEqual([...new Set(each)].toSorted())
    }),
  )
})

/** The same crowd each time: a linear congruential generator (Numerical Recipes), not chance. */
function crowd(count: number): ComparedFile[] {
  let state = 1
  const pick = <T>(from: readonly T[]) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return from[Math.floor((state / 2 ** 32) * from.length)]
  }
  const syllables = [
    'ba',
    'den',
    'ki',
    'lo',
    'mar',
    'nes',
    'ola',
    'per',
    'qui',
    'ros',
    'sta',
    'tov',
    'ul',
    'wen',
  ]
  const two = (count_: number) => String(1 + (pick([...Array(count_).keys()]) ?? 0)).padStart(2, '0')
  return Array.from({ length: count }, (_, i) => {
    const firstName = pick(i % 2 === 0 ? FIRST : [`${pick(syllables)}${pick(syllables)}`])
    const familyName = pick(i % 3 === 0 ? FAMILY : [`${pick(syllables)}${pick(syllables)}${pick(syllables)}`])
    const dateOfBirth = `19${20 + (pick([...Array(79).keys()]) ?? 0)}-${two(12)}-${two(28)}`
    return file(`f${100_000 + i}`, { firstName: firstName ?? '', familyName: familyName ?? '', dateOfBirth })
  })
}

test('ten thousand files take a moment', () => {
  const files = crowd(10_000)
  const begun = process.cpuUsage()
  const pairs = duplicatePairs(files)
  candidatesFor({ firstName: 'Ida', familyName: 'Marsh', dateOfBirth: '1941-03-04' }, files)
  const took = process.cpuUsage(begun).user / 1000
  expect(pairs.length).toBeGreaterThan(0)
  // By the processor's time, in milliseconds, so that a busy machine says little: 190 here. All with all takes minutes.
  expect(took).toBeLessThan(500)
})
