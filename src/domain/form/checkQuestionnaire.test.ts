import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkQuestionnaire } from './checkQuestionnaire.ts'
import { choice, item, shell } from './forms.fixture.ts'
import type { EnableOperator, EnableWhen } from './questionnaire.ts'

const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire'
const core = 'http://hl7.org/fhir/StructureDefinition'

function problemsOf(...items: unknown[]) {
  const checked = checkQuestionnaire({ ...shell, item: items })
  return checked.ok ? [] : checked.error
}

test('names the place: path, linkId and what it is about', () => {
  const when: EnableWhen = { question: 'nowhere', operator: '=', answerBoolean: true }
  const inner = { ...item('b', 'string'), enableWhen: [when] }
  expect(
    problemsOf(item('a', 'boolean'), item('g', 'group', { item: [item('c', 'string'), inner] })),
  ).toEqual([{ code: 'unknown-question', path: 'item[1].item[1]', linkId: 'b', about: 'nowhere' }])
})

test('tells all that is wrong at once', () => {
  const codes = problemsOf(
    item('a', 'group'),
    item('a', 'choice'),
    item('c', 'string', { required: true, readOnly: true }),
  )
  expect(codes.map((problem) => problem.code)).toEqual([
    'empty-group',
    'duplicate-link-id',
    'no-options',
    'read-only-required',
  ])
})

describe('refuses the wrong shape', () => {
  test.each([[null], ['a form'], [3], [[]], [{}], [{ ...shell, resourceType: 'Patient', item: [] }]])(
    '%o',
    (json) => {
      expect(checkQuestionnaire(json)).toMatchObject({ ok: false, error: [{ code: 'not-a-questionnaire' }] })
    },
  )

  test.each(['time', 'url', 'attachment', 'reference', 'question'])('an item of type %s', (type) => {
    expect(problemsOf({ ...item('g', 'group'), item: [{ linkId: 'x', type }] })).toEqual([
      { code: 'unsupported-type', path: 'item[0].item[0]', linkId: 'x', about: 'type' },
    ])
  })

  test('a key with the wrong kind of value', () => {
    expect(problemsOf({ ...item('a', 'string'), maxLength: 'ten' })).toEqual([
      { code: 'malformed', path: 'item[0]', linkId: 'a', about: 'maxLength' },
    ])
    expect(
      problemsOf({ ...item('a', 'string'), enableWhen: [{ question: 'b', operator: '~' }] }),
    ).toMatchObject([{ code: 'malformed', linkId: 'a', about: 'enableWhen.0.operator' }])
    expect(problemsOf({ type: 'string' })).toMatchObject([{ code: 'bad-link-id', path: 'item[0]' }])
  })
})

const extended = (url: string, holder = 'extension') => ({
  ...item('a', 'string'),
  [holder]: [{ url, valueBoolean: true }],
})

describe('refuses what would change the meaning', () => {
  const range = (value: object) => ({ extension: [{ url: `${core}/minValue`, ...value }] })

  test.each<[string, unknown, string]>([
    ['a calculated answer', extended(`${sdc}-calculatedExpression`), 'unsupported-extension'],
    ['a condition in FHIRPath', extended(`${sdc}-enableWhenExpression`), 'unsupported-extension'],
    ['a hidden question', extended(`${core}/questionnaire-hidden`), 'unsupported-extension'],
    ['any modifier', extended('urn:anything', 'modifierExtension'), 'modifier-extension'],
    [
      'a repeating group',
      item('a', 'group', { repeats: true, item: [item('b', 'string')] }),
      'repeating-group',
    ],
    [
      'a repeating question with questions beneath',
      item('a', 'string', { repeats: true, item: [item('b', 'string')] }),
      'repeating-question-with-items',
    ],
    [
      'a display with questions beneath',
      item('a', 'display', { item: [item('b', 'string')] }),
      'display-with-items',
    ],
    ['a required display', item('a', 'display', { required: true }), 'not-allowed-here'],
    [
      'a required group',
      item('a', 'group', { required: true, item: [item('b', 'string')] }),
      'not-allowed-here',
    ],
    ['options of a text', item('a', 'string', { answerOption: [{ valueString: 'x' }] }), 'not-allowed-here'],
    ['a length of a number', item('a', 'integer', { maxLength: 3 }), 'not-allowed-here'],
    ['a value set', { ...item('a', 'choice'), answerValueSet: 'http://example.org/vs' }, 'value-set'],
    [
      'an option that is a reference',
      { ...item('a', 'choice'), answerOption: [{ valueReference: {} }] },
      'bad-option',
    ],
    [
      'an option with two values',
      choice('a', [], { answerOption: [{ valueString: 'x', valueInteger: 1 }] }),
      'bad-option',
    ],
    ['the same option twice', choice('a', ['x', 'x']), 'duplicate-option'],
    [
      'two start values for one answer',
      item('a', 'integer', { initial: [{ valueInteger: 1 }, { valueInteger: 2 }] }),
      'bad-initial',
    ],
    [
      'a start value of the wrong type',
      item('a', 'integer', { initial: [{ valueString: '1' }] }),
      'bad-initial',
    ],
    ['a limit of the wrong type', item('a', 'integer', range({ valueDate: '2026-01-01' })), 'bad-limit'],
    ['a limit for a text', item('a', 'string', range({ valueInteger: 1 })), 'bad-limit'],
    ['a linkId that no map holds', item('__proto__', 'string'), 'bad-link-id'],
  ])('%s', (_, unsound, code) => {
    expect(problemsOf(unsound).map((problem) => problem.code)).toEqual([code])
  })

  test('on the form itself too', () => {
    const form = { ...shell, modifierExtension: [{ url: 'urn:x' }], item: [item('a', 'string')] }
    expect(checkQuestionnaire(form)).toEqual({
      ok: false,
      error: [{ code: 'modifier-extension', path: '', about: 'urn:x' }],
    })
  })
})

const on = (question: string, operator: EnableOperator, answerX: object): EnableWhen[] => [
  { question, operator, ...answerX },
]

const asking = (enableWhen: EnableWhen[]) => item('then', 'string', { enableWhen })

describe('refuses conditions that make no sense', () => {
  test.each<[string, EnableWhen[], string]>([
    ['on a group', on('g', 'exists', { answerBoolean: true }), 'not-a-question'],
    ['without an answer', on('n', '=', {}), 'bad-condition'],
    ['with two answers', on('n', '=', { answerInteger: 1, answerString: 'x' }), 'bad-condition'],
    ['of the wrong type', on('n', '=', { answerString: '1' }), 'bad-condition'],
    [
      'with a code that is not offered',
      on('c', '=', { answerCoding: { system: 'urn:test', code: 'z' } }),
      'bad-condition',
    ],
    ['that order codes', on('c', '>', { answerCoding: { system: 'urn:test', code: 'a' } }), 'bad-condition'],
    [
      'whether something exists, but not with yes or no',
      on('n', 'exists', { answerInteger: 1 }),
      'bad-condition',
    ],
    ['on itself', on('then', 'exists', { answerBoolean: true }), 'circular-condition'],
  ])('%s', (_, enableWhen, code) => {
    const others = [
      item('n', 'integer'),
      choice('c', ['a']),
      item('g', 'group', { item: [item('i', 'string')] }),
    ]
    expect(problemsOf(...others, asking(enableWhen)).map((problem) => problem.code)).toEqual([code])
  })

  test('several without saying whether all or any', () => {
    const enableWhen = [...on('n', '=', { answerInteger: 1 }), ...on('n', '=', { answerInteger: 2 })]
    expect(problemsOf(item('n', 'integer'), item('then', 'string', { enableWhen }))).toMatchObject([
      { code: 'behavior-missing', linkId: 'then' },
    ])
  })

  test('circles over others and over parents', () => {
    const yes = { answerBoolean: true }
    const a = item('a', 'boolean', { enableWhen: on('b', '=', yes) })
    const b = item('b', 'boolean', { enableWhen: on('a', '=', yes) })
    expect(problemsOf(a, b).map((problem) => [problem.code, problem.linkId])).toEqual([
      ['circular-condition', 'a'],
      ['circular-condition', 'b'],
    ])
    const group = item('g', 'group', { enableWhen: on('in', '=', yes), item: [item('in', 'boolean')] })
    expect(problemsOf(group).map((problem) => problem.linkId)).toEqual(['g', 'in'])
  })
})

test('keys that it does not know survive, wherever they are', () => {
  const unknown = fc.dictionary(
    fc.stringMatching(/^x[a-z]{1,8}$/),
    fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown),
  )
  fc.assert(
    fc.property(
      fc.array(unknown, { minLength: 5, maxLength: 5 }),
      ([form, group, question, option, coding]) => {
        const options = [{ ...option, valueCoding: { ...coding, code: 'a' } }]
        const asked = { ...question, linkId: 'c', type: 'choice', answerOption: options }
        const json = { ...form, ...shell, item: [{ ...group, linkId: 'g', type: 'group', item: [asked] }] }
        expect(checkQuestionnaire(json)).toEqual({ ok: true, value: json })
      },
    ),
  )
})

test('answers with a value, never with a throw, whatever comes in', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (json, child) => {
      expect(checkQuestionnaire(json).ok).toBe(false)
      expect(typeof checkQuestionnaire({ ...shell, item: [child] }).ok).toBe('boolean')
    }),
  )
})
