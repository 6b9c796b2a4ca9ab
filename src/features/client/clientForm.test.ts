import { expect, test } from 'vitest'
import { editRecord } from '#domain/change/write.ts'
import { type ClientBody, NO_KNOWN_RISKS } from '#domain/client/client.ts'
import { bodyOf, type ClientForm, doubtsAbout, formOf } from './clientForm.ts'

const opened: ClientBody = {
  firstName: ' Ida ',
  familyName: 'Marsh',
  nhsNumber: '9434765919',
  dateOfBirth: '31/2/1941',
  address: { lines: ['1 Example Road'], postcode: 'da161aa', uprn: '10' },
  communicationNeeds: ['Large print', 'Large print'],
  risks: [{ id: 'r', risk: 'animals', note: 'Geese', recordedOn: '2026-01-01', by: 'sam', colour: 'amber' }],
  emergencyContact: { name: 'Jo', keyholder: true },
  team: 't',
  status: 'open',
  fromTomorrow: { kept: true },
}
const author = { person: 'grace', today: '2026-11-23', newId: () => 'new' }
const seen = { id: 'c', kind: 'client', version: 1, contested: {}, body: opened }
const after = (change: Partial<ClientForm>) => bodyOf({ ...formOf(opened), ...change }, opened, author)

test('a form opened and saved without a word changes nothing, however odd the record is', () => {
  expect(editRecord(seen, after({}))).toBeNull()
})

test('only what was typed is changed', () => {
  const edit = editRecord(seen, after({ phone: ' 020 8303 0123 ', preferredName: '' }))
  expect(edit).toMatchObject({ fields: { phone: { from: null, to: '020 8303 0123' } } })
  expect(Object.keys(edit?.op === 'edit' ? edit.fields : {})).toEqual(['phone'])
})

test('what was emptied goes, what the form does not know stays', () => {
  const body = after({
    nhsNumber: '',
    lines: '2 New Street\n\nWelling',
    postcode: 'se92ug',
  })
  expect(body).not.toHaveProperty('nhsNumber')
  expect(body.address).toEqual({ lines: ['2 New Street', 'Welling'], postcode: 'SE9 2UG', uprn: '10' })
  expect(body.emergencyContact).toEqual({ name: 'Jo', keyholder: true })
  expect(body['fromTomorrow']).toEqual({ kept: true })
  expect(after({ lines: '', postcode: '' })).not.toHaveProperty('address')
})

test('a wrong NHS number is kept as typed', () => {
  expect(after({ nhsNumber: '943 476 5918' }).nhsNumber).toBe('943 476 5918')
})

test('a risk keeps its id and its history, a new one gets today’s', () => {
  const { risks } = formOf(opened)
  const body = after({
    risks: [...risks.map((risk) => ({ ...risk, note: '' })), { id: 'n', risk: 'Ice', note: '' }],
  })
  expect(body.risks).toEqual([
    { id: 'r', risk: 'animals', recordedOn: '2026-01-01', by: 'sam', colour: 'amber' },
    { id: 'n', risk: 'Ice', recordedOn: '2026-11-23', by: 'grace' },
  ])
})

test('no known risks is an entry of its own, and gives way to a risk', () => {
  expect(after({ risks: [], noKnownRisks: true }).risks).toEqual([
    { id: 'new', risk: NO_KNOWN_RISKS, recordedOn: '2026-11-23', by: 'grace' },
  ])
  expect(after({ noKnownRisks: true }).risks).toEqual(opened.risks)
  expect(after({ risks: [] }).risks).toEqual([])
})

test('doubts are said and stop nothing', () => {
  const odd = { ...formOf(opened), nhsNumber: '943 476 5918', postcode: 'DA16', email: 'ida' }
  expect(Object.keys(doubtsAbout(odd, author.today)).toSorted()).toEqual([
    'dateOfBirth',
    'email',
    'nhsNumber',
    'postcode',
  ])
  expect(
    doubtsAbout({ ...odd, dateOfBirth: '1941-03-04', nhsNumber: '', postcode: '', email: '' }, author.today),
  ).toEqual({})
})
