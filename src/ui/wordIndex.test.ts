import { expect, test } from 'vitest'
import { wordIndex } from './wordIndex.ts'

const people = [
  { id: 'ida', fields: { name: 'Nan Ida Marsh' } },
  { id: 'folasade', fields: { name: 'Folasade Adé' } },
  { id: 'marcus', fields: { name: 'Marcus O’Brien' } },
]
function indexOf(entries = people) {
  const index = wordIndex({ name: 1 })
  index.follow(entries)
  return index
}

test.each([
  ['mar', ['marcus', 'ida']],
  ['marsh ida', ['ida']],
  ['Ida M', ['ida']],
  ['ade', ['folasade']],
  ['Folasabe', ['folasade']],
  ['mrash', ['ida']],
  ['obrien', ['marcus']],
  ['marsh marcus', []],
  ['xylophone', []],
])('%s finds %j', (typed, found) => {
  expect(indexOf().find(typed).toSorted()).toEqual(found.toSorted())
})

test('follows what is added, renamed and taken away', () => {
  const index = indexOf()
  index.follow([
    { id: 'ida', fields: { name: 'Ida Fen' } },
    { id: 'new', fields: { name: 'Marsha Hill' } },
  ])
  expect(index.find('marsh')).toEqual(['new'])
  expect(index.find('fen')).toEqual(['ida'])
  expect(index.find('marcus')).toEqual([])
})

test('a letter or two mean the first field, and after other words nothing yet', () => {
  const index = wordIndex({ name: 2, rest: 1 })
  index.follow([
    { id: 'debt', fields: { name: 'Debt advice', rest: 'walking in' } },
    { id: 'walk', fields: { name: 'Walking group', rest: 'on Mondays' } },
    { id: 'it', fields: { name: 'Computers', rest: 'IT for beginners' } },
  ])
  expect(index.find('w')).toEqual(['walk'])
  expect(index.find('wal')).toEqual(['walk', 'debt'])
  expect(index.find('walking o')).toEqual(index.find('walking'))
  expect(index.find('walking adv')).toEqual(['debt'])
  expect(index.find('it')).toEqual(['it'])
})

test('what was let go of is not found', () => {
  const index = wordIndex({ name: 1 })
  index.warm([{ id: 'a', fields: { name: 'Shed' } }])
  index.forget('a')
  index.forget('never there')
  expect(index.find('shed')).toEqual([])
})
