import { describe, expect, test } from 'vitest'
import { editionsInUse, openEdition, readForm, retiredBy, type Edition, type FormBody } from './editions.ts'
import { item, shell } from './forms.fixture.ts'

const form = (more: object = {}) => ({ ...shell, title: 'Housing', item: [item('warm', 'boolean')], ...more })
const read = (json: object, known: Edition[] = []) => readForm(JSON.stringify(json), known)
const edition = (record: string | null, more: Partial<FormBody> = {}, json: object = form()): Edition => {
  const body = read(json)
  const opened = body.ok ? openEdition(record, { ...body.value, status: 'active', ...more }) : null
  if (!opened) throw new Error('The form of this test is not sound')
  return opened
}

describe('a file as a form', () => {
  test('is not in use before somebody publishes it', () => {
    expect(read(form())).toMatchObject({
      ok: true,
      value: { url: 'urn:test:form', formVersion: '1', title: 'Housing', status: 'draft' },
    })
  })

  test('travels as it came, keys that the engine does not know included', () => {
    const body = read(
      form({ publisher: 'An invented service', item: [{ ...item('warm', 'boolean'), definition: 'x' }] }),
    )
    expect(body.ok && body.value.questionnaire).toMatchObject({
      publisher: 'An invented service',
      item: [{ definition: 'x' }],
    })
  })

  test.each([
    ['{"resourceType": ', 'not-json'],
    ['[]', 'unsound'],
    ['{"resourceType":"Patient"}', 'unsound'],
    [JSON.stringify(form({ url: undefined })), 'no-url'],
    [JSON.stringify(form({ version: ' ' })), 'no-version'],
    [JSON.stringify(form({ description: 'x'.repeat(500_000) })), 'too-large'],
    [`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`, 'unsound'],
  ])('%#', (text, code) => {
    expect(readForm(text, [])).toMatchObject({ ok: false, error: { code } })
  })

  test('names what the engine cannot draw, and where', () => {
    expect(read(form({ item: [item('warm', 'boolean'), { linkId: 'file', type: 'attachment' }] }))).toEqual({
      ok: false,
      error: {
        code: 'unsound',
        problems: [{ code: 'unsupported-type', path: 'item[1]', linkId: 'file', about: 'type' }],
      },
    })
  })

  test('never changes the meaning of an edition that is there; the same one again is no fault', () => {
    const known = [edition('r1')]
    expect(read(form(), known)).toMatchObject({ ok: true, value: { status: 'active' } })
    expect(read(form({ item: [item('cold', 'boolean')] }), known)).toEqual({
      ok: false,
      error: { code: 'there-already', canonical: 'urn:test:form|1' },
    })
  })
})

test('in use is what is published, of each form the latest edition', () => {
  const all = [
    edition('two', { formVersion: '1.2' }),
    edition('ten', { formVersion: '1.10' }),
    edition('old', { formVersion: '2', status: 'retired' }),
    edition('draft', { formVersion: '3', status: 'draft' }),
    edition(null, { formVersion: '9' }),
    edition('other', { url: 'urn:test:other', title: 'Carers' }),
  ]
  expect(editionsInUse(all).map(({ record }) => record)).toEqual(['other', 'ten'])
  expect(retiredBy(edition('new', { formVersion: '4' }), all).map(({ record }) => record)).toEqual([
    'two',
    'ten',
  ])
})
