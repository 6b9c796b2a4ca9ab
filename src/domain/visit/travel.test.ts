import { expect, test } from 'vitest'
import { travelLink } from './travel.ts'

test.each([
  [true, 'geo:0,0?q=4%20Lark%20Road%2C%20DA16%209AB'],
  [false, 'https://www.openstreetmap.org/search?query=4%20Lark%20Road%2C%20DA16%209AB'],
])('on a phone %s', (onPhone, link) => {
  expect(travelLink('4 Lark Road, DA16 9AB', onPhone)).toBe(link)
})
