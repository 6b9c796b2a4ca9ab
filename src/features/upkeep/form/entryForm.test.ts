import { expect, test } from 'vitest'
import { type ServiceBody, serviceBody } from '#domain/service/service.ts'
import { fieldWords } from '#words/records/fields.ts'
import { entryGroups, groupsFor, notByHand } from './entryFields.ts'
import { entryFormOf, entryOf, entryProblems } from './entryForm.ts'

const today = '2026-11-28'
const full: ServiceBody = {
  organization_id: 'age',
  name: 'Befriending',
  status: 'paused by a newer version',
  description: ' Two lines\nof text ',
  minimum_age: 50,
  open_to_referrals: false,
  waiting_time: '6 weeks',
  waiting_weeks: 6,
  waiting_reported_on: '2026-10-01',
  categories: ['Company', 'Health, mind'],
  needs: ['people', 'a need of our own'],
  phones: [{ id: 'p', number: '020 7946 0000', extension: '7' }],
  schedules: [{ id: 's', freq: 'WEEKLY', byday: 'TU', opens_at: '10:00:00Z', until: '2027-01-01' }],
  locations: [{ id: 'l', location_type: 'physical' }],
  cost_options: [{ id: 'c', amount: 2.5, currency: 'GBP' }],
  contacts: [],
  access: ['step-free'],
  feed: { source: 'f', id: 'x', seen_on: '2026-11-01', values: { name: 'Befriending' } },
  ofANewerVersion: { kept: true },
}
const form = entryFormOf('id', full)

test('what is not touched stays exactly as it was', () => {
  expect(entryOf(form, full, today)).toEqual(full)
  const least: ServiceBody = { organization_id: 'o', name: 'S', status: 'active' }
  expect(entryOf(entryFormOf('id', least), least, today)).toEqual(least)
})

test('every field of an entry is in the form, or said elsewhere, and has its words', () => {
  const asked = entryGroups.flatMap(({ fields }) => Object.keys(fields))
  expect(new Set([...asked, ...notByHand])).toEqual(new Set(Object.keys(serviceBody.shape)))
  expect(asked.filter((field) => !Object.hasOwn(fieldWords.service, field))).toEqual([])
})

test('every field of the elements of a list is asked for', () => {
  const lists = entryGroups.flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([field, asked]) =>
      asked.as === 'list' ? [[field, asked.fields] as const] : [],
    ),
  )
  expect(lists.length).toBe(7)
  for (const [field, asked] of lists) {
    const { shape } = fieldWords.service[field] ?? {}
    expect(Object.keys(asked).toSorted((a, b) => a.localeCompare(b))).toEqual(
      Object.keys(shape?.as === 'list' ? shape.fields : {}).toSorted((a, b) => a.localeCompare(b)),
    )
  }
})

const text = (field: string, value: string) => ({ ...form, texts: { ...form.texts, [field]: value } })

test.each<[string, string, unknown]>([
  ['name', ' Befriending at home ', 'Befriending at home'],
  ['description', '', undefined],
  ['minimum_age', '55', 55],
  ['open_to_referrals', 'yes', true],
  ['open_to_referrals', '', undefined],
  ['status', 'defunct', 'defunct'],
  ['categories', 'Company\n\n Walks \nCompany', ['Company', 'Walks']],
])('%s typed as “%s” is %j', (field, typed, value) => {
  const after = entryOf(text(field, typed), full, today)
  expect(after[field]).toEqual(value)
  expect({ ...after, [field]: full[field] }).toEqual(full)
})

test('elements are changed, taken out and added; what they hold besides stays', () => {
  const [phone = {}] = form.lists['phones'] ?? []
  const more = [
    { ...phone, number: '1' },
    { id: 'new', number: ' 2 ', type: '' },
    { id: 'blank', number: '', type: '' },
  ]
  const lists = {
    ...form.lists,
    phones: more,
    cost_options: [],
    locations: [{ id: 'n', location_type: 'physical' }],
  }
  expect(entryOf({ ...form, lists }, full, today)).toMatchObject({
    phones: [
      { id: 'p', number: '1', extension: '7' },
      { id: 'new', number: '2' },
    ],
    cost_options: [],
    locations: [],
  })
})

test('a new wait is of today', () => {
  expect(entryOf(text('waiting_weeks', '9'), full, today)).toMatchObject({
    waiting_weeks: 9,
    waiting_reported_on: today,
  })
  expect(entryOf(text('waiting_weeks', ''), full, today).waiting_reported_on).toBe('2026-10-01')
})

test.each<[object, string[]]>([
  [{}, []],
  [{ texts: { name: ' ' } }, ['field-name']],
  [{ organisation: '' }, ['field-organisation']],
  [{ texts: { minimum_age: 'old' } }, ['field-minimum_age']],
  [{ texts: { minimum_age: '50.5' } }, ['field-minimum_age']],
  [{ texts: { waiting_weeks: '-1' } }, ['field-waiting_weeks']],
  [{ lists: { locations: [{ id: 'l', latitude: '91' }] } }, ['field-locations-l-latitude']],
  [{ lists: { locations: [{ id: 'l', latitude: '51.44' }] } }, []],
  [{ lists: { schedules: [{ id: 's', valid_to: '31/2/2026' }] } }, ['field-schedules-s-valid_to']],
])('%j: %j', (part: { texts?: object; lists?: object; organisation?: string }, problems) => {
  const typed = {
    ...form,
    ...part,
    texts: { ...form.texts, ...part.texts },
    lists: { ...form.lists, ...part.lists },
  }
  expect(entryProblems(typed).map(({ field }) => field)).toEqual(problems)
})

test('only what somebody may write is asked for', () => {
  expect(groupsFor((field) => field === 'email').map(({ title }) => title)).toEqual(['Getting in touch'])
})
