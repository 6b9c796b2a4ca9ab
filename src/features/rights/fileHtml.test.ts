import { expect, test } from 'vitest'
import { type PersonalFile, WITHHELD } from '#domain/export/personalFile.ts'
import { fileHtml } from './fileHtml.ts'

const stamp = { change: 'x', by: 'sam', device: 'd', at: '2026-01-02T10:00:00Z' }
const held = { file: 'c', contested: {}, removed: false, pending: false }

const file: PersonalFile = {
  doorstep: 'personal file',
  made: '2026-03-02T10:00:00.000Z',
  by: 'Mo',
  records: [
    {
      ...held,
      id: 'c',
      kind: 'client',
      body: { firstName: 'Amara <b>', phone: '1', practice: 'p', emergencyContact: WITHHELD },
      contested: { phone: [{ ...stamp, from: '0', to: '2' }] },
    },
    { ...held, id: 'n', kind: 'note', body: { text: 'Well & good', at: '2026-01-01T10:00' } },
    { ...held, id: 'o', kind: 'onwardReferral', body: { shared: { risk: 'Steep stairs' } } },
    { ...held, id: 'gone', kind: 'note', body: {}, removed: true },
    {
      ...held,
      id: 'r',
      kind: 'response',
      body: {
        item: [{ linkId: 'q', answer: [{ valueCoding: { display: 'Often' } }] }],
        scores: [{ measure: 'wemwbs', total: 56, items: [4, 4], how: 'phone', wording: 'cues' }],
      },
    },
  ],
  history: [
    {
      at: '2026-01-01T10:00',
      received: '2026-01-01T10:00',
      by: 'sam',
      byName: 'Sam',
      edits: [{ op: 'edit', kind: 'client', id: 'c', fields: { phone: { from: null, to: '1' } } }],
    },
  ],
  withheld: [{ record: 'c', kind: 'client', field: 'emergencyContact', why: 'aboutOther' }],
}
const reading = {
  title: 'What is kept about Amara',
  service: 'A service',
  nameOf: (_kind: string, id: string) => (id === 'p' ? 'The Surgery' : null),
  questionOf: (id: string) => (id === 'q' ? 'How often?' : undefined),
  noticesOf: (measures: readonly string[]) => measures.map((measure) => `© ${measure} & others`),
}

test('a file is read in words, with everything escaped, and says where something is left out', () => {
  const page = fileHtml(file, reading)
  expect(page).toContain('<h1>What is kept about Amara</h1>')
  expect(page).toContain('Amara &lt;b&gt;')
  expect(page).toContain('Well &amp; good')
  expect(page).toContain('The Surgery')
  expect(page).toContain('Steep stairs')
  expect(page).toContain('<dt>How often?</dt><dd>Often</dd>')
  expect(page).toContain('WEMWBS; total: 56; how: By phone; asked in: cue words')
  expect(page).toContain('<p>© wemwbs &amp; others</p>')
  expect(page).toContain(`<dd class="withheld">${WITHHELD}</dd>`)
  expect(page).toMatch(/Phone number, as somebody else wrote it [^<]*<\/dt><dd>2</)
  expect(page).toContain('Phone number: nothing → 1')
  expect(page).not.toMatch(/<script|src=|undefined|\[object/)
})

test('one that was made without a connection says so', () => {
  expect(fileHtml({ ...file, history: null }, reading)).toContain('the history of changes is not in it')
})
