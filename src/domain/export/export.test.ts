import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../json.ts'
import { type FileRecord, marksOf } from './marks.ts'
import { othersIn } from './namesOthers.ts'
import { type HeldRecord, personalFile, WITHHELD } from './personalFile.ts'

const own = ['Amara', 'Ade']

test.each<[string, string[]]>([
  ['Amara slept badly and went to the shop.', []],
  ['Her daughter rings on Sundays.', ['daughter']],
  ['She spoke of season tickets and of friendly people.', []],
  ['Mrs Kelly from number four has a key.', ['Mrs Kelly']],
  ['Mrs Ade has a key.', []],
  ['Folasade takes her there; so does a neighbour.', ['Folasade', 'neighbour']],
  ['FOLASADE', ['FOLASADE']],
  ['Folasadeh', []],
  ['Dr. O’Neill wrote to her ex-husband', ['Dr. O’Neill', 'ex-husband']],
])('%s', (text, found) => {
  expect(othersIn(text, ['Folasade Ade', 'Jo'], own)).toEqual(found)
})

const record = (id: string, kind: string, body: JsonObject): FileRecord => ({ id, kind, body })
const client = record('c', 'client', {
  firstName: 'Amara',
  familyName: 'Ade',
  aboutMe: 'My friend Joy is all I have',
  emergencyContact: { name: 'Folasade Ade' },
  address: { lines: ['1 Friend Street'] },
})

describe('what is marked for somebody to look at', () => {
  const marks = (...records: FileRecord[]) => marksOf(records).map(({ field, why }) => [field, why])

  test.each<[FileRecord, string[][]]>([
    [record('1', 'note', { text: 'Well today', author: 'grace' }), []],
    [record('1', 'note', { text: 'Rang Folasade' }), [['text', 'speaksOfOthers']]],
    [
      record('1', 'relatedPerson', { name: 'Joy Bell', phone: '1', roles: ['carer'] }),
      [
        ['name', 'aboutOther'],
        ['phone', 'aboutOther'],
      ],
    ],
    [
      record('1', 'referral', { referrer: { name: 'Dr Roe' }, date: '2026-01-01' }),
      [['referrer', 'referrer']],
    ],
    [record('1', 'message', { side: 'provider', text: 'We are full' }), [['text', 'fromProvider']]],
    [record('1', 'message', { side: 'service', text: 'How is it going?' }), []],
    [
      record('1', 'concern', { facts: 'A bruise', people: ['x'], at: '2026', by: 'x' }),
      [['facts', 'concern']],
    ],
    [
      record('1', 'response', {
        item: [
          {
            linkId: 'home',
            item: [
              { linkId: 'who', answer: [{ valueString: 'With my son' }] },
              { linkId: 'ok', answer: [{ valueBoolean: true }] },
            ],
          },
        ],
      }),
      [['item/who', 'speaksOfOthers']],
    ],
  ])('%j', (one, found) => {
    const others = [
      ['emergencyContact', 'aboutOther'],
      ['aboutMe', 'speaksOfOthers'],
    ]
    expect(marks(client, one)).toEqual([...others, ...found])
  })
})

describe('a file to be given away', () => {
  const held = ({ id, kind, body }: FileRecord, more: Partial<HeldRecord> = {}): HeldRecord => ({
    id,
    kind,
    body,
    file: 'c',
    contested: {},
    removed: false,
    pending: false,
    ...more,
  })
  const SECRET = 'Folasade has a key'
  const stamp = { change: 'x', by: 'grace', device: 'd', at: '2026-01-01T00:00:00Z' }
  const records = [
    held(record('n', 'note', { text: SECRET, author: 'grace' }), {
      contested: {
        text: [{ ...stamp, from: SECRET, to: `${SECRET}!`, settled: { ...stamp, was: SECRET } }],
      },
    }),
    held(
      record('r', 'response', { item: [{ linkId: 'who', text: 'Who?', answer: [{ valueString: SECRET }] }] }),
    ),
  ]
  const change = { at: '2026-01-01', received: '2026-01-01', by: 'grace', byName: 'Grace' }
  const history = [
    { ...change, edits: [{ op: 'create', id: 'n', body: { text: SECRET, author: 'grace' } }] },
    { ...change, edits: [{ op: 'edit', id: 'n', fields: { text: { from: SECRET, to: 'x' } } }] },
    { ...change, edits: [{ op: 'remove', id: 'n', seen: { text: SECRET } }] },
    {
      ...change,
      edits: [
        { op: 'create', id: 'r', body: { item: [{ linkId: 'who', answer: [{ valueString: SECRET }] }] } },
      ],
    },
  ]
  const withheld = [
    { record: 'n', kind: 'note', field: 'text', why: 'speaksOfOthers' as const, said: ['Folasade'] },
    { record: 'r', kind: 'response', field: 'item/who', why: 'speaksOfOthers' as const, said: ['Folasade'] },
  ]
  const made = { made: '2026-01-01T00:00:00Z', by: 'Mo' }

  test('holds nothing of what is withheld, anywhere, and says that it was', () => {
    const text = JSON.stringify(personalFile({ records, history, withheld, ...made }))
    expect(text).not.toContain('Folasade')
    expect(text.split(WITHHELD)).toHaveLength(8)
    expect(JSON.parse(text)).toMatchObject({ withheld: [{ field: 'text' }, { field: 'item/who' }] })
  })

  test('holds everything else as it is, and alters no record', () => {
    const before = JSON.stringify(records)
    const file = personalFile({ records, history, withheld: [], ...made })
    expect(file.records).toEqual(records)
    expect(file.history).toEqual(history)
    personalFile({ records, history, withheld, ...made })
    expect(JSON.stringify(records)).toBe(before)
  })

  test('says where it has no history', () => {
    expect(personalFile({ records, history: null, withheld, ...made }).history).toBeNull()
  })
})
