import { expect, test } from 'vitest'
import type { ServiceBody } from '#domain/service/service.ts'
import { findServices } from './findServices.ts'

function service(name: string, body: Partial<ServiceBody> = {}, organisation = 'Age Support') {
  return { id: name, organisation, body: { organization_id: 'o', name, status: 'active', ...body } }
}

const all = [
  service('Befriending', { description: 'A visitor each week', needs: ['Company'] }),
  service('Café', { description: 'Befriending over tea' }),
  service('Men in Sheds', { needs: ['Company'] }, 'Mind'),
  service('Closed club', { status: 'defunct', needs: ['Company'] }),
]
const names = (words: string, need = '') => findServices(all, { words, need }).map(({ body }) => body.name)

test('finds by words anywhere, those in the name first', () => {
  expect(names('befriend')).toEqual(['Befriending', 'Café'])
  expect(names('cafe tea')).toEqual(['Café'])
  expect(names('mind sheds')).toEqual(['Men in Sheds'])
})

test('narrows by need, and never offers what no longer runs', () => {
  expect(names('', 'Company')).toEqual(['Befriending', 'Men in Sheds'])
  expect(names('club')).toEqual([])
})
