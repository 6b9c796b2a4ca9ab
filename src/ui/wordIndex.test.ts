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
