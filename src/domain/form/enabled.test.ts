import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answer } from './answers.ts'
import { enabledness } from './enabled.ts'
import { answers, choice, coded, date, formOf, integer, item, no, text, yes } from './forms.fixture.ts'
import type { EnableOperator, EnableWhen, Item } from './questionnaire.ts'
import type { Value } from './value.ts'

const condition = (
  question: string,
  operator: EnableOperator,
  answerX: Record<string, unknown>,
): EnableWhen => ({
  question,
  operator,
  ...answerX,
})

function asked(items: Item[], given: Record<string, Value | readonly Value[]>, linkId: string): boolean {
  return enabledness(formOf(...items), answers(given))(linkId)
}

describe('one condition', () => {
  test.each<[EnableOperator, Record<string, unknown>, Value[], boolean]>([
    ['exists', { answerBoolean: true }, [], false],
    ['exists', { answerBoolean: true }, [integer(0)], true],
    ['exists', { answerBoolean: false }, [], true],
    ['exists', { answerBoolean: false }, [integer(0)], false],
    ['=', { answerInteger: 3 }, [], false],
    ['=', { answerInteger: 3 }, [integer(2)], false],
    ['=', { answerInteger: 3 }, [integer(2), integer(3)], true],
    ['!=', { answerInteger: 3 }, [], true],
    ['!=', { answerInteger: 3 }, [integer(2)], true],
    ['!=', { answerInteger: 3 }, [integer(2), integer(3)], false],
    ['>', { answerInteger: 3 }, [], false],
    ['>', { answerInteger: 3 }, [integer(3)], false],
    ['>', { answerInteger: 3 }, [integer(4)], true],
    ['<', { answerInteger: 3 }, [], false],
    ['<', { answerInteger: 3 }, [integer(3)], false],
    ['<', { answerInteger: 3 }, [integer(2)], true],
    ['>=', { answerInteger: 3 }, [integer(2)], false],
    ['>=', { answerInteger: 3 }, [integer(3)], true],
    ['<=', { answerInteger: 3 }, [integer(4)], false],
    ['<=', { answerInteger: 3 }, [integer(3)], true],
    ['<=', { answerInteger: 3 }, [], false],
    ['=', { answerInteger: 3 }, [text('3')], false],
  ])('%s %o with %o: %s', (operator, expected, given, enabled) => {
    const items = [
      item('n', 'integer', { repeats: true }),
      item('then', 'string', { enableWhen: [condition('n', operator, expected)] }),
    ]
    expect(asked(items, { n: given }, 'then')).toBe(enabled)
  })

  test('a coding is its system and code, whatever words stand beside it', () => {
    const expected = { answerCoding: { system: 'urn:test', code: 'a', display: 'Other words' } }
    const items = [
      choice('c', ['a', 'b']),
      item('then', 'string', { enableWhen: [condition('c', '=', expected)] }),
    ]
    expect(asked(items, { c: coded('a') }, 'then')).toBe(true)
    expect(asked(items, { c: { type: 'coding', value: { system: 'urn:other', code: 'a' } } }, 'then')).toBe(
      false,
    )
  })

  test.each([
    ['2026-03-02', true],
    ['2026-03-01', false],
    ['2027', true],
    ['2026', false],
    ['2025', false],
  ])('a date %s after 2026-03-01: %s (a whole year has no order with a day in it)', (given, enabled) => {
    const when = condition('d', '>', { answerDate: '2026-03-01' })
    const items = [item('d', 'date'), item('then', 'string', { enableWhen: [when] })]
    expect(asked(items, { d: date(given) }, 'then')).toBe(enabled)
  })

  test('moments are compared across time zones', () => {
    const when = condition('d', '=', { answerDateTime: '2026-03-01T12:00:00+01:00' })
    const items = [item('d', 'dateTime'), item('then', 'string', { enableWhen: [when] })]
    expect(asked(items, { d: { type: 'dateTime', value: '2026-03-01T11:00:00Z' } }, 'then')).toBe(true)
    expect(asked(items, { d: { type: 'dateTime', value: '2026-03-01T12:00:00Z' } }, 'then')).toBe(false)
  })

  test('quantities in different units have no order', () => {
    const when = condition('q', '>', { answerQuantity: { value: 1, unit: 'km' } })
    const items = [item('q', 'quantity'), item('then', 'string', { enableWhen: [when] })]
    expect(asked(items, { q: { type: 'quantity', value: { value: 5, unit: 'm' } } }, 'then')).toBe(false)
    expect(asked(items, { q: { type: 'quantity', value: { value: 5, unit: 'km' } } }, 'then')).toBe(true)
  })

  test('an emptied box is no answer', () => {
    const when = condition('t', 'exists', { answerBoolean: true })
    const items = [item('t', 'string'), item('then', 'string', { enableWhen: [when] })]
    expect(asked(items, { t: text('  ') }, 'then')).toBe(false)
  })
})

describe('several conditions', () => {
  const enableWhen = [
    condition('a', '=', { answerBoolean: true }),
    condition('b', '=', { answerBoolean: true }),
  ]
  test.each([
    ['all', no, yes, false],
    ['all', yes, yes, true],
    ['any', no, yes, true],
    ['any', no, no, false],
  ] as const)('%s of %o and %o: %s', (enableBehavior, a, b, enabled) => {
    const items = [
      item('a', 'boolean'),
      item('b', 'boolean'),
      item('then', 'string', { enableWhen, enableBehavior }),
    ]
    expect(asked(items, { a, b }, 'then')).toBe(enabled)
  })
})

describe('nested', () => {
  const onYes = (question: string) => [condition(question, '=', { answerBoolean: true })]
  const items = [
    item('cares', 'boolean'),
    item('caring', 'group', {
      enableWhen: onYes('cares'),
      item: [item('nights', 'boolean'), item('break', 'boolean', { enableWhen: onYes('nights') })],
    }),
    item('plan', 'string', { enableWhen: onYes('break') }),
    item('fallback', 'string', { enableWhen: [condition('break', '!=', { answerBoolean: true })] }),
  ]
  const given = { cares: yes, nights: yes, break: yes }

  test('beneath a hidden group nothing is asked, whatever its own conditions say', () => {
    expect(asked(items, given, 'break')).toBe(true)
    expect(asked(items, { ...given, cares: no }, 'break')).toBe(false)
  })

  test('a hidden question counts as unanswered while its answer is kept', () => {
    expect(asked(items, given, 'plan')).toBe(true)
    expect(asked(items, { ...given, cares: no }, 'plan')).toBe(false)
    expect(asked(items, { ...given, cares: no }, 'fallback')).toBe(true)
  })

  test('a question beneath a question follows it', () => {
    const outer = item('outer', 'boolean', { enableWhen: onYes('gate'), item: [item('inner', 'string')] })
    expect(asked([item('gate', 'boolean'), outer], { gate: no }, 'inner')).toBe(false)
    expect(asked([item('gate', 'boolean'), outer], { gate: yes }, 'inner')).toBe(true)
  })
})

/** Forms of yes-or-no questions, each with conditions on earlier ones only, so that no circle arises. */
const chains = fc
  .array(
    fc.record({
      conditions: fc.array(
        fc.record({
          on: fc.nat(20),
          operator: fc.constantFrom<EnableOperator>('=', '!=', 'exists'),
          expects: fc.boolean(),
        }),
        { maxLength: 3 },
      ),
      behavior: fc.constantFrom('all' as const, 'any' as const),
      given: fc.option(fc.boolean()),
    }),
    { minLength: 2, maxLength: 12 },
  )
  .map((specs) => ({
    items: specs.map((spec, position) =>
      item(`q${position}`, 'boolean', {
        enableBehavior: spec.behavior,
        enableWhen: (position === 0 ? [] : spec.conditions).map(({ on, operator, expects }) =>
          condition(`q${on % position}`, operator, { answerBoolean: expects }),
        ),
      }),
    ),
    given: specs.flatMap((spec, position): [string, Value][] =>
      spec.given === null ? [] : [[`q${position}`, spec.given ? yes : no]],
    ),
  }))

describe('laws', () => {
  test('never depends on the order of items, of conditions or of answering', () => {
    fc.assert(
      fc.property(chains, fc.infiniteStream(fc.nat()), ({ items, given }, salt) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((entry) => [salt.next().value, entry] as const)
            .toSorted(([a], [b]) => a - b)
            .map(([, entry]) => entry)
        const before = enabledness(formOf(...items), answers(Object.fromEntries(given)))
        const turned = shuffled(items).map((entry) => ({
          ...entry,
          enableWhen: shuffled(entry.enableWhen ?? []),
        }))
        const after = enabledness(formOf(...turned), answers(Object.fromEntries(shuffled(given))))
        for (const { linkId } of shuffled(items)) expect(after(linkId)).toBe(before(linkId))
      }),
    )
  })

  test('answering a question that is hidden changes nothing that is asked', () => {
    fc.assert(
      fc.property(chains, fc.nat(20), fc.boolean(), ({ items, given }, at, value) => {
        const form = formOf(...items)
        const kept = answers(Object.fromEntries(given))
        const before = enabledness(form, kept)
        const linkId = `q${at % items.length}`
        fc.pre(!before(linkId))
        const after = enabledness(form, answer(kept, linkId, [value ? yes : no]))
        for (const other of items) expect(after(other.linkId)).toBe(before(other.linkId))
      }),
    )
  })
})
