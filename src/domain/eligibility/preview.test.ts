import { expect, test } from 'vitest'
import { referred } from './eligibility.fixture.ts'
import { preview } from './preview.ts'

const person = (id: string, dateOfBirth?: string) => ({
  id,
  name: id,
  referred: referred(dateOfBirth === undefined ? {} : { dateOfBirth }),
})
const from = (years: number) => ({ groups: [{ need: 'all' as const, of: [{ is: 'age-from', years }] }] })
const people = [person('old', '1941-01-01'), person('young', '1990-01-01'), person('unknown')]

const ids = (effects: { person: { id: string } }[]) => effects.map((effect) => effect.person.id)

test('who would newly be eligible, and who no longer', () => {
  const wider = preview(from(65), from(18), people)
  expect([ids(wider.newly), ids(wider.noLonger), ids(wider.otherwise), wider.same]).toEqual([
    ['young'],
    [],
    [],
    2,
  ])
  const narrower = preview(from(18), from(65), people)
  expect([ids(narrower.newly), ids(narrower.noLonger), narrower.same]).toEqual([[], ['young'], 2])
})

test('from not known to not eligible is neither, and is shown all the same', () => {
  const unless = { groups: from(18).groups, unless: [{ is: 'age-from', years: 30 }] }
  const after = { ...unless, unless: [{ is: 'carer' }] }
  const carers = [{ ...person('carer'), referred: referred({ carerStatus: 'carer' }) }]
  expect(ids(preview(unless, after, carers).otherwise)).toEqual(['carer'])
})

test('without rules before, everybody is as yet not known', () => {
  expect(ids(preview(null, from(18), people).newly)).toEqual(['old', 'young'])
})
