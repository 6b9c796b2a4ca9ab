import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers } from '../form/answers.ts'
import { checkQuestionnaire } from '../form/checkQuestionnaire.ts'
import { placesOf, questionsOf } from '../form/formIndex.ts'
import { fromResponse } from '../form/fromResponse.ts'
import { findItem, openForm } from '../form/openForm.ts'
import { optionsOf } from '../form/options.ts'
import { problems } from '../form/problems.ts'
import { toResponse } from '../form/toResponse.ts'
import type { Value } from '../form/value.ts'
import { scoreSwemwbs } from '../measure/swemwbs.ts'
import { scoreWemwbs, wemwbs } from '../measure/wemwbs.ts'
import {
  assessmentSections,
  consentFrom,
  holisticAssessment,
  howTakenFrom,
  lifeAreas,
  needsFrom,
  risksFrom,
  strengthsFrom,
  wemwbsAnswers,
} from './assessment.ts'
import json from './holistic-assessment.json' with { type: 'json' }

/** The option with this code, as a tap on it would keep it. */
function chosen(linkId: string, code: string): Value {
  const question = questionsOf(holisticAssessment).find((item) => item.linkId === linkId)
  const values = question ? optionsOf(question).map((option) => option.value) : []
  const value = values.find((option) => option.type === 'coding' && option.value.code === code)
  if (!value) throw new Error(`${linkId} doesn't offer ${code}`)
  return value
}

const yes: Value = { type: 'boolean', value: true }
const no: Value = { type: 'boolean', value: false }
const text = (value: string): Value => ({ type: 'string', value })
const pick = (linkId: string, ...codes: string[]): Answers => ({
  [linkId]: codes.map((code) => chosen(linkId, code)),
})

const scores = (...given: (number | undefined)[]): Answers =>
  Object.fromEntries(
    given.flatMap((score, i) =>
      score ? Object.entries(pick(`wellbeing.wemwbs.${i + 1}`, String(score))) : [],
    ),
  )

const least: Answers = {
  'consent.keep': [yes],
  ...pick('consent.share', 'no'),
  ...pick('wellbeing.how', 'not-today'),
  ...pick('risks.known', 'no-known-risks'),
}

describe('the form that ships', () => {
  test('passes the door, unchanged', () => {
    expect(checkQuestionnaire(json)).toEqual({ ok: true, value: json })
    expect(holisticAssessment).toMatchObject({
      url: 'urn:doorstep:form:holistic-assessment',
      version: '1.0.0',
    })
  })

  test('has its sections and areas in order', () => {
    expect(assessmentSections.map((section) => section.linkId)).toEqual([
      'consent',
      'matters',
      'areas',
      'wellbeing',
      'risks',
    ])
    expect(assessmentSections[2]?.parts.map((part) => part.linkId)).toEqual(
      lifeAreas.map((area) => `area.${area}`),
    )
  })

  test.each(lifeAreas)('asks for needs, strengths and a note about %s', (area) => {
    const types = Object.fromEntries(questionsOf(holisticAssessment).map((item) => [item.linkId, item]))
    expect(types[`area.${area}.needs`]).toMatchObject({ type: 'open-choice', repeats: true })
    expect(types[`area.${area}.strengths`]).toMatchObject({ type: 'open-choice', repeats: true })
    expect(types[`area.${area}.note`]).toMatchObject({ type: 'text' })
  })

  test('asks every item of WEMWBS with our cue word and the five answers, scored 1 to 5', () => {
    const asked = questionsOf(holisticAssessment).filter((item) =>
      item.linkId.startsWith('wellbeing.wemwbs.'),
    )
    expect(asked.map((item) => item.text)).toEqual([...wemwbs.cues])
    expect(asked.map((item) => item.linkId)).toEqual(wemwbs.cues.map((_, i) => `wellbeing.wemwbs.${i + 1}`))
    for (const item of asked) {
      expect(item).toMatchObject({ type: 'choice' })
      expect(optionsOf(item).map((option) => ({ label: option.label, score: option.score }))).toEqual([
        ...wemwbs.answers,
      ])
    }
  })

  test('words every item and every option', () => {
    const silent = placesOf(holisticAssessment).filter(({ item }) => !item.text?.trim())
    expect(silent).toEqual([])
    const options = questionsOf(holisticAssessment).flatMap(optionsOf)
    expect(options.filter((option) => !option.label.trim())).toEqual([])
  })

  test('uses one code for one meaning: a code of needs or strengths has the same words wherever it is offered', () => {
    const wordsByCode = new Map<string, Set<string>>()
    for (const { value, label } of questionsOf(holisticAssessment).flatMap(optionsOf)) {
      if (value.type !== 'coding') continue
      const key = `${value.value.system}|${value.value.code}`
      wordsByCode.set(key, (wordsByCode.get(key) ?? new Set()).add(label))
    }
    expect(
      [...wordsByCode].filter(([, labels]) => labels.size > 1).map(([key, labels]) => [key, ...labels]),
    ).toEqual([])
  })
})

const isAsked = (linkId: string, given: Answers) =>
  findItem(openForm(holisticAssessment, given), linkId)?.enabled

describe('what is asked', () => {
  test.each<[string, Answers, string, boolean]>([
    ['everything, before consent was spoken of', {}, 'area.people.needs', true],
    ['no area once no record is wanted', { 'consent.keep': [no] }, 'area.people.needs', false],
    ['risks even then', { 'consent.keep': [no] }, 'risks.known', true],
    [
      'with whom to share',
      { 'consent.keep': [yes], ...pick('consent.share', 'some') },
      'consent.share-with',
      true,
    ],
    ['why not to share', { 'consent.keep': [yes], ...pick('consent.share', 'no') }, 'consent.why-not', true],
    [
      'nobody to share with then',
      { 'consent.keep': [yes], ...pick('consent.share', 'no') },
      'consent.share-with',
      false,
    ],
    ['no caring needs of who does not care', { 'area.caring.cares': [no] }, 'area.caring.needs', false],
    ['caring needs of who cares', { 'area.caring.cares': [yes] }, 'area.caring.needs', true],
    ['caring needs of who is cared for', { 'area.caring.cared-for': [yes] }, 'area.caring.needs', true],
    ['falls, where falls are a need', pick('area.health.needs', 'falls'), 'area.health.falls', true],
    ['where somebody feels unsafe', pick('area.safety.feels', 'not-always'), 'area.safety.where', true],
    ['nothing more of who feels safe', pick('area.safety.feels', 'yes'), 'area.safety.where', false],
    [
      'whom to ring, in danger',
      { ...pick('area.safety.feels', 'no'), 'area.safety.danger': [yes] },
      'area.safety.urgent',
      true,
    ],
    ['whom to ring, when abuse is named', pick('area.safety.needs', 'abuse'), 'area.safety.urgent', true],
    ['whom to ring, when self-harm is a risk', pick('risks.known', 'self-harm'), 'risks.urgent', true],
    ['nobody to ring otherwise', pick('risks.known', 'animals'), 'risks.urgent', false],
    ['WEMWBS, before how it is taken', {}, 'wellbeing.wemwbs.1', true],
    ['no WEMWBS when not today', pick('wellbeing.how', 'not-today'), 'wellbeing.wemwbs.1', false],
    ['whether to visit in twos, with a risk', pick('risks.known', 'animals'), 'risks.not-alone', true],
    ['not so without one', pick('risks.known', 'no-known-risks'), 'risks.not-alone', false],
  ])('%s', (_, given, linkId, expected) => {
    expect(isAsked(linkId, given)).toBe(expected)
  })

  test('the least that a visit must answer', () => {
    expect(problems(holisticAssessment, least)).toEqual([])
    expect(problems(holisticAssessment, {})).toEqual([
      { code: 'missing', linkId: 'consent.keep' },
      { code: 'missing', linkId: 'wellbeing.how' },
      { code: 'missing', linkId: 'risks.known' },
    ])
  })
})

describe('what was said', () => {
  test('needs and strengths by area, in the order of the form, own words too', () => {
    const given: Answers = {
      'area.money.needs': [chosen('area.money.needs', 'debt'), text('A lodger')],
      ...pick('area.people.needs', 'company'),
      ...pick('area.people.strengths', 'pet'),
    }
    expect(needsFrom(given)).toEqual([
      { area: 'people', need: { code: 'company', text: 'More company' } },
      { area: 'money', need: { code: 'debt', text: 'Debts' } },
      { area: 'money', need: { code: undefined, text: 'A lodger' } },
    ])
    expect(strengthsFrom(given)).toEqual([{ area: 'people', strength: { code: 'pet', text: 'A pet' } }])
  })

  test('a need that is hidden was not said', () => {
    const given = { ...pick('area.caring.needs', 'break'), 'area.caring.cares': [yes] }
    expect(needsFrom(given)).toHaveLength(1)
    expect(needsFrom({ ...given, 'area.caring.cares': [no] })).toEqual([])
  })

  test('consent', () => {
    expect(consentFrom({})).toEqual({
      keep: undefined,
      share: undefined,
      shareWith: [],
      limits: undefined,
      whyNot: undefined,
    })
    const given = {
      'consent.keep': [yes],
      ...pick('consent.share', 'some'),
      'consent.share-with': [chosen('consent.share-with', 'practice'), text('Pastor Jim')],
      'consent.share-limits': [text('Not my son')],
    }
    expect(consentFrom(given)).toEqual({
      keep: true,
      share: 'some',
      shareWith: [
        { code: 'practice', text: 'My GP surgery' },
        { code: undefined, text: 'Pastor Jim' },
      ],
      limits: 'Not my son',
      whyNot: undefined,
    })
    const refused = { ...given, ...pick('consent.share', 'no'), 'consent.why-not': [text('Too soon')] }
    expect(consentFrom(refused)).toMatchObject({
      share: 'no',
      shareWith: [],
      limits: undefined,
      whyNot: 'Too soon',
    })
  })
})

describe('WEMWBS', () => {
  const taken = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4]

  test('its answers go to the scorer', () => {
    const given = { ...scores(...taken), ...pick('wellbeing.how', 'read-aloud') }
    expect(wemwbsAnswers(given)).toEqual(taken)
    expect(howTakenFrom(given)).toBe('read-aloud')
    expect(scoreWemwbs(wemwbsAnswers(given))).toEqual({ ok: true, value: { total: 40 } })
    expect(scoreSwemwbs(wemwbsAnswers(given))).toEqual({ ok: true, value: { raw: 14, metric: 15.32 } })
  })

  test('has no total while one is missing, or is not one of the five', () => {
    const missing = wemwbsAnswers(scores(...taken.with(4, 0)))
    expect(scoreWemwbs(missing)).toEqual({ ok: false, error: [{ code: 'missing', item: 5 }] })
    const foreign = { ...scores(...taken), 'wellbeing.wemwbs.5': [text('6')] }
    expect(scoreWemwbs(wemwbsAnswers(foreign))).toEqual({ ok: false, error: [{ code: 'missing', item: 5 }] })
  })

  test('was not taken when not today, whatever is kept', () => {
    const given = { ...scores(...taken), ...pick('wellbeing.how', 'not-today') }
    expect(howTakenFrom(given)).toBe('not-today')
    expect(wemwbsAnswers(given)).toEqual(taken.map(() => undefined))
    expect(howTakenFrom({})).toBeUndefined()
  })
})

describe('risks', () => {
  test('none said, none known, some known', () => {
    expect(risksFrom({})).toEqual({
      state: 'unanswered',
      risks: [],
      note: undefined,
      doNotVisitAlone: undefined,
    })
    expect(risksFrom(pick('risks.known', 'no-known-risks'))).toMatchObject({ state: 'none', risks: [] })
    expect(
      risksFrom({
        'risks.known': [chosen('risks.known', 'animals'), text('Ice on the path')],
        'risks.note': [text('Ring first')],
        'risks.not-alone': [yes],
      }),
    ).toEqual({
      state: 'known',
      risks: [
        { code: 'animals', text: 'A dog or other animal' },
        { code: undefined, text: 'Ice on the path' },
      ],
      note: 'Ring first',
      doNotVisitAlone: true,
    })
  })

  test.each([[chosen('risks.known', 'animals')], [text('Ice on the path')]])(
    '"no known risks" beside %o is a problem, and the risk counts',
    (risk) => {
      const both = { ...least, 'risks.known': [chosen('risks.known', 'no-known-risks'), risk] }
      const problem = { code: 'stands-alone', linkId: 'risks.known', option: 'No known risks' }
      expect(problems(holisticAssessment, both)).toEqual([problem])
      expect(toResponse(holisticAssessment, both, { authored: '2026-05-01', author: {} }).ok).toBe(false)
      expect(risksFrom(both)).toMatchObject({ state: 'known', risks: [{}] })
    },
  )
})

/** Any taps on any choices and switches. */
const anyVisit: fc.Arbitrary<Answers> = fc
  .tuple(
    ...questionsOf(holisticAssessment).map((item) => {
      const options = optionsOf(item).filter((option) => !option.exclusive)
      if (item.type === 'boolean') return fc.constantFrom([yes], [no], [])
      if (item.type === 'integer') return fc.constantFrom<Value[]>([{ type: 'integer', value: 2 }], [])
      if (options.length === 0) return fc.constantFrom([text('Some words')], [])
      return fc.subarray(
        options.map((option) => option.value),
        { maxLength: item.repeats ? options.length : 1 },
      )
    }),
  )
  .map((values) => {
    const tapped = questionsOf(holisticAssessment).map((item, i) => [item.linkId, values[i] ?? []] as const)
    return Object.fromEntries(tapped.filter(([, given]) => given.length > 0))
  })

/** What somebody could say to a question: its last option, or yes. */
const someAnswer = (linkId: string): Value[] => {
  const question = questionsOf(holisticAssessment).find((item) => item.linkId === linkId)
  const [option] = question ? optionsOf(question).toReversed() : []
  return [option?.value ?? yes]
}

/** As many taps, with what must be said put right. */
const anyFinishedVisit = anyVisit.map((given): Answers => {
  const open = problems(holisticAssessment, given).filter((problem) => problem.code === 'missing')
  return { ...given, ...Object.fromEntries(open.map(({ linkId }) => [linkId, someAnswer(linkId)])) }
})

test('whatever is tapped, only questions left open stand in the way', () => {
  fc.assert(
    fc.property(anyVisit, (given) => {
      const codes = problems(holisticAssessment, given).map((problem) => problem.code)
      expect(codes.filter((code) => code !== 'missing')).toEqual([])
    }),
  )
})

test('a response read back says what was said', () => {
  const by = { authored: '2026-05-01T10:00:00Z', author: { display: 'Grace' } }
  fc.assert(
    fc.property(anyFinishedVisit, (given) => {
      const done = toResponse(holisticAssessment, given, by)
      fc.pre(done.ok)
      const back = fromResponse(holisticAssessment, done.value)
      expect(back.ok && needsFrom(back.value)).toEqual(needsFrom(given))
      expect(back.ok && strengthsFrom(back.value)).toEqual(strengthsFrom(given))
      expect(back.ok && risksFrom(back.value)).toEqual(risksFrom(given))
      expect(back.ok && consentFrom(back.value)).toEqual(consentFrom(given))
      expect(back.ok && wemwbsAnswers(back.value)).toEqual(wemwbsAnswers(given))
    }),
  )
})
