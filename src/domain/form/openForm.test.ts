import { describe, expect, test } from 'vitest'
import { answer, startAnswers } from './answers.ts'
import { understood } from './extensions.ts'
import { answers, choice, coded, date, formOf, integer, item, no, text, yes } from './forms.fixture.ts'
import { findItem, openForm } from './openForm.ts'
import { problems } from './problems.ts'
import { progress } from './progress.ts'
import type { Item } from './questionnaire.ts'
import type { Value } from './value.ts'

const caring = formOf(
  item('cares', 'boolean', { required: true }),
  item('caring', 'group', {
    enableWhen: [{ question: 'cares', operator: '=', answerBoolean: true }],
    item: [
      item('intro', 'display'),
      item('who', 'string', { required: true, maxLength: 5 }),
      choice('needs', ['break', 'money'], { repeats: true }),
      item('count', 'integer', { readOnly: true, initial: [{ valueInteger: 2 }] }),
    ],
  }),
)

describe('the view', () => {
  test('is the form with its answers', () => {
    const view = openForm(caring, answers({ cares: yes, who: text('Mum') }))
    expect(view.items.map((shown) => [shown.linkId, shown.type, shown.text, shown.enabled])).toEqual([
      ['cares', 'boolean', 'About cares', true],
      ['caring', 'group', 'About caring', true],
    ])
    expect(findItem(view, 'who')).toMatchObject({
      required: true,
      maxLength: 5,
      answered: true,
      answers: [text('Mum')],
      problems: [],
    })
    expect(findItem(view, 'needs')?.options).toEqual([
      {
        value: { type: 'coding', value: { system: 'urn:test', code: 'break', display: 'Word break' } },
        label: 'Word break',
        score: undefined,
        exclusive: false,
      },
      {
        value: { type: 'coding', value: { system: 'urn:test', code: 'money', display: 'Word money' } },
        label: 'Word money',
        score: undefined,
        exclusive: false,
      },
    ])
    expect(findItem(view, 'nowhere')).toBeUndefined()
  })

  test('keeps the answers of what is hidden, without its problems', () => {
    const kept = answers({ cares: no, who: text('Grandmother') })
    const hidden = findItem(openForm(caring, kept), 'who')
    expect(hidden).toMatchObject({ enabled: false, answers: [text('Grandmother')], problems: [] })
    const again = findItem(openForm(caring, answer(kept, 'cares', [yes])), 'who')
    expect(again).toMatchObject({ enabled: true, problems: [{ code: 'too-long', linkId: 'who', limit: 5 }] })
  })

  test('takes the score from the coding, and keeps it out of the answer', () => {
    const extension = [{ url: understood.ordinalValue, valueDecimal: 4 }]
    const often = choice('often', [], {
      answerOption: [{ valueCoding: { code: 'o', display: 'Often', extension } }],
    })
    expect(findItem(openForm(formOf(often), {}), 'often')?.options).toEqual([
      {
        value: { type: 'coding', value: { code: 'o', display: 'Often' } },
        label: 'Often',
        score: 4,
        exclusive: false,
      },
    ])
  })
})

describe('answering', () => {
  test('leaves the answers before as they were', () => {
    const before = answers({ a: text('one') })
    expect(answer(before, 'b', [text('two')])).toEqual({ a: [text('one')], b: [text('two')] })
    expect(answer(before, 'a', [])).toEqual({})
    expect(before).toEqual({ a: [text('one')] })
  })

  test('starts with what the form gives', () => {
    const options = [{ valueString: 'a' }, { valueString: 'b', initialSelected: true }]
    expect(
      startAnswers(
        formOf(
          item('n', 'integer', { initial: [{ valueInteger: 3 }] }),
          item('s', 'string'),
          choice('c', [], { answerOption: options }),
        ),
      ),
    ).toEqual({
      n: [integer(3)],
      c: [text('b')],
    })
  })

  test('a question called like a part of every object is only a question', () => {
    const form = formOf(item('constructor', 'string', { required: true }))
    expect(openForm(form, {}).problems).toEqual([{ code: 'missing', linkId: 'constructor' }])
  })
})

const count = (given: Parameters<typeof answers>[0]) => openForm(caring, answers(given)).progress

describe('progress', () => {
  test('counts what is asked now, and neither groups, displays, hidden nor read-only questions', () => {
    expect(count({})).toEqual({ asked: 1, answered: 0, required: 1, requiredAnswered: 0 })
    expect(count({ cares: no, who: text('x') })).toEqual({
      asked: 1,
      answered: 1,
      required: 1,
      requiredAnswered: 1,
    })
    expect(count({ cares: yes, who: text(' '), needs: [coded('break'), coded('money')] })).toEqual({
      asked: 3,
      answered: 2,
      required: 2,
      requiredAnswered: 1,
    })
  })

  test('of one section', () => {
    const view = openForm(caring, answers({ cares: yes, who: text('Mum') }))
    const section = findItem(view, 'caring')
    expect(section && progress(section)).toEqual({ asked: 2, answered: 1, required: 1, requiredAnswered: 1 })
  })
})

describe('problems', () => {
  const limits = {
    extension: [
      { url: understood.minValue, valueInteger: 0 },
      { url: understood.maxValue, valueInteger: 10 },
    ],
  }
  const alone = choice('risks', [], {
    type: 'open-choice',
    repeats: true,
    answerOption: [
      {
        valueCoding: { system: 'urn:test', code: 'none', display: 'None' },
        extension: [{ url: understood.optionExclusive, valueBoolean: true }],
      },
      { valueCoding: { system: 'urn:test', code: 'dog', display: 'Dog' } },
    ],
  })

  test.each<[string, Item, Value | Value[], object]>([
    ['text for a number', item('q', 'integer'), text('3'), { code: 'wrong-type' }],
    ['a fraction', item('q', 'integer'), integer(1.5), { code: 'wrong-type' }],
    ['a number beyond 32 bits', item('q', 'integer'), integer(2 ** 31), { code: 'wrong-type' }],
    ['below the least', item('q', 'integer', limits), integer(-1), { code: 'too-low', limit: integer(0) }],
    ['above the most', item('q', 'integer', limits), integer(11), { code: 'too-high', limit: integer(10) }],
    ['a half-typed date', item('q', 'date'), date('2026-5'), { code: 'not-a-date' }],
    ['a day that is not there', item('q', 'date'), date('2026-02-30'), { code: 'not-a-date' }],
    ['two answers', item('q', 'string'), [text('a'), text('b')], { code: 'too-many' }],
    ['too long', item('q', 'text', { maxLength: 2 }), text('abc'), { code: 'too-long', limit: 2 }],
    ['not offered', choice('q', ['a']), coded('z'), { code: 'not-an-option' }],
    ['own words for a closed choice', choice('q', ['a']), text('mine'), { code: 'not-an-option' }],
    [
      'a code that an open choice lacks',
      { ...choice('q', ['a']), type: 'open-choice' },
      coded('z'),
      { code: 'not-an-option' },
    ],
    [
      'none, together with one',
      { ...alone, linkId: 'q' },
      [coded('none'), coded('dog')],
      { code: 'stands-alone', option: 'None' },
    ],
    [
      'none, together with own words',
      { ...alone, linkId: 'q' },
      [text('Ice'), coded('none')],
      { code: 'stands-alone' },
    ],
    ['nothing', item('q', 'string', { required: true }), [], { code: 'missing' }],
    ['an emptied box', item('q', 'string', { required: true }), text('  '), { code: 'missing' }],
  ])('%s', (_, question, given, problem) => {
    expect(problems(formOf(question), answers({ q: given }))).toMatchObject([{ linkId: 'q', ...problem }])
  })

  test.each<[string, Item, Value | Value[]]>([
    ['the limits themselves', item('q', 'integer', limits), integer(10)],
    ['letters with accents count once', item('q', 'string', { maxLength: 2 }), text('👩é')],
    ['own words for an open choice', { ...choice('q', ['a']), type: 'open-choice' }, text('mine')],
    ['several of a repeating choice', choice('q', ['a', 'b'], { repeats: true }), [coded('a'), coded('b')]],
    ['"none" alone', { ...alone, linkId: 'q' }, coded('none')],
    ['no answer where none is required', item('q', 'quantity'), []],
  ])('none with %s', (_, question, given) => {
    expect(problems(formOf(question), answers({ q: given }))).toEqual([])
  })

  test('an answer to a question that the form does not have is named, not lost', () => {
    expect(problems(formOf(item('a', 'string')), answers({ gone: text('x'), empty: [] }))).toEqual([
      { code: 'unknown-question', linkId: 'gone' },
    ])
  })
})
