import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { givenValues, type Answers } from './answers.ts'
import { enabledness } from './enabled.ts'
import { answers, choice, coded, formOf, integer, item, no, text, yes } from './forms.fixture.ts'
import { fromResponse } from './fromResponse.ts'
import { questionnaireResponseSchema, type QuestionnaireResponse } from './response.ts'
import { toResponse } from './toResponse.ts'
import type { Value } from './value.ts'

const by = { authored: '2026-05-01T10:30:00+01:00', author: { display: 'Grace' } }

const visit = formOf(
  item('hello', 'display'),
  item('cares', 'boolean'),
  item('caring', 'group', {
    enableWhen: [{ question: 'cares', operator: '=', answerBoolean: true }],
    item: [
      item('who', 'string'),
      choice('needs', ['break', 'money'], { type: 'open-choice', repeats: true }),
    ],
  }),
  item('falls', 'integer', { item: [item('where', 'text'), item('hurt', 'boolean')] }),
  item('weight', 'decimal'),
  item('since', 'date'),
  item('walk', 'quantity'),
)

function finished(given: Answers): QuestionnaireResponse {
  const response = toResponse(visit, given, by)
  if (!response.ok) throw new Error(JSON.stringify(response.error))
  return response.value
}

describe('a finished form', () => {
  test('is a QuestionnaireResponse with the wording of what was asked', () => {
    expect(
      finished(answers({ cares: yes, who: text('Mum'), needs: [coded('break'), text('Sleep')] })),
    ).toEqual({
      resourceType: 'QuestionnaireResponse',
      questionnaire: 'urn:test:form|1',
      status: 'completed',
      authored: '2026-05-01T10:30:00+01:00',
      author: { display: 'Grace' },
      item: [
        { linkId: 'cares', text: 'About cares', answer: [{ valueBoolean: true }] },
        {
          linkId: 'caring',
          text: 'About caring',
          item: [
            { linkId: 'who', text: 'About who', answer: [{ valueString: 'Mum' }] },
            {
              linkId: 'needs',
              text: 'About needs',
              answer: [{ valueCoding: { system: 'urn:test', code: 'break' } }, { valueString: 'Sleep' }],
            },
          ],
        },
      ],
    })
  })

  test('leaves out what is hidden, emptied or only shown', () => {
    const item = finished(answers({ cares: no, who: text('Mum'), where: text(' ') })).item
    expect(item).toEqual([{ linkId: 'cares', text: 'About cares', answer: [{ valueBoolean: false }] }])
  })

  test('nests beneath the answer, and beneath the item where there is none (never both)', () => {
    const nested = { linkId: 'where', text: 'About where', answer: [{ valueString: 'Stairs' }] }
    expect(finished(answers({ falls: integer(2), where: text('Stairs') })).item).toEqual([
      { linkId: 'falls', text: 'About falls', answer: [{ valueInteger: 2, item: [nested] }] },
    ])
    expect(finished(answers({ where: text('Stairs') })).item).toEqual([
      { linkId: 'falls', text: 'About falls', item: [nested] },
    ])
  })

  test('is refused with every problem', () => {
    expect(toResponse(visit, answers({ falls: text('two'), gone: text('x') }), by)).toEqual({
      ok: false,
      error: [
        { code: 'wrong-type', linkId: 'falls' },
        { code: 'unknown-question', linkId: 'gone' },
      ],
    })
  })
})

describe('a response that the form cannot hold is refused', () => {
  const shell = { resourceType: 'QuestionnaireResponse', status: 'completed' } as const
  test.each<[string, Partial<QuestionnaireResponse>, unknown]>([
    [
      'of another version',
      { questionnaire: 'urn:test:form|2' },
      { code: 'other-form', at: 'urn:test:form|2' },
    ],
    ['with an unknown item', { item: [{ linkId: 'x' }] }, { code: 'unknown-item', at: 'x' }],
    [
      'with a repeated group',
      { item: [{ linkId: 'caring' }, { linkId: 'caring' }] },
      { code: 'repeated-item', at: 'caring' },
    ],
    [
      'with an answer to a group',
      { item: [{ linkId: 'caring', answer: [{ valueString: 'x' }] }] },
      { code: 'not-a-question', at: 'caring' },
    ],
    [
      'with an attachment',
      { item: [{ linkId: 'who', answer: [{ valueAttachment: {} }] }] },
      { code: 'unsupported-answer', at: 'who' },
    ],
    [
      'with an answer without a value',
      { item: [{ linkId: 'who', answer: [{}] }] },
      { code: 'unsupported-answer', at: 'who' },
    ],
  ])('%s', (_, response, problem) => {
    expect(fromResponse(visit, { ...shell, ...response })).toEqual({ ok: false, error: [problem] })
  })
})

const words = fc.string({ maxLength: 20, unit: 'grapheme' })
const anyValue: Record<string, fc.Arbitrary<Value>> = {
  cares: fc.boolean().map((value) => ({ type: 'boolean', value })),
  who: words.map(text),
  needs: fc.oneof(fc.constantFrom('break', 'money').map(coded), words.map(text)),
  falls: fc.integer({ min: -5, max: 5 }).map(integer),
  where: words.map(text),
  hurt: fc.boolean().map((value) => ({ type: 'boolean', value })),
  weight: fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map((value) => ({ type: 'decimal', value: value + 0 })),
  since: fc.constantFrom('2026', '2026-05', '2026-05-01', '').map((value) => ({ type: 'date', value })),
  walk: fc.integer().map((value) => ({ type: 'quantity', value: { value, unit: 'm' } })),
}
const anyAnswers: fc.Arbitrary<Answers> = fc
  .tuple(
    ...Object.entries(anyValue).map(([linkId, value]) =>
      fc
        .array(value, { maxLength: linkId === 'needs' ? 4 : 1 })
        .map((values): [string, Value[]] => [linkId, values]),
    ),
  )
  .map((given) => Object.fromEntries(given))

describe('laws', () => {
  test('there and back: all that was said and is asked, over the wire, and nothing else', () => {
    fc.assert(
      fc.property(anyAnswers, (given) => {
        const overTheWire: unknown = JSON.parse(JSON.stringify(finished(given)))
        const back = fromResponse(visit, questionnaireResponseSchema.parse(overTheWire))
        const isEnabled = enabledness(visit, given)
        const said = Object.keys(given)
          .filter(isEnabled)
          .map((linkId) => [linkId, givenValues(given, linkId)] as const)
          .filter(([, values]) => values.length > 0)
        expect(back).toEqual({ ok: true, value: Object.fromEntries(said) })
      }),
    )
  })

  test('finishing what was read back gives the same response', () => {
    fc.assert(
      fc.property(anyAnswers, (given) => {
        const once = finished(given)
        const back = fromResponse(visit, once)
        expect(back.ok && finished(back.value)).toEqual(once)
      }),
    )
  })

  test('keys of a response that are not known survive parsing', () => {
    const foreign = { ...finished(answers({ cares: yes })), language: 'cy', extension: [{ url: 'urn:x' }] }
    const item = [
      { linkId: 'who', definition: 'urn:d', answer: [{ valueString: 'x', extension: [], valueUri: 'u' }] },
    ]
    expect(questionnaireResponseSchema.parse({ ...foreign, item })).toEqual({ ...foreign, item })
  })
})
