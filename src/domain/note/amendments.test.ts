import { expect, test } from 'vitest'
import { noteThreads } from './amendments.ts'

function note(id: string, at: string, amends?: string) {
  return { id, file: 'c', body: { text: id, at, author: 's', ...(amends ? { amends } : {}) } }
}
const shape = (notes: ReturnType<typeof note>[]) =>
  noteThreads(notes).map(({ note: { id }, amendments }) => [id, ...amendments.map((one) => one.id)])

test('an amendment, and its own amendment, follow the note that began it', () => {
  expect(
    shape([note('c', '2026-03', 'b'), note('a', '2026-01'), note('b', '2026-02', 'a'), note('d', '2026-04')]),
  ).toEqual([['d'], ['a', 'b', 'c']])
})

test('an amendment whose note is elsewhere is not lost', () => {
  expect(shape([note('b', '2026-02', 'gone')])).toEqual([['b']])
})
